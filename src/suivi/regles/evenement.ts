import { z } from 'zod';
import { HEURES_PAR_SEMAINE, PAS_DES_HEURES } from '../../calibrage/regles/calibrage.ts';
import { VERIFICATEURS } from '../../demande/regles/verification.ts';
import { creneauSchema } from '../../rencontre/regles/creneau.ts';
import { LECTEURS } from '../../reponses/regles/adresse.ts';
import { CRENEAUX_MAX } from '../../rencontre/regles/creneaux.ts';
import {
  ABSENTS,
  AUTEURS,
  CANAUX,
  MOTIFS_DE_REFUS,
  MOTIFS_DE_REPORT,
  MOTIFS_D_INTERRUPTION,
  RAISONS_DE_NON_REMISE,
  REPONSES_RAPPORTEES,
  ROLES_DE_CONTACT,
  ROLES_ECRITS,
  SUITES,
} from './mots.ts';

const jour = z.iso.date();

const cles = <T extends Record<string, string>>(objet: T) =>
  z.enum(Object.keys(objet) as [keyof T & string, ...(keyof T & string)[]]);

const rien = z.strictObject({});
const roleEntreprise = z.enum(['entreprise-1', 'entreprise-2']);
const roleDeContact = z.enum(ROLES_DE_CONTACT);

/** La date que la tutrice accepte ou écarte, redite : le journal se lit seul. */
const dateProposee = z.strictObject({ quoi: z.enum(['debut', 'report']), date: jour });
const canal = cles(CANAUX);

/** Ce que l'entreprise a répondu hors de sa page, tel que la tutrice ou l'équipe le rapporte. */
const reponseRapportee = z.discriminatedUnion('quoi', [
  z.strictObject({ canal, quoi: z.literal('rendez-vous'), creneau: creneauSchema }),
  z.strictObject({
    canal,
    quoi: z.literal('rappel'),
    rappelLe: jour.describe('Jour où elle a dit qu’elle rappellerait'),
  }),
  z.strictObject({ canal, quoi: z.literal('report'), jusquAu: jour }),
  z.strictObject({ canal, quoi: z.literal('mauvaise-personne') }),
  z.strictObject({ canal, quoi: z.literal('refus'), motif: cles(MOTIFS_DE_REFUS) }),
]);

/** Les heures d'un accueil entier : le parcours se décompte en heures entières. */
const heuresEntieres = z.number().int().min(0);

/** Qui il reste à joindre quand une personne de moins l'est. */
const RESTE = {
  entreprises: z.number().int().min(0).describe('Contacts de l’entreprise encore joignables'),
  acheteurs: z.number().int().min(0).describe('Acheteur et prescripteur encore joignables'),
};

/** Une semaine comptée à partir de son lundi. */
const semaine = z.strictObject({
  lundi: jour.describe('Lundi de la semaine'),
  heures: z
    .number()
    .multipleOf(PAS_DES_HEURES)
    .min(0)
    .max(HEURES_PAR_SEMAINE)
    .describe('Heures faites, 0 si le jeune était absent'),
});

/**
 * Ce que chaque genre d'événement porte dans le journal : des dates, des nombres et des codes, jamais une personne.
 * Un texte libre (précision, raison) vit à part, et s'efface avec la demande.
 */
