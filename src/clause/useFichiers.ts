import type { MouseEvent } from 'react';
import { telecharger } from '../ui/telecharger.ts';
import { ecrireFichier, type Format } from './appels.ts';
import type { PartieDeClause } from './regles/clause.ts';
import { clauseEnDocument, phraseDesBlancs } from './regles/clause-document.ts';
import type { ModeleDeClause } from './regles/modele.ts';

const ECHEC =
  'Le fichier n’a pas pu être préparé. Copiez le texte, ou rechargez la page et recommencez.';

/** Un lien vers la clause à remplir enregistre, à la place, celle que la personne vient de rédiger. */
export function useFichiers(
  modele: ModeleDeClause,
  parties: readonly PartieDeClause[],
  annoncer: (message: string) => void,
): (format: Format) => (evenement: MouseEvent) => void {
  const enregistrer = async (format: Format) => {
    annoncer('Préparation du fichier…');
    try {
      const fichier = await ecrireFichier(format, clauseEnDocument(modele, parties));
      telecharger(fichier, {
        nom: `clause-sociale-de-formation.${format}`,
        type: fichier.type,
      });
      annoncer(`Fichier .${format} prêt. ${phraseDesBlancs(parties)}`);
    } catch {
      annoncer(ECHEC);
    }
  };
  return (format) => (evenement) => {
    evenement.preventDefault();
    void enregistrer(format);
  };
}
