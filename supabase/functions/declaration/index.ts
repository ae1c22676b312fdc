import { donnerUnDefi } from '../_shared/defi.ts';
import { salle } from '../_shared/salle.ts';
import { servir, type RoutesDe } from '../_shared/servir.ts';
import { declarerParcours } from './declarer-parcours.ts';
import { lireLien } from './lire-lien.ts';
import { confirmerContacts } from './confirmer-contacts.ts';
import { validerDeclaration } from './valider-declaration.ts';

const routes: RoutesDe<'declaration'> = {
  defi: { traiter: donnerUnDefi, methode: 'GET' },
  'declarer-parcours': {
    traiter: declarerParcours,
    pages: {
      envoyee: '/acheteur/declarer/envoyee/',
      incomplete: '/acheteur/declarer/incomplete/',
    },
  },
  'lire-lien': { traiter: lireLien },
  'confirmer-contacts': { traiter: confirmerContacts },
  'valider-declaration': { traiter: validerDeclaration },
};

servir('declaration', salle('declaration', routes));
