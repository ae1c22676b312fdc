import type { Calendrier } from '../../../../src/calendrier/regles/calendrier.ts';
import type { DelaisDeSuivi } from '../../../../src/suivi/regles/delais.ts';
import { limitesDuSuivi } from '../../../../src/formulaire/regles/limites.ts';
import calendrier from '../calendrier.json' with { type: 'json' };
import confiance from '../confiance.json' with { type: 'json' };
import delais from '../suivi.json' with { type: 'json' };

/** Les délais, les limites et le calendrier du contenu, recopiés à côté des fonctions (npm run service:references). */
export const DELAIS: DelaisDeSuivi = delais;
export const CALENDRIER: Calendrier = calendrier;
export const LIMITES_DU_SUIVI = limitesDuSuivi(confiance.limites);
