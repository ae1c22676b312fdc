import type { NomsDuTableau } from '../regles/mots.ts';
import { derniereEnMots } from '../regles/phrases.ts';
import { lireCommunes, type CommunesDuCatalogue } from '../../lieux/appels/communes.ts';

/* Le JSON vient de la page, écrit à la construction. */
function lireNoms(texte: string | undefined): Record<string, string> {
  return JSON.parse(texte ?? '{}') as Record<string, string>;
}

/** Les noms des domaines et des académies (data-domaines, data-academies), et ceux des communes du catalogue. */
export async function lireLesNoms(racine: HTMLElement): Promise<NomsDuTableau> {
  const domaines = lireNoms(racine.dataset.domaines);
  const academies = lireNoms(racine.dataset.academies);
  const communes: CommunesDuCatalogue = await lireCommunes();
  return {
    domaine: (code) => domaines[code] ?? code,
    academie: (code) => academies[code] ?? code,
    commune: (code) => {
      const [nom, departement] = communes[code] ?? [];
      return nom === undefined ? `commune ${code}` : `${nom} (${departement})`;
    },
    derniere: ({ suivi }) => derniereEnMots(suivi),
  };
}
