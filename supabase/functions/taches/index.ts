import { salle } from '../_shared/salle.ts';
import { servir, type RoutesDe } from '../_shared/servir.ts';
import { reserveAuxTaches } from '../_shared/taches.ts';
import * as entretenir from './entretenir.ts';
import * as relancer from './relancer.ts';
import * as envoyerCourriels from './envoyer-courriels.ts';

const routes: RoutesDe<'taches'> = {
  entretenir,
  relancer,
  'envoyer-courriels': envoyerCourriels,
};

servir('taches', salle('taches', routes, reserveAuxTaches));
