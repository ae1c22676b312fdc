/*
 * Banc des envois mal formés : `npm run banc:malformes`. Dix mille envois abîmés (JSON coupé, mauvais types, imbrications,
 * noms géants, UTF-8 faux, formulaires tronqués, routes inconnues), puis un envoi ordinaire : combien de pannes, et
 * combien de temps attend celui qui vient après.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { envoiMalForme } from '../envois-malformes.ts';
import { PARCOURS, ServiceDEssai, uneAdresse } from '../functions/service.ts';

const ENVOIS = 10_000;
const A_LA_FOIS = 50;
const TEMOINS = 200;
const GRAINE = 20_261_130;

const essai = await ServiceDEssai.ouvrir();

/** Une requête ordinaire, qui va jusqu'à la base ; sa durée en millisecondes. */
async function temoin(): Promise<number> {
  const depart = performance.now();
  const { statut } = await essai.lire(`etat-parcours?parcours=${PARCOURS}`);
  if (statut !== 200) throw new Error(`Le témoin répond ${statut}.`);
  return performance.now() - depart;
}

const envois = fc.sample(envoiMalForme(await essai.enveloppe()), {
  numRuns: ENVOIS,
  seed: GRAINE,
});
const statuts = new Map<number, number>();
let suivant = 0;

async function abimer(): Promise<boolean> {
  const envoi = envois[suivant++];
  if (!envoi) return false;
  const { nom, contentType, body } = envoi;
  const reponse = await fetch(essai.adresse(nom), {
    method: 'POST',
    redirect: 'manual',
    headers: { ...(contentType ? { 'Content-Type': contentType } : {}), ...uneAdresse() },
    body,
  });
  await reponse.arrayBuffer();
  statuts.set(reponse.status, (statuts.get(reponse.status) ?? 0) + 1);
  return true;
}

const quantile = (valeurs: readonly number[], part: number) =>
  valeurs.toSorted((a, b) => a - b)[Math.floor((valeurs.length - 1) * part)] ?? 0;

for (let fois = 0; fois < TEMOINS; fois += 1) await temoin();
const seul: number[] = [];
for (let fois = 0; fois < TEMOINS; fois += 1) seul.push(await temoin());

// L'un après l'autre : le témoin vient juste derrière chaque envoi abîmé.
const derriere: number[] = [];
while (suivant < TEMOINS) {
  await abimer();
  derriere.push(await temoin());
}
const debut = performance.now();
await Promise.all(
  Array.from({ length: A_LA_FOIS }, async () => {
    while (await abimer());
  }),
);
const secondes = (performance.now() - debut) / 1_000;
const premier = await temoin();
const ensuite: number[] = [];
for (let fois = 0; fois < TEMOINS; fois += 1) ensuite.push(await temoin());
const { rows } = await essai.service.base.query<{ nombre: number }>(
  'select (select count(*) from prive.demandes)::integer + (select count(*) from prive.messages)::integer as nombre',
);
await essai.fermer();

const ms = (duree: number) => `${duree.toFixed(1).replace('.', ',')} ms`;
const ligne = (quoi: string, durees: readonly number[]) =>
  `| ${quoi} | ${ms(quantile(durees, 0.5))} | ${ms(quantile(durees, 0.95))} | ${ms(quantile(durees, 1))} |`;
const pannes = [...statuts].reduce((total, [statut, n]) => total + (statut >= 500 ? n : 0), 0);
const rapport = `# Dix mille envois mal formés

Mesuré le ${new Date().toISOString().slice(0, 10)} sur ${availableParallelism()} cœurs, base embarquée et fonctions sous Deno : ${ENVOIS.toLocaleString('fr-FR')} envois abîmés, ${A_LA_FOIS} à la fois, en ${Math.round(secondes)} s.

Pannes (5xx) : **${pannes}**. Lignes écrites dans la base : ${rows[0]?.nombre ?? '—'}. Réponses : ${[
  ...statuts,
]
  .toSorted(([a], [b]) => a - b)
  .map(([statut, nombre]) => `${statut} (${nombre.toLocaleString('fr-FR')})`)
  .join(', ')}.

| une requête ordinaire, qui lit la base | médiane | 95 % sous | au plus |
| --- | --- | --- | --- |
${ligne('service au repos', seul)}
${ligne('juste derrière un envoi abîmé', derriere)}
${ligne('une fois les dix mille passés', ensuite)}

La toute première après les dix mille a attendu ${ms(premier)}.
`;
mkdirSync(join(import.meta.dirname, 'rapports'), { recursive: true });
writeFileSync(join(import.meta.dirname, 'rapports/malformes.md'), rapport);
console.log(rapport);
process.exitCode = pannes > 0 ? 1 : 0;
