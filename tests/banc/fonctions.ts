/*
 * Banc des fonctions : `npm run banc:fonctions`.
 * Compare une expression d'intérêt entière (contrôles, preuve de travail, limites, lien, courriel) à l'écriture nue
 * d'une ligne par le même chemin : HTTP, Deno, supabase-js, base embarquée. Le rapport dit ce que coûtent les règles.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { demarrerPourUnBanc } from './service.ts';

const TOUR_DE_CHAUFFE = 30;
const ENVOIS = 200;
const A_LA_FOIS = 8;

type Mesure = { parSeconde: number; medianeMs: number; lent95Ms: number };

const { dossier, service } = await demarrerPourUnBanc({
  remises: false,
  prealable: 'tests/banc/insertion-nue.ts',
});
await service.base.exec(`
  create table prive.banc (id uuid primary key default gen_random_uuid(), ligne jsonb not null);
  create function public.banc_inserer(p_ligne jsonb) returns void
  language sql security definer set search_path = '' as $$
    insert into prive.banc (ligne) values (p_ligne) $$;
  grant execute on function public.banc_inserer(jsonb) to service_role;`);
const { rows } = await service.base.query<{ id: string }>(
  `select id from prive.parcours where disponibilite = 'disponible' and heures >= 150
     and coalesce(fin_le, '2100-01-01') > current_date + 60`,
);

async function uneDemande(rang: number): Promise<unknown> {
  const challenge = (await (
    await fetch(`${service.url}/functions/v1/demande/defi`)
  ).json()) as Challenge;
  const solution = await solveChallenge({ challenge, deriveKey });
  return {
    cle: randomUUID(),
    parcoursId: rows[rang % rows.length]?.id,
    nom: 'Alix Exemple',
    courriel: `alix.${rang}@lycee.example`,
    telephone: '',
    role: 'tuteur-mlds',
    etablissement: 'Lycée Exemple',
    academie: 'rennes',
    debutLe: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
    heures: 150,
    message: 'Un jeune aimerait découvrir ce métier au printemps.',
    consentement: true,
    leurre: '',
    ouvertA: Date.now() - 60_000,
    preuve: btoa(JSON.stringify({ challenge, solution })),
  };
}

async function envoyer(nom: string, corps: readonly unknown[]): Promise<Mesure> {
  const durees: number[] = [];
  let suivant = 0;
  const debut = performance.now();
  const travailleur = async () => {
    for (let rang = suivant++; rang < corps.length; rang = suivant++) {
      const depart = performance.now();
      const reponse = await fetch(`${service.url}/functions/v1/${nom}`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'CF-Connecting-IP': `198.18.${rang >> 8}.${rang & 255}`,
        },
        body: JSON.stringify(corps[rang]),
      });
      const texte = await reponse.text();
      if (reponse.status !== 202) throw new Error(`${nom} : ${reponse.status} ${texte}`);
      durees.push(performance.now() - depart);
    }
  };
  await Promise.all(Array.from({ length: A_LA_FOIS }, travailleur));
  const secondes = (performance.now() - debut) / 1000;
  durees.sort((une, autre) => une - autre);
  const quantile = (part: number) => durees[Math.floor(durees.length * part)] ?? 0;
  return {
    parSeconde: corps.length / secondes,
    medianeMs: quantile(0.5),
    lent95Ms: quantile(0.95),
  };
}

const preparer = async (depart: number, nombre: number) => {
  const corps: unknown[] = [];
  for (let rang = 0; rang < nombre; rang += 1) corps.push(await uneDemande(depart + rang));
  return corps;
};

/** Attend que les courriels d'une mesure soient partis, pour qu'ils ne pèsent pas sur la suivante. */
async function calme(): Promise<void> {
  for (;;) {
    const { rows: restants } = await service.base.query(
      "select 1 from prive.courriels where etat = 'a-envoyer' limit 1",
    );
    if (restants.length === 0) return;
    await new Promise((suite) => setTimeout(suite, 200));
  }
}

const chauffe = await preparer(0, TOUR_DE_CHAUFFE);
const demandes = await preparer(TOUR_DE_CHAUFFE, ENVOIS);
await envoyer('banc/insertion-nue', chauffe);
await envoyer('demande/exprimer-interet', chauffe);
await calme();
const nue = await envoyer('banc/insertion-nue', demandes);
const complete = await envoyer('demande/exprimer-interet', demandes);
const debutDesCourriels = performance.now();
await calme();
const courriels = (performance.now() - debutDesCourriels) / 1000;
await service.fermer();
await rm(dossier, { recursive: true, force: true });

const entier = (nombre: number) => String(Math.round(nombre));
const ligne = (quoi: string, { parSeconde, medianeMs, lent95Ms }: Mesure) =>
  `| ${quoi} | ${entier(parSeconde)} | ${entier(medianeMs)} ms | ${entier(lent95Ms)} ms |`;
const rapport = `# Banc des fonctions

Mesuré le ${new Date().toISOString().slice(0, 10)} : ${ENVOIS} envois, ${A_LA_FOIS} à la fois, sur ${availableParallelism()} cœurs, base embarquée et fonctions sous Deno sur le même poste.

| envoi | par seconde | médiane | 95 % sous |
| --- | --- | --- | --- |
${ligne('ligne nue, même chemin', nue)}
${ligne('expression d’intérêt', complete)}

Une expression d’intérêt coûte **${(nue.parSeconde / complete.parSeconde).toFixed(1)} fois** une écriture nue : schéma, preuve de travail, limites, lien, courriel écrit et envoyé en arrière-plan compris. Les derniers courriels étaient partis ${courriels.toFixed(1)} s après le dernier envoi.
`;
mkdirSync('tests/banc/rapports', { recursive: true });
writeFileSync('tests/banc/rapports/fonctions.md', rapport);
console.log(rapport);
