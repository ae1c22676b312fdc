/*
 * Banc du démarrage : `npm run banc:demarrage`.
 * Le temps qu'une fonction endormie met à donner sa première réponse, du lancement de Deno à la réponse reçue, comparé
 * au même temps quand elle charge d'emblée de quoi écrire les courriels (React, les agendas, le fournisseur). Les deux
 * se mesurent tour à tour : le rapport ne dépend pas de la charge du poste.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ROUTES } from '../../src/formulaire/regles/routes.ts';
import { demarrerUneFonction } from '../functions/une-fonction.ts';

const ESSAIS = 7;
const PROJET = join(import.meta.dirname, '../..');
const COURRIELS = ['--preload', 'supabase/functions/_shared/envoi/expedition.ts'];

/** Une route qui répond sans la base. */
const premiereReponse = (nom: string) =>
  nom === 'taches'
    ? { chemin: 'taches/entretenir', method: 'POST', statut: 401 }
    : { chemin: `${nom}/defi`, method: 'GET', statut: 200 };

async function mesurer(nom: string, options: readonly string[]): Promise<number> {
  const { chemin, method, statut } = premiereReponse(nom);
  const depart = performance.now();
  const fonction = await demarrerUneFonction(PROJET, `supabase/functions/${nom}/index.ts`, options);
  try {
    const reponse = await fetch(`${fonction.url}/${chemin}`, { method });
    await reponse.text();
    if (reponse.status !== statut) throw new Error(`${chemin} : ${reponse.status}`);
    return performance.now() - depart;
  } finally {
    await fonction.fermer();
  }
}

const mediane = (durees: readonly number[]) =>
  durees.toSorted((une, autre) => une - autre)[Math.floor(durees.length / 2)] ?? 0;

const lignes: string[] = [];
for (const nom of Object.keys(ROUTES)) {
  const avec: number[] = [];
  const sans: number[] = [];
  // Un tour pour rien : Deno garde le code traduit.
  await mesurer(nom, COURRIELS);
  for (let essai = 0; essai < ESSAIS; essai += 1) {
    avec.push(await mesurer(nom, COURRIELS));
    sans.push(await mesurer(nom, []));
  }
  const [lente, vive] = [mediane(avec), mediane(sans)];
  lignes.push(
    `| ${nom} | ${Math.round(lente)} ms | ${Math.round(vive)} ms | ${(lente / vive).toFixed(1)} |`,
  );
}
const rapport = `# Banc du démarrage

Mesuré le ${new Date().toISOString().slice(0, 10)} sur ${availableParallelism()} cœurs : médiane de ${ESSAIS} démarrages de chaque fonction, seule sous Deno, jusqu’à sa première réponse.

| fonction | courriels chargés d’emblée | courriels chargés à l’envoi | rapport |
| --- | --- | --- | --- |
${lignes.join('\n')}
`;
mkdirSync('tests/banc/rapports', { recursive: true });
writeFileSync('tests/banc/rapports/demarrage.md', rapport);
console.log(rapport);
