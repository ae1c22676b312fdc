import * as z from 'zod/mini';
import { personneSaisie } from '../../socle/saisie.ts';

/** Une personne à prévenir, jamais publiée. */
export const personneDeclaree = z.strictObject(personneSaisie('un prénom et un nom'), {
  error: 'Dites qui prévenir.',
});

/** Un groupe laissé vide arrive en null : il manque alors un nom et une adresse, que l'on demande champ par champ. */
export const personneSchema = z.pipe(
  z.transform((personne: unknown) => personne ?? {}),
  personneDeclaree,
);

export const champsDesContacts = {
  /** La personne qui a répondu au marché. */
  entreprise1: personneSchema,
  /** Le tuteur entreprise, qui accueille. */
  entreprise2: personneSchema,
};

/** Les deux contacts de l'entreprise, quand elle les confirme ou les corrige. Dans une petite, une personne est les deux. */
export const contactsSchema = z.object(champsDesContacts);
