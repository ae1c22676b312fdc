import { getCollection } from 'astro:content';
import { avecDelais } from '../core/kit.ts';
import type { Contact, Engagement, IdeeRecue } from '../core/reperes.ts';
import { lesDelaisDits } from './frise.ts';
import { parRang } from './rang.ts';

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

/** Les idées reçues et les faits, délais compris, dans l'ordre de content/idees-recues.yaml. */
export async function lesIdeesRecues(): Promise<IdeeRecue[]> {
  const delais = await lesDelaisDits();
  return (await getCollection('ideesRecues'))
    .map(({ data }) => data)
    .sort(parRang)
    .map((data) => ({
      ...data,
      fait: avecDelais(data.fait, delais),
    }));
}

/** À qui s'adresser pour quel problème, dans l'ordre de content/contacts.yaml. */
export async function lesContacts(): Promise<Contact[]> {
  return (await getCollection('contacts')).map(({ data }) => data).sort(parRang);
}
