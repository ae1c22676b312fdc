import type { CourrielRecu, ReponseRecue } from '../../supabase/embarque/fournisseur.ts';
import { aUneReponse, type Essai } from '../../supabase/embarque/reponses.ts';
import type { Corps, ServiceDEssai } from './service.ts';
import { DossierDEssai } from './suivi.ts';

export const TEXTE = 'Bonjour, je peux vous recevoir jeudi 18 à 10 h.';

export async function unDossier(essai: ServiceDEssai): Promise<DossierDEssai> {
  const dossier = await DossierDEssai.ouvrir(essai);
  await essai.courrielsPartis();
  return dossier;
}

export async function annoncer(essai: ServiceDEssai, reponse: ReponseRecue) {
  const rendue = await essai.service.reponses.annoncer(reponse);
  const corps = (await rendue.json()) as Corps;
  await essai.courrielsPartis();
  return { statut: rendue.status, corps };
}

/** Répond à un courriel comme le ferait une messagerie : le courriel recopié dessous. */
export const repondre = (essai: ServiceDEssai, courriel: CourrielRecu, champs: Essai) =>
  annoncer(essai, essai.service.reponses.ecrire(courriel, champs));

/** Le premier courriel du suivi reçu par ce rôle : « Confirmez » n'en est pas un. */
export function courrielDe(
  { essai, adresse }: DossierDEssai,
  role: 'entreprise-1' | 'tutrice' | 'acheteur',
) {
  const courriel = essai.courriels(adresse(role)).filter(aUneReponse).at(-1);
  if (!courriel) throw new Error(`Aucun courriel où répondre pour ${role}.`);
  return courriel;
}

export const recusPar = (
  { essai, adresse }: DossierDEssai,
  role: 'tutrice' | 'equipe' | 'entreprise-1',
) => essai.courriels(adresse(role)).length;
