import { ErreurDeCommande } from '../commande.ts';

/** L'import ne peut rien faire ; le message, en français, dit pourquoi et quoi changer. */
export class ErreurImport extends ErreurDeCommande {
  override name = 'ErreurImport';
}

export const fichierChange = () =>
  new ErreurImport(
    'Le fichier a changé pendant sa lecture : aucun parcours n’est fermé. Ceux déjà écrits sont entiers ; ' +
      'relancez l’import quand le fichier est complet.',
  );
