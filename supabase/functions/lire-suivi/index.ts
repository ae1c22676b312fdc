import { servir } from '../_shared/servir.ts';
import { traiter } from './handler.ts';

servir('lire-suivi', traiter);
