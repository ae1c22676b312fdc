import { z } from 'zod';
import { personneSaisie } from '../../socle/saisie.ts';

/** Une personne à prévenir, jamais publiée. */
export const personneDeclaree = z.strictObject(personneSaisie('un prénom et un nom'), {
  error: 'Dites qui prévenir.',
});

/** Un groupe laissé vide arrive en null : il manque alors un nom et une adresse, que l'on demande champ par champ. */
export const personneSchema = z.preprocess((personne) => personne ?? {}, personneDeclaree);

export const champsDesContacts = {
  entreprise1: personneSchema.describe('La personne qui a répondu au marché'),
  entreprise2: personneSchema.describe('Le tuteur entreprise, qui accueille'),
};

type Contacts = z.infer<z.ZodObject<typeof champsDesContacts>>;

/** Un contact sur deux n'est plus le même au moment d'accueillir : une seule adresse ne suffit pas. */
export function deuxAdresses({ value, issues }: z.core.ParsePayload<Contacts>): void {
  if (value.entreprise1.courriel === value.entreprise2.courriel)
    issues.push({
      code: 'custom',
      message: 'Donnez deux adresses différentes : une personne peut partir.',
      path: ['entreprise2.courriel'],
      input: value,
    });
}

/** Les deux contacts de l'entreprise, quand elle les confirme ou les corrige. */
export const contactsSchema = z.object(champsDesContacts).check(deuxAdresses);
