import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { adresseDuService } from '../../site/regles/service.ts';
import { instantDeParis } from '../../../supabase/functions/_shared/courriels/dates.ts';
import type { Secrets } from '../../../supabase/embarque/secrets.ts';

const USAGE = `Usage : npm run relances [-- --le <date et heure de Paris>]
  exemple : npm run relances -- --le 2026-12-01T09:00
Lance les rappels dus sur le service de ce poste, qui doit tourner (npm start). --le avance d'abord son heure.`;

/** Ce qui se montre tel quel à la personne qui a tapé la commande. */
class ErreurDeCommande extends Error {}

function lireDate(): string {
  const { values } = parseArgs({ options: { le: { type: 'string' } } });
  if (values.le === undefined) return '';
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(values.le)) throw new ErreurDeCommande(USAGE);
  const instant = instantDeParis(values.le);
  if (Number.isNaN(instant.getTime())) throw new ErreurDeCommande(USAGE);
  return instant.toISOString();
}

async function lireSecret(): Promise<string> {
  const fichier = join(process.env.CSF_DOSSIER ?? '.csf', 'secrets.json');
  const texte = await readFile(fichier, 'utf8').catch(() => {
    throw new ErreurDeCommande('Aucun service sur ce poste : lancez d’abord npm start.');
  });
  return (JSON.parse(texte) as Secrets).taches;
}

async function relancer(): Promise<string> {
  const le = lireDate();
  const reponse = await fetch(`${adresseDuService(process.env)}/courriels/horloge`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${await lireSecret()}` },
    body: new URLSearchParams({ geste: 'relances', le }),
  }).catch(() => {
    throw new ErreurDeCommande('Le service de ce poste ne répond pas : lancez d’abord npm start.');
  });
  const suite = (await reponse.json()) as { message?: string; maintenant?: string };
  if (!reponse.ok) throw new ErreurDeCommande(suite.message ?? `Refusé (${reponse.status}).`);
  return `Les rappels dus au ${suite.maintenant ?? ''} sont partis : ils se lisent dans la boîte de courriels.`;
}

try {
  console.log(await relancer());
} catch (erreur) {
  if (!(erreur instanceof ErreurDeCommande) && !(erreur instanceof TypeError)) throw erreur;
  console.error(erreur instanceof ErreurDeCommande ? erreur.message : USAGE);
  process.exitCode = 1;
}