export const DONNEES_D_EVENEMENT = {
  /** Un tuteur prend rang. */
  'mise-en-attente': z.strictObject({ rang: z.number().int().positive() }),
  /** Le parcours libéré est proposé à cette demande. */
  'proposition-au-suivant': rien,
  'proposition-expiree': rien,
  'attente-close': rien,
  /** Qui est interrogé sur la personne qui demande, et jusqu'à quand le parcours lui est gardé. */
  'verification-demandee': z.strictObject({
    par: z.enum(VERIFICATEURS),
    relaisLe: jour.nullable().describe('Jour où l’équipe prend le relais de la coordination'),
    gardeeJusquAu: jour.nullable().describe('Dernier jour où le parcours est gardé'),
  }),
  'personne-connue': z.strictObject({ par: z.enum(VERIFICATEURS) }),
  'personne-inconnue': z.strictObject({ par: z.enum(VERIFICATEURS) }),
  /** La vérification dure : le parcours est de nouveau libre pour qui passe avant. */
  'garde-finie': rien,
  'verification-expiree': rien,
  /** Jour J : la demande devient active. */
  'interet-confirme': z.strictObject({ heures: z.number().int().positive() }),
  /** Qui a été prévenu, et quand le jeune peut commencer. */
  'entreprise-contactee': z.strictObject({
    entreprises: z.number().int().min(0).describe('Nombre de contacts de l’entreprise prévenus'),
    acheteurs: z.number().int().min(0).describe('Acheteur et prescripteur prévenus'),
    debutLe: jour.optional().describe('Jour où le jeune peut commencer'),
  }),
  /** Un courriel est arrivé : le premier de chaque contact de l'entreprise, ou le premier après un qui n'arrivait pas. */
  'courriel-remis': z.strictObject({ role: z.enum(ROLES_ECRITS) }),
  /** Les courriels n'arrivent pas à cette personne, et qui il reste à joindre. */
  'courriel-non-remis': z.strictObject({
    role: z.enum(ROLES_ECRITS),
    raison: z.enum(RAISONS_DE_NON_REMISE),
    ...RESTE,
  }),
  /** Quelqu'un a répondu à un courriel du service : à qui la réponse est passée, rien de ce qu'elle dit. */
  'reponse-par-courriel': z.strictObject({
    role: z.enum(ROLES_ECRITS).describe('À qui allait le courriel auquel on répond'),
    a: z.enum(LECTEURS),
    autre: z.boolean().describe('Vrai si elle vient d’une autre adresse que la sienne'),
  }),
  /** Un répondeur a répondu à sa place. */
  'absence-signalee': z.strictObject({ role: z.enum(ROLES_ECRITS) }),
  /** Le courriel de l'entreprise répond à la demande, ou non. */
  'reponse-confirmee': rien,
  'reponse-ecartee': rien,
  /** Un contact de l'entreprise a ouvert la page. */
  ouvert: z.strictObject({ role: roleEntreprise }),
  'creneaux-proposes': z.strictObject({
    creneaux: z.array(creneauSchema).min(1).max(CRENEAUX_MAX),
  }),
  'creneau-choisi': creneauSchema,
  'creneaux-ecartes': rien,
  'reunion-tenue': z.strictObject({ le: jour }),
  'reunion-manquee': z.strictObject({ absent: cles(ABSENTS) }),
  report: z.strictObject({ jusquAu: jour, motif: cles(MOTIFS_DE_REPORT) }),
  /** Passé le délai de réponse, un report attend l'accord de la tutrice. */
  'report-demande': z.strictObject({ jusquAu: jour, motif: cles(MOTIFS_DE_REPORT) }),
  /** L'entreprise rencontre le jeune maintenant, et peut l'accueillir à partir de ce jour. */
  'debut-propose': z.strictObject({ aPartirDu: jour }),
  'date-acceptee': dateProposee,
  'date-ecartee': dateProposee,
  'contact-change': z.strictObject({ role: roleDeContact }),
  /** Un contact de l'entreprise dit que ce n'est plus lui, sans savoir qui ; et qui il reste à joindre. */
  'contact-parti': z.strictObject({ role: roleEntreprise, ...RESTE }),
  /** C'est de nouveau lui : il s'était trompé, il reprend la main qu'il avait passée, ou nos courriels n'arrivent pas à qui il a nommé. */
  'contact-revenu': z.strictObject({
    role: roleEntreprise,
    apres: z.enum(['depart', 'relais', 'rebond']),
  }),
  refus: z.strictObject({ motif: cles(MOTIFS_DE_REFUS) }),
  'refus-confirme': rien,
  'reponse-rapportee': reponseRapportee,
  /** L'entreprise confirme ce qui est dit en son nom. */
  'rapport-confirme': z.strictObject({ quoi: cles(REPONSES_RAPPORTEES) }),
  'convention-signee': z.strictObject({ le: jour }),
  'accueil-commence': z.strictObject({ le: jour }),
  'heures-declarees': semaine,
  /** Le jeune n'est pas venu ce jour-là. Jamais pourquoi. */
  'jeune-absent': z.strictObject({ le: jour }),
  'absence-retiree': z.strictObject({ le: jour }),
  interruption: z.strictObject({ le: jour, motif: cles(MOTIFS_D_INTERRUPTION) }),
  reprise: z.strictObject({ le: jour }),
  /** Fin de l'accueil : le parcours repart s'il en reste. */
  'accueil-termine': z.strictObject({
    heures: heuresEntieres.describe('Heures faites, telles que dites par qui note la fin'),
    le: jour.optional(),
    comptees: heuresEntieres
      .optional()
      .describe('Heures décomptées du parcours ; absent : toutes celles qui sont dites'),
  }),
  /** L'entreprise, ou l'équipe, dit les heures faites quand la tutrice a noté la fin ; le service, si personne ne répond. */
  'heures-confirmees': z.strictObject({ heures: heuresEntieres }),
  /** L'équipe corrige ce qui est compté, dans un sens ou dans l'autre ; la raison est dans la précision. */
  'heures-corrigees': z.strictObject({
    heures: heuresEntieres,
    auLieuDe: heuresEntieres.describe('Heures comptées jusque-là, ou qui allaient l’être'),
  }),
  'bilan-fait': z.strictObject({ le: jour, suite: cles(SUITES) }),
  retrait: rien,
  /** Personne n'a rien fait de la demande depuis tout ce temps : le service la clôt. */
  'dossier-muet': z.strictObject({ mois: z.number().int().positive() }),
  /** Le service demande à la tutrice, qui ne fait plus rien, si c'est toujours d'actualité. `ancre` : son dernier signe. */
  'actualite-demandee': z.strictObject({
    palier: z.literal('actualite'),
    ancre: z.number().int(),
    closeLe: jour.describe('Jour où, sans réponse, la demande est close'),
  }),
  'toujours-d-actualite': rien,
  /** Elle n'a pas répondu : le service clôt la demande. */
  'demande-endormie': rien,
  /**
   * Un rappel. `ancre` : l'événement depuis lequel on attend ; `palier` : lequel des rappels ; `a` : à qui.
   * Sans ancre, c'est un rappel envoyé à la main.
   */
  relance: z.strictObject({
    a: z.enum(['tutrice', 'entreprise', 'acheteur', 'equipe']),
    palier: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    ancre: z.number().int().nullable(),
  }),
  'acheteur-alerte': z.strictObject({ palier: z.string(), ancre: z.number().int() }),
} as const;

