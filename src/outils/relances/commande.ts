import { parseArgs } from 'node:util';
import { adresseDuService } from '../../site/regles/service.ts';
import { instantDeParis } from '../../socle/dates.ts';
import { lireSecretsDuPoste } from '../acces.ts';
import { ErreurDeCommande, type Commande } from '../commande.ts';

const USAGE = `Usage : npm run relances [-- --le <date et heure de Paris>]
  exemple : npm run relances -- --le 2026-12-01T09:00
Lance les rappels dus sur le service de ce poste, qui doit tourner (npm start). --le avance d'abord son heure.`;

function lireDate(args: string[]): string {
  const { values } = parseArgs({ args, options: { le: { type: 'string' } } });
  if (values.le === undefined) return '';
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(values.le)) throw new ErreurDeCommande(USAGE);
  const instant = instantDeParis(values.le);
  if (Number.isNaN(instant.getTime())) throw new ErreurDeCommande(USAGE);
  return instant.toISOString();
}

async function relancer(args: string[]): Promise<string> {
  const le = lireDate(args);
  const { taches } = await lireSecretsDuPoste();
  const reponse = await fetch(`${adresseDuService(process.env)}/courriels/horloge`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${taches}` },
    body: new URLSearchParams({ geste: 'relances', le }),
  }).catch(() => {
    throw new ErreurDeCommande('Le service de ce poste ne répond pas : lancez d’abord npm start.');
  });
  const suite = (await reponse.json()) as { message?: string; maintenant?: string };
  if (!reponse.ok) throw new ErreurDeCommande(suite.message ?? `Refusé (${reponse.status}).`);
  return `Les rappels dus au ${suite.maintenant ?? ''} sont partis : ils se lisent dans la boîte de courriels.`;
}

export const commande: Commande = {
  usage: USAGE,
  executer: async (args) => console.log(await relancer(args)),
};
