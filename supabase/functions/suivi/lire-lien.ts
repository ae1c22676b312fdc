import { tableauLuSchema } from '../../../src/tableaux/regles/tableau-lu.ts';
import { lireUnLien, type Montrer } from '../_shared/liens.ts';
import { ouvertSchema } from '../_shared/suivi/lecture.ts';
import { corpsDuSuivi } from '../_shared/suivi/reponse.ts';
import { corpsDuTableau } from '../_shared/suivi/tableau.ts';

const montrerLeTableau: Montrer = (lu, deps) => corpsDuTableau(tableauLuSchema.parse(lu), deps);

/** Montre un dossier, ou un tableau, à qui a son lien. */
export const lireLien = lireUnLien({
  suivre: (lu, deps) => corpsDuSuivi(ouvertSchema.parse(lu), deps),
  dossiers: montrerLeTableau,
  demandes: montrerLeTableau,
  equipe: montrerLeTableau,
  coordination: montrerLeTableau,
});
