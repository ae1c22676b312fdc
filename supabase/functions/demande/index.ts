import * as defi from '../_shared/routes/defi.ts';
import * as lireLien from '../_shared/routes/lire-lien.ts';
import { salle } from '../_shared/salle.ts';
import { servir, type RoutesDe } from '../_shared/servir.ts';
import * as exprimerInteret from './exprimer-interet.ts';
import * as confirmerInteret from './confirmer-interet.ts';
import * as accepterProposition from './accepter-proposition.ts';
import * as retirerInteret from './retirer-interet.ts';
import * as etatParcours from './etat-parcours.ts';

const routes: RoutesDe<'demande'> = {
  defi,
  'exprimer-interet': exprimerInteret,
  'lire-lien': lireLien,
  'confirmer-interet': confirmerInteret,
  'accepter-proposition': accepterProposition,
  'retirer-interet': retirerInteret,
  'etat-parcours': etatParcours,
};

servir('demande', salle('demande', routes));
