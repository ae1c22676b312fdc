import { salle } from '../_shared/salle.ts';
import { servir, type RoutesDe } from '../_shared/servir.ts';
import { reserveAuxTaches } from '../_shared/taches.ts';
import { entretenir } from './entretenir.ts';
import { relancer } from './relancer.ts';
import { envoyerLesCourriels } from './envoyer-courriels.ts';

const routes: RoutesDe<'taches'> = {
  entretenir: { traiter: entretenir },
  relancer: { traiter: relancer },
  'envoyer-courriels': { traiter: envoyerLesCourriels },
};

servir('taches', salle('taches', routes, reserveAuxTaches));
