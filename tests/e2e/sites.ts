import { compresser } from '../../src/outils/compression/compresser.ts';
import { ouvrirLaBase } from './base-de-theatre.ts';
import { construire, estAJour, SITES, type Construction, type Site } from './construction.ts';
import { copierLeProjet } from './copie.ts';

const AMBASSADEUR = [
  'entreprise: Entreprise Exemple',
  'activite: Elle entretient des espaces verts.',
  "departement: '93'",
  'domaines: [logistique, autre]',
  'propose: [Répondre à une entreprise qui hésite]',
  "accordLe: '2026-11-23'",
];

/* Une copie : le site officiel se construit à côté de celui de démonstration, et porte ce que le dépôt n'a pas encore. */
async function construireLOfficiel(dossier: string): Promise<Construction> {
  const [copie, base] = await Promise.all([copierLeProjet(), ouvrirLaBase()]);
  await copie.ajouter('content/ambassadeurs/exemple.yaml', AMBASSADEUR.join('\n'));
  const env = { ...base.env, SITE_OFFICIEL: '1', SITE_URL: 'https://csf.example' };
  const construction = await copie.construire(env, dossier);
  base.fermer();
  await copie.supprimer();
  return construction;
}

const CONSTRUIRE: Record<Site, (dossier: string) => Promise<Construction>> = {
  demonstration: (dossier) => construire(dossier, { SITE_OFFICIEL: '' }),
  officiel: construireLOfficiel,
};

/** Construit et compresse un site s'il manque ou si une source a changé depuis. */
export async function preparer(site: Site): Promise<string> {
  const { dossier } = SITES[site];
  if (await estAJour(dossier)) return dossier;
  const { code, sortie } = await CONSTRUIRE[site](dossier);
  if (code !== 0) throw new Error(`La construction (${site}) a échoué :\n${sortie.slice(-4000)}`);
  await compresser(dossier);
  return dossier;
}

if (import.meta.main) await preparer('officiel');
