import { getEntry } from 'astro:content';
import { phraseDeReponse, type Statistique } from '../regles/statistiques.ts';

/** Toutes les statistiques publiables ; aucune tant que le site n'est pas construit sur une base. */
export async function lesStatistiques(): Promise<Statistique[]> {
  const entree = await getEntry('statistiques', 'toutes');
  return entree?.data.lignes ?? [];
}

async function phrasesDesParcours(): Promise<Map<string, string>> {
  const phrases = new Map<string, string>();
  for (const statistique of await lesStatistiques()) {
    const { groupe, mesure, cle } = statistique;
    const phrase = phraseDeReponse(statistique);
    if (groupe === 'parcours' && mesure === 'reponse' && phrase) phrases.set(cle, phrase);
  }
  return phrases;
}

/* Rangées une fois : un catalogue national a des dizaines de milliers de pages. */
let phrases: Promise<Map<string, string>> | undefined;

/** En combien de jours l'entreprise d'un parcours répond ; null tant que trop peu de demandes l'ont dit. */
export async function reactiviteDe(parcours: string): Promise<string | null> {
  phrases ??= phrasesDesParcours();
  return (await phrases).get(parcours) ?? null;
}
