import * as z from 'zod/mini';
import { estSujetDe, ROLES_DE_MESSAGE, SUJETS_DE_MESSAGE } from './sujets.ts';
import { IDENTIFIANT, IDENTIFIANT_SIGNES } from '../../parcours/regles/limites.ts';
import { refuser } from '../../socle/refuser.ts';
import {
  cleSaisie,
  consentementSaisi,
  courrielSaisi,
  nomSaisi,
  personneSaisie,
  texteSaisi,
} from '../../socle/saisie.ts';
import { sujetsInterdits } from '../../anonymisation/regles/sujets.ts';

/** Longueur d'un message à l'équipe, en signes. */
const MESSAGE_EQUIPE_MAX = 3000;

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
  parcoursId: z.pipe(
    z._default(
      z
        .string()
        .check(
          z.trim(),
          z.toLowerCase(),
          z.maxLength(IDENTIFIANT_SIGNES, { error: REFERENCE, abort: true }),
        ),
      '',
    ),
    z.transform((texte: string, contexte): string | null => {
      if (texte === '') return null;
      return IDENTIFIANT.test(texte) ? texte : refuser(contexte, REFERENCE);
    }),
  ),
  nom: nomSaisi('votre prénom et votre nom', { max: 100 }),
  courriel: courrielSaisi,
  nouveauContact: z._default(z.nullable(nouveauContactSchema), null),
  message: texteSaisi('votre message', { min: 10, max: MESSAGE_EQUIPE_MAX }).check((contexte) => {
    for (const message of sujetsInterdits(contexte.value))
      contexte.issues.push({ code: 'custom', message, input: contexte.value });
  }),
  consentement: consentementSaisi,
});

type Message = z.infer<typeof champsDuMessage>;

/** Un message à l'équipe, tel que le formulaire l'envoie. */
export const messageEquipeSchema = z.pipe(
  champsDuMessage.check((contexte) => {
    const { role, sujet, nouveauContact } = contexte.value;
    const signaler = (champ: string, message: string) =>
      contexte.issues.push({ code: 'custom', message, path: [champ], input: contexte.value });
    if (!estSujetDe(role, sujet)) signaler('sujet', 'Choisissez un sujet de la liste.');
    if (sujet === 'contact-change' && nouveauContact === null)
      signaler('nouveauContact.nom', 'Dites qui prend le relais.');
  }),
  // Un contact tapé avant de changer de sujet n'a plus de raison d'être gardé.
  z.transform((message: Message) =>
    message.sujet === 'contact-change' ? message : { ...message, nouveauContact: null },
  ),
);
