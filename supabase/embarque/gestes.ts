import type { IncomingMessage } from 'node:http';
import { ErreurDHorloge, type Horloge } from './horloge.ts';

export type SuiteDuGeste = { statut: number; json?: string; vers?: string };

/** Un formulaire de la boîte, envoyé par elle-même : une page d'un autre site ne change pas l'heure du poste. */
const vientDIci = ({ headers }: IncomingMessage) =>
  headers['sec-fetch-site'] === undefined
    ? URL.parse(headers.origin ?? '')?.host === headers.host
    : headers['sec-fetch-site'] === 'same-origin';

/** Une date d'un ordre de la commande, ou undefined. */
function lireInstant(texte: string): Date | undefined {
  const instant = new Date(texte);
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}

/**
 * Les gestes de la boîte de courriels et de la commande « relances » : lancer les rappels, avancer d'un jour ou d'une
 * semaine, aller à une date.
 */
export async function faireUnGeste(
  requete: IncomingMessage,
  corps: string,
  secret: string,
  horloge: Horloge,
): Promise<SuiteDuGeste> {
  const deLaCommande = requete.headers.authorization === `Bearer ${secret}`;
  if (!deLaCommande && !vientDIci(requete)) return { statut: 403, json: '{"statut":"interdit"}' };
  const champs = new URLSearchParams(corps);
  try {
    const geste = champs.get('geste');
    if (geste === 'jour') await horloge.avancer(1);
    else if (geste === 'semaine') await horloge.avancer(7);
    else if (geste === 'relances') {
      const le = champs.get('le') ?? '';
      const instant = lireInstant(le);
      if (le !== '' && instant === undefined) return { statut: 400, json: '{"statut":"date"}' };
      if (instant !== undefined) await horloge.aller(instant);
      await horloge.jouer();
    } else return { statut: 400, json: '{"statut":"geste"}' };
  } catch (erreur) {
    if (!(erreur instanceof ErreurDHorloge)) throw erreur;
    return { statut: 409, json: JSON.stringify({ statut: 'passe', message: erreur.message }) };
  }
  if (!deLaCommande) return { statut: 303, vers: '/courriels' };
  return {
    statut: 200,
    json: JSON.stringify({ statut: 'fait', maintenant: horloge.maintenant.toISOString() }),
  };
}
