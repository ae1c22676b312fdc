import { z } from 'zod';
import { DONNEES_D_EVENEMENT, type Genre } from '../../../../src/suivi/regles/evenement.ts';
import type { EvenementRecu } from '../../../../src/suivi/regles/recu.ts';
import { ROLES_DE_CONTACT, ROLES_DE_LIEN } from '../../../../src/suivi/regles/mots.ts';
import type { Deps } from '../deps.ts';
import { aMaintenant } from '../liens.ts';

/** Ce que la base rend d'un suivi, relu ici : la forme écrite par les fonctions SQL. */

const contactSchema = z.object({
  role: z.enum(ROLES_DE_CONTACT),
  nom: z.string().nullable(),
  courriel: z.string(),
  telephone: z.string().nullable(),
});
export type Contact = z.infer<typeof contactSchema>;

const lienSchema = z.object({ role: z.enum(ROLES_DE_LIEN), id: z.uuid() });

export const dossierSchema = z.object({
  id: z.uuid(),
  reference: z.string(),
  etat: z.string(),
  rang: z.number().nullable(),
  heures: z.number(),
  debutLe: z.string(),
  academie: z.string(),
  activeLe: z.string().nullable(),
  parcours: z.object({
    id: z.string(),
    intitule: z.string(),
    commune: z.string(),
    domaine: z.string(),
    heures: z.number().nullable(),
    heuresFaites: z.number(),
    finLe: z.string().nullable(),
    finReconductionLe: z.string().nullable(),
  }),
  demandeur: z.object({
    nom: z.string().nullable(),
    courriel: z.string().nullable(),
    telephone: z.string().nullable(),
    etablissement: z.string().nullable(),
    role: z.string(),
    message: z.string().nullable(),
  }),
  contacts: z.array(contactSchema),
  liens: z.array(lienSchema),
});
export type Dossier = z.infer<typeof dossierSchema>;

const brutSchema = z.object({
  id: z.number(),
  genre: z.string(),
  auteur: z.enum(['tutrice', 'entreprise', 'acheteur', 'equipe', 'systeme']),
  donnees: z.unknown(),
  le: z.string(),
  precision: z.string().nullish(),
});

const estGenre = (genre: string): genre is Genre => Object.hasOwn(DONNEES_D_EVENEMENT, genre);

/** Le journal, sans ce qu'une version plus récente du service y aurait écrit et que celle-ci ne sait pas lire. */
export const evenementsSchema = z.array(brutSchema).transform((bruts) =>
  bruts.flatMap(({ genre, donnees, ...reste }): EvenementRecu[] => {
    if (!estGenre(genre)) return [];
    const lues = DONNEES_D_EVENEMENT[genre].safeParse(donnees);
    return lues.success ? [{ ...reste, genre, donnees: lues.data } as EvenementRecu] : [];
  }),
);

export const ouvertSchema = z.object({
  statut: z.literal('ouvert'),
  role: z.enum(ROLES_DE_LIEN),
  lien: z.uuid(),
  vu: z.number(),
  dossier: dossierSchema,
  evenements: evenementsSchema,
});
export type SuiviOuvert = z.infer<typeof ouvertSchema>;

const luSchema = z.discriminatedUnion('statut', [
  z.object({ statut: z.literal('lien-inconnu') }),
  z.object({ statut: z.literal('lien-expire') }),
  ouvertSchema,
]);

/** Lit un suivi par l'empreinte de son lien ; ne change rien. */
export function lireSuivi(empreinte: string, deps: Deps) {
  return deps.base.appeler(
    'suivi_lire',
    { p_empreinte: empreinte, ...aMaintenant(deps) },
    luSchema,
  );
}
