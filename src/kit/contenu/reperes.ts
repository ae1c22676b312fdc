import { getCollection } from 'astro:content';
import { avecDelais } from '../regles/kit.ts';
import type { Contact, Engagement } from '../regles/reperes.ts';
import { lesDelaisDits } from '../../frise/contenu.ts';
import { parRang } from '../../socle/rang.ts';
import { laRegle, lesValeurs } from '../../guides/contenu.ts';

/** Ce à quoi chacun s'engage, délais compris, dans l'ordre de content/engagements.yaml. */
export async function lesEngagements(): Promise<Engagement[]> {
  const delais = await lesDelaisDits();
  return (await getCollection('engagements'))
    .map(({ data }) => data)
    .sort(parRang)
    .map((data) => ({
      ...data,
      engagements: data.engagements.map((texte) => avecDelais(texte, delais)),
    }));
}

/** Les idées reçues et les faits, délais compris, chacun avec la règle de droit qu'il cite. */
export async function lesIdeesRecues() {
  const valeurs = await lesValeurs();
  const idees = (await getCollection('ideesRecues')).map(({ data }) => data).sort(parRang);
  return Promise.all(
    idees.map(async ({ regle, fait, ...reste }) => ({
      ...reste,
      fait: avecDelais(fait, valeurs),
      regle: regle === undefined ? undefined : await laRegle(regle),
    })),
  );
}

/** Une idée reçue telle que les pages la reçoivent. */
export type IdeeCitee = Awaited<ReturnType<typeof lesIdeesRecues>>[number];

/** À qui s'adresser pour quel problème, dans l'ordre de content/contacts.yaml. */
export async function lesContacts(): Promise<Contact[]> {
  return (await getCollection('contacts')).map(({ data }) => data).sort(parRang);
}

/** Un contact cité par son identifiant ; inconnu, c'est une erreur de construction. */
export async function leContact(id: string): Promise<Contact> {
  const trouve = (await lesContacts()).find((contact) => contact.id === id);
  if (!trouve) throw new Error(`content/contacts.yaml n’a pas de contact « ${id} ».`);
  return trouve;
}
