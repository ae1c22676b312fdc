import * as defi from '../_shared/routes/defi.ts';
import { salle } from '../_shared/salle.ts';
import { servir, type RoutesDe } from '../_shared/servir.ts';
import * as lireSuivi from './lire-suivi.ts';
import * as agir from './agir.ts';
import * as lireTableau from './lire-tableau.ts';
import * as agirTableau from './agir-tableau.ts';
import * as retrouverSuivi from './retrouver-suivi.ts';

const routes: RoutesDe<'suivi'> = {
  defi,
  'lire-suivi': lireSuivi,
  agir,
  'lire-tableau': lireTableau,
  'agir-tableau': agirTableau,
  'retrouver-suivi': retrouverSuivi,
};

servir('suivi', salle('suivi', routes));
