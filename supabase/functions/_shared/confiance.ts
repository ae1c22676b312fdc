import { ajouterJoursOuvres } from '../../../src/calendrier/regles/calendrier.ts';
import { estReconnue } from '../../../src/demande/regles/confiance.ts';
import { jourAParis } from '../../../src/socle/dates.ts';
import confiance from './confiance.json' with { type: 'json' };
import type { Deps } from './deps.ts';
import { CALENDRIER } from './suivi/regles.ts';

/** Jours avant qu'une vérification restée sans réponse prenne fin. */
export const VERIFICATION_JOURS = confiance.verification.fin;

/** Vrai si l'adresse dit d'elle-même qui écrit. */
export const estUneAdresseReconnue = (courriel: string) =>
  estReconnue(courriel, confiance.domaines);

/** Ce que la base doit savoir pour admettre une demande aujourd'hui : les limites, et les deux jours d'une vérification. */
export function confianceLe({ maintenant }: Deps) {
  const jour = jourAParis(maintenant());
  const { relaisOuvres, gardeOuvres } = confiance.verification;
  return {
    ...confiance.limites,
    relaisLe: ajouterJoursOuvres(jour, relaisOuvres, CALENDRIER),
    gardeeJusquAu: ajouterJoursOuvres(jour, gardeOuvres, CALENDRIER),
  };
}
