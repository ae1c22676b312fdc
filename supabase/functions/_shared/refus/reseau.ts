import { z } from 'zod';
import {
  FENETRE_SECONDES,
  facteurDe,
  type Facteur,
} from '../../../../src/formulaire/regles/durete.ts';
import { LIMITES } from '../../../../src/formulaire/regles/limites.ts';
import { noterDansLesLogs, type Deps } from '../deps.ts';
import { pseudonyme } from '../jetons.ts';
import { aMaintenant } from '../liens.ts';

/** L'adresse abrégée : celle d'un foyer ou d'un établissement, pas d'un poste. */
export function reseauDe(requete: Request): string {
  const { headers } = requete;
  // Posée par l'entrée du service (Cloudflare chez Supabase) : l'appelant ne peut pas l'écrire.
  const adresse =
    headers.get('CF-Connecting-IP') ?? headers.get('X-Forwarded-For')?.split(',').at(-1) ?? '';
  const propre = adresse.trim().toLowerCase();
  return propre.includes(':') ? propre.split(':').slice(0, 4).join(':') : propre;
}

export type Formulaire = keyof typeof LIMITES;

/** La clé d'un compteur : une empreinte, dont personne ne retrouve ce qu'elle compte. */
export async function cleDuCompteur(
  deps: Deps,
  genre: 'reseau' | 'sansscript' | 'parcours' | 'reference' | 'refus',
  quoi: Formulaire | 'service',
  valeur: string,
): Promise<string> {
  return `${genre}:${await pseudonyme(deps.config.secretDefi, `${quoi}:${genre}:${valeur}`)}`;
}

const cleDesRefus = (requete: Request, deps: Deps) =>
  cleDuCompteur(deps, 'refus', 'service', reseauDe(requete));

/** Entre deux écritures : des milliers de refus n'en font qu'une, et refuser reste moins cher que recevoir. */
const ECRITURE_MS = 1_000;

/** Réseaux comptés au plus entre deux écritures : qui change d'adresse à chaque envoi n'emplit pas la mémoire. */
const RESEAUX_MAX = 500;

let enAttente = new Map<string, number>();
let ecriture: Promise<unknown> | undefined;

async function ecrire(deps: Deps): Promise<void> {
  await new Promise((suite) => setTimeout(suite, ECRITURE_MS));
  ecriture = undefined;
  const refus = [...enAttente].map(([cle, nombre]) => ({ cle, nombre }));
  enAttente = new Map();
  await deps.base.appeler(
    'refus_compter',
    { p_refus: refus, p_secondes: FENETRE_SECONDES, ...aMaintenant(deps) },
    z.unknown(),
  );
}

async function noter(requete: Request, deps: Deps): Promise<void> {
  const cle = await cleDesRefus(requete, deps);
  if (enAttente.size >= RESEAUX_MAX && !enAttente.has(cle)) return;
  enAttente.set(cle, (enAttente.get(cle) ?? 0) + 1);
  // Un seul attend l'écriture : si elle échoue, les logs le disent une fois.
  if (ecriture) return;
  ecriture = ecrire(deps);
  await ecriture;
}

/** Compte un refus contre son réseau, une fois la réponse partie. */
export function compterUnRefus(requete: Request, deps: Deps): void {
  deps.enArriere(noter(requete, deps));
}

/**
 * Par combien multiplier la preuve demandée à ce réseau : une seule lecture de la base. Si elle ne répond pas, la preuve
 * est l'ordinaire : une panne ne doit pas empêcher de préparer un envoi.
 */
export async function facteurDuReseau(requete: Request, deps: Deps): Promise<Facteur> {
  const reseau = reseauDe(requete);
  const formulaires = Object.keys(LIMITES) as Formulaire[];
  const refus = await cleDesRefus(requete, deps);
  const envois = await Promise.all(
    formulaires.map((quoi) => cleDuCompteur(deps, 'reseau', quoi, reseau)),
  );
  try {
    const comptes = await deps.base.appeler(
      'compteurs_lire',
      { p_cles: [refus, ...envois], p_secondes: FENETRE_SECONDES, ...aMaintenant(deps) },
      z.record(z.string(), z.number()),
    );
    return facteurDe({
      refus: comptes[refus] ?? 0,
      envois: envois.reduce((total, cle) => total + (comptes[cle] ?? 0), 0),
    });
  } catch (erreur) {
    noterDansLesLogs('defi-sans-base', erreur);
    return 1;
  }
}
