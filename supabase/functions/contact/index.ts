import { donnerUnDefi } from '../_shared/defi.ts';
import { salle } from '../_shared/salle.ts';
import { servir, type RoutesDe } from '../_shared/servir.ts';
import { contacter } from './contacter.ts';

const routes: RoutesDe<'contact'> = {
  defi: { traiter: donnerUnDefi, methode: 'GET' },
  contacter: {
    traiter: contacter,
    pages: {
      envoyee: '/contact/envoye/',
      incomplete: '/contact/incomplet/',
    },
  },
};

servir('contact', salle('contact', routes));