export type Genre = keyof typeof DONNEES_D_EVENEMENT;
export type DonneesDe<G extends Genre> = z.infer<(typeof DONNEES_D_EVENEMENT)[G]>;

/** Un événement du journal, tel que la base le rend. */
const luSchema = z.object({
  id: z.number().int().describe('Rang dans le journal : il ne décroît jamais'),
  genre: z.string(),
  auteur: z.enum(AUTEURS),
  donnees: z.unknown(),
  le: z.string().describe('Instant, ISO 8601'),
  precision: z.string().nullish().describe('Texte libre, s’il y en a un et qu’il n’est pas effacé'),
});
type Lu = z.infer<typeof luSchema>;

export type EvenementDe<G extends Genre> = Pick<Lu, 'id' | 'auteur' | 'le'> & {
  genre: G;
  donnees: DonneesDe<G>;
};
export type Evenement = { [G in Genre]: EvenementDe<G> }[Genre];

/** Un événement et le texte libre qui l'accompagne. */
export type EvenementRecu = Evenement & Pick<Lu, 'precision'>;

const estGenre = (genre: string): genre is Genre => Object.hasOwn(DONNEES_D_EVENEMENT, genre);

/** Le journal, sans ce qu'une version plus récente du service y aurait écrit et que celle-ci ne sait pas lire. */
export const evenementsSchema = z.array(luSchema).transform((lus) =>
  lus.flatMap(({ genre, donnees, ...reste }): EvenementRecu[] => {
    if (!estGenre(genre)) return [];
    const lues = DONNEES_D_EVENEMENT[genre].safeParse(donnees);
    return lues.success ? [{ ...reste, genre, donnees: lues.data } as EvenementRecu] : [];
  }),
);
