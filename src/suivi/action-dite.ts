import type { ReactNode } from 'react';
import type { Bornes } from '../socle/bornes.ts';
import type { bornesDesDates } from './regles/actions-champs.ts';
import type { SuiviRecu } from './regles/recu.ts';

/** Les longueurs que les schémas imposent aux champs d'une action. */
export type BornesDuSuivi = Readonly<
  Record<'precision' | 'nom' | 'courriel' | 'telephone', Bornes>
>;

/** Ce que les champs d'une action reçoivent. */
export type ChampsDAction = {
  recu: SuiviRecu;
  bornes: BornesDuSuivi;
  dates: ReturnType<typeof bornesDesDates>;
  /** Ce qui est tapé dans « précision » : la page avertit avant l'envoi. */
  precision: string;
  /** La réponse choisie en tête d'un formulaire qui en dépend ; vide avant. */
  quoi: string;
};

/** Une action telle que la page la propose. */
export type ActionDite = {
  titre: string;
  /** Le bouton qui envoie. */
  bouton?: string;
  Champs: (champs: ChampsDAction) => ReactNode;
};
