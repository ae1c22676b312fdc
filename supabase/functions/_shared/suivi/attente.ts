import { echeanceDe } from '../../../../src/suivi/regles/page.ts';
import type { EtatDeSuivi } from '../../../../src/suivi/regles/etats.ts';
import type { Suivi } from '../../../../src/suivi/regles/suivi.ts';
import type { RoleDeSuivi } from '../../../../src/suivi/regles/mots.ts';
import { phraseDuTour } from '../../../../src/suivi/regles/phrases.ts';
import type { Attente } from '../courriels/suivi/donnees-suivi.ts';

/* Ce que chaque état demande, en trois mots : un objet de courriel se lit sur un téléphone. */
const GESTES: Partial<Record<EtatDeSuivi, string>> = {
  proposee: 'Acceptez le parcours libéré',
  'a-verifier': 'Dites si vous la connaissez',
  'reponse-attendue': 'Proposez des créneaux',
  reporte: 'Proposez des créneaux',
  'reponse-recue': 'Notez ce qu’elle répond',
  'contact-a-nommer': 'Nommez un autre contact',
  'refus-a-trancher': 'Décidez de la suite',
  'creneau-a-choisir': 'Choisissez un créneau',
  'reunion-prevue': 'Notez la réunion',
  'convention-a-signer': 'Faites signer la convention',
  'accueil-a-commencer': 'Accueillez le jeune',
  'accueil-en-cours': 'Déclarez les heures',
  interrompu: 'Dites si l’accueil reprend',
  'bilan-a-faire': 'Faites le bilan croisé',
};

/** Ce qu'un courriel dit à ce rôle de ce qui est attendu ; null quand le suivi est fini. */
export function attenteDe(suivi: Suivi, role: RoleDeSuivi): Attente | null {
  const { prochaine } = suivi;
  if (prochaine === null) return null;
  const echeance = echeanceDe(prochaine, role);
  const geste = GESTES[suivi.etat];
  return {
    phrase: phraseDuTour(suivi, role),
    aVous: prochaine.qui === role,
    ...(prochaine.qui === role && geste !== undefined ? { geste } : {}),
    avantLe: echeance?.jour ?? null,
    ...(echeance?.vers ? { vers: true } : {}),
  };
}
