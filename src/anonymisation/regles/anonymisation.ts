import { enClair } from '../../socle/en-clair.ts';
import { publiableDe, type Anonymisation } from './publiable.ts';
import { type FormePreparee, repererValeurs } from './valeurs.ts';

/**
 * Anonymise un texte libre. Une coordonnée ou une valeur privée de la ligne fait perdre sa phrase entière ;
 * un simple soupçon est signalé, à charge pour l'appelant de ne rien publier. Le texte est d'abord mis en
 * clair : ni balise, ni formule, ni signe invisible ne survit.
 * @param prives valeurs privées de la même ligne, préparées par `preparerValeurs`
 */
export function anonymiser(texte: string, prives: readonly FormePreparee[]): Anonymisation {
  const clair = enClair(texte);
  return publiableDe(clair, repererValeurs(clair, prives));
}
