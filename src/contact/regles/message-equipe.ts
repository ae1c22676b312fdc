import { z } from 'zod';
import { IDENTIFIANT, IDENTIFIANT_SIGNES } from '../../parcours/regles/parcours.ts';
import {
  cleSaisie,
  consentementSaisi,
  courrielSaisi,
  nomSaisi,
  personneSaisie,
  texteSaisi,
} from '../../socle/saisie.ts';
import { relireMessage } from '../../anonymisation/regles/vigilance.ts';

/** Longueur d'un message à l'équipe, en signes. */
const MESSAGE_EQUIPE_MAX = 3000;

export const ROLES_DE_MESSAGE = {
  tuteur: 'Tuteur ou tutrice',
  entreprise: 'Entreprise',
  acheteur: 'Acheteur',
  jeune: 'Jeune ou famille',
  autre: 'Autre',
} as const;
export type RoleDeMessage = keyof typeof ROLES_DE_MESSAGE;

/** Les sujets, chacun pour certains rôles ; `aide` : ce qu'il est utile d'écrire. */
export const SUJETS_DE_MESSAGE = {
  question: {
    libelle: 'Poser une question',
    aide: 'Dites en quelques phrases ce que vous cherchez.',
    roles: ['tuteur', 'entreprise', 'acheteur', 'jeune', 'autre'],
  },
  relancer: {
    libelle: 'Une entreprise ne répond pas',
    aide: 'Dites depuis quand elle ne répond pas, et ce que vous avez déjà tenté.',
    roles: ['tuteur', 'acheteur'],
  },
  'contact-change': {
    libelle: 'Je ne suis plus la bonne personne',
    aide: 'Dites depuis quand. Demandez d’abord son accord à la personne qui prend le relais : l’équipe vérifie auprès d’elle.',
    roles: ['entreprise'],
  },
  'sans-nouvelles': {
    libelle: 'Nous n’avons pas de nouvelles',
    aide: 'Dites ce que vous attendez (un jeune, une réponse, un document) et depuis quand.',
    roles: ['entreprise'],
  },
  'proposer-parcours': {
    libelle: 'Nous voulons proposer un parcours',
    aide: 'Vous pouvez accueillir un jeune sans marché public. Dites votre activité, la commune, les tâches possibles, la période, et qui accueillerait.',
    roles: ['entreprise'],
  },
  ambassadeur: {
    libelle: 'Nous voulons témoigner ou aider d’autres entreprises',
    aide: 'Dites ce que vous proposez : raconter votre accueil, répondre à d’autres entreprises. Rien ne paraît sans votre accord écrit.',
    roles: ['entreprise'],
  },
  clause: {
    libelle: 'Une question sur la clause',
    aide: 'Dites où en est le marché : avant publication, en consultation, notifié ou en cours. Donnez le volume et le lieu envisagés.',
    roles: ['acheteur'],
  },
  erreur: {
    libelle: 'Signaler une erreur ou une donnée personnelle sur le site',
    aide: 'Donnez l’adresse de la page. Ne recopiez pas la donnée personnelle elle-même.',
    roles: ['tuteur', 'entreprise', 'acheteur', 'jeune', 'autre'],
  },
} as const satisfies Record<
  string,
  { libelle: string; aide: string; roles: readonly RoleDeMessage[] }
>;
export type SujetDeMessage = keyof typeof SUJETS_DE_MESSAGE;

/** Vrai si ce rôle peut choisir ce sujet. */
export function estSujetDe(role: RoleDeMessage, sujet: SujetDeMessage): boolean {
  return (SUJETS_DE_MESSAGE[sujet].roles as readonly string[]).includes(role);
}

const cles = <T extends string>(objet: Record<T, unknown>) => Object.keys(objet) as [T, ...T[]];

/** Le nouveau contact d'une entreprise, demandé pour le sujet « contact-change ». */
export const nouveauContactSchema = z.strictObject(
  personneSaisie('le prénom et le nom de la personne qui prend le relais'),
);

const REFERENCE = 'Écrivez la référence du parcours (huit lettres et chiffres), ou laissez vide.';

/** Les champs d'un message à l'équipe. Rien sur un jeune, aucun fichier. */
export const champsDuMessage = z.strictObject({
  cle: cleSaisie,
  role: z.enum(cles(ROLES_DE_MESSAGE), { error: 'Dites qui vous êtes.' }),
  sujet: z.enum(cles(SUJETS_DE_MESSAGE), { error: 'Choisissez un sujet.' }),
  parcoursId: z
    .string()
    .trim()
    .toLowerCase()
    .max(IDENTIFIANT_SIGNES, { error: REFERENCE })
    .default('')
    .transform((texte, contexte) => {
      if (texte === '') return null;
      if (!IDENTIFIANT.test(texte)) {
        contexte.addIssue({
          code: 'custom',
          message: REFERENCE,
        });
        return z.NEVER;
      }
      return texte;
    }),
  nom: nomSaisi('votre prénom et votre nom', { max: 100 }),
  courriel: courrielSaisi,
  nouveauContact: nouveauContactSchema.nullable().default(null),
  message: texteSaisi('votre message', { min: 10, max: MESSAGE_EQUIPE_MAX }),
  consentement: consentementSaisi,
});

/** Un message à l'équipe, tel que le formulaire l'envoie. */
export const messageEquipeSchema = champsDuMessage
  .check((contexte) => {
    const { role, sujet, nouveauContact } = contexte.value;
    const signaler = (champ: string, message: string) =>
      contexte.issues.push({ code: 'custom', message, path: [champ], input: contexte.value });
    if (!estSujetDe(role, sujet)) signaler('sujet', 'Choisissez un sujet de la liste.');
    if (sujet === 'contact-change' && nouveauContact === null)
      signaler('nouveauContact.nom', 'Dites qui prend le relais.');
  })
  // Un contact tapé avant de changer de sujet n'a plus de raison d'être gardé.
  .transform((message) =>
    message.sujet === 'contact-change' ? message : { ...message, nouveauContact: null },
  );

export type MessageEquipe = z.infer<typeof messageEquipeSchema>;

/** Ce dont on avertit qui écrit à l'équipe : ses propres coordonnées sont permises, un jeune ne se nomme pas. */
export function avertissementsDuMessage(message: string): string[] {
  return relireMessage(message).avertit;
}
