import { salle } from '../_shared/salle.ts';
import { servir, type RoutesDe } from '../_shared/servir.ts';
import { planifiee, reserveAuxTaches } from '../_shared/taches.ts';
import { entretenir } from './entretenir.ts';
import { relancer } from './relancer.ts';
import { envoyerLesCourriels } from './envoyer-courriels.ts';
import { direLaSante } from './sante.ts';

const routes: RoutesDe<'taches'> = {
  entretenir: planifiee('entretenir', entretenir),
  relancer: planifiee('relancer', relancer),
  'envoyer-courriels': planifiee('envoyer-courriels', envoyerLesCourriels),
  sante: { traiter: direLaSante, methode: 'GET', publique: true },
};

servir('taches', salle('taches', routes, reserveAuxTaches));
