import { COURRIEL_EQUIPE } from './courriel-equipe.ts';
import { ajouterJours } from '../../socle/dates.ts';

/** Jours où le fichier vaut, depuis la publication : la norme demande moins d'un an. */
const VALABLE_JOURS = 360;

/**
 * Le fichier `security.txt` (RFC 9116) : à qui signaler une faille. Il périme, pour qu'un site laissé à l'abandon ne
 * promette plus de réponse.
 * @param site adresse du site
 * @param jour jour de la publication (AAAA-MM-JJ)
 * @param signaler chemin de la page qui dit comment signaler
 */
export function ecrireSecurityTxt(site: URL, jour: string, signaler: string): string {
  const champs = {
    Contact: `mailto:${COURRIEL_EQUIPE}`,
    Expires: `${ajouterJours(jour, VALABLE_JOURS)}T00:00:00Z`,
    'Preferred-Languages': 'fr',
    Canonical: new URL('/.well-known/security.txt', site).href,
    Policy: new URL(signaler, site).href,
  };
  return Object.entries(champs)
    .map(([nom, valeur]) => `${nom}: ${valeur}\n`)
    .join('');
}
