import { donnerUnDefi } from '../_shared/defi.ts';
import { salle } from '../_shared/salle.ts';
import { servir, type RoutesDe } from '../_shared/servir.ts';
import { lireLien } from './lire-lien.ts';
import { agir } from './agir.ts';
import { agirTableau } from './agir-tableau.ts';
import { deciderLaReleve } from './decider-releve.ts';
import { demanderLaReleve } from './demander-releve.ts';
import { recevoirUneRemise } from './recevoir-remise.ts';
import { ouvrirParCode } from './ouvrir-par-code.ts';
import { retrouverSuivi } from './retrouver-suivi.ts';

const routes: RoutesDe<'suivi'> = {
  defi: { traiter: donnerUnDefi, methode: 'GET' },
  'lire-lien': { traiter: lireLien },
  agir: { traiter: agir },
  'agir-tableau': { traiter: agirTableau },
  'demander-releve': {
    traiter: demanderLaReleve,
    pages: {
      envoyee: '/acheteur/reprendre/envoyee/',
      incomplete: '/acheteur/reprendre/',
    },
  },
  'decider-releve': { traiter: deciderLaReleve },
  remise: { traiter: recevoirUneRemise },
  'ouvrir-par-code': { traiter: ouvrirParCode },
  'retrouver-suivi': {
    traiter: retrouverSuivi,
    pages: {
      envoyee: '/suivi/retrouver/envoye/',
      incomplete: '/suivi/retrouver/',
    },
  },
};

servir('suivi', salle('suivi', routes));
