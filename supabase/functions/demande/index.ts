import { donnerUnDefi } from '../_shared/defi.ts';
import { salle } from '../_shared/salle.ts';
import { servir, type RoutesDe } from '../_shared/servir.ts';
import { exprimerInteret } from './exprimer-interet.ts';
import { lireLien } from './lire-lien.ts';
import { accepterProposition, confirmerInteret } from './rendre-active.ts';
import { retirerInteret } from './retirer-interet.ts';
import { etatParcours } from './etat-parcours.ts';
import { verifierPersonne } from './verifier-personne.ts';

const routes: RoutesDe<'demande'> = {
  defi: { traiter: donnerUnDefi, methode: 'GET' },
  'exprimer-interet': {
    traiter: exprimerInteret,
    pages: {
      envoyee: '/interet/envoyee/',
      incomplete: '/interet/incomplete/',
    },
  },
  'lire-lien': { traiter: lireLien },
  'confirmer-interet': { traiter: confirmerInteret },
  'accepter-proposition': { traiter: accepterProposition },
  'retirer-interet': { traiter: retirerInteret },
  'verifier-personne': { traiter: verifierPersonne },
  'etat-parcours': { traiter: etatParcours, methode: 'GET' },
};

servir('demande', salle('demande', routes));
