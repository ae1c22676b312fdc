import * as defi from '../_shared/routes/defi.ts';
import * as lireLien from '../_shared/routes/lire-lien.ts';
import { salle } from '../_shared/salle.ts';
import { servir, type RoutesDe } from '../_shared/servir.ts';
import * as declarerParcours from './declarer-parcours.ts';
import * as confirmerContacts from './confirmer-contacts.ts';
import * as validerDeclaration from './valider-declaration.ts';

const routes: RoutesDe<'declaration'> = {
  defi,
  'declarer-parcours': declarerParcours,
  'lire-lien': lireLien,
  'confirmer-contacts': confirmerContacts,
  'valider-declaration': validerDeclaration,
};

servir('declaration', salle('declaration', routes));
