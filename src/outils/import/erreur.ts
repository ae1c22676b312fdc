import { ErreurDeCommande } from '../commande.ts';

/** L'import ne peut rien faire ; le message, en français, dit pourquoi et quoi changer. */
export class ErreurImport extends ErreurDeCommande {
  override name = 'ErreurImport';
}
