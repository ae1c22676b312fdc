import * as defi from '../_shared/routes/defi.ts';
import { salle } from '../_shared/salle.ts';
import { servir, type RoutesDe } from '../_shared/servir.ts';
import * as contacter from './contacter.ts';

const routes: RoutesDe<'contact'> = {
  defi,
  contacter,
};

servir('contact', salle('contact', routes));
