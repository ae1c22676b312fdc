import * as z from 'zod/mini';
import { refuser } from '../../socle/refuser.ts';
import { ligneFacultative, ligneSaisie, telephoneSaisi } from '../../socle/saisie.ts';
import { LONGUEURS_DU_LIEU } from './creneaux.ts';

/*
 * Où venir rencontrer l'entreprise : pour les personnes du dossier, jamais au journal. Une adresse et un nom y sont à leur
 * place ; ce qui deviendrait un lien dans nos courriels, non.
 */

const TELEPHONE = 'Écrivez le numéro à appeler le jour même, par exemple 01 99 00 00 00.';

export const lieuSaisi = z.strictObject(
  {
    adresse: ligneSaisie('l’adresse où venir', { max: LONGUEURS_DU_LIEU.adresse }),
    demander: ligneSaisie('qui demander à l’arrivée', { max: LONGUEURS_DU_LIEU.demander }),
    telephone: z.pipe(
      telephoneSaisi,
      z.transform(
        (numero: string | null, contexte): string => numero ?? refuser(contexte, TELEPHONE),
      ),
    ),
    apporter: ligneFacultative('ce qu’il faut apporter', LONGUEURS_DU_LIEU.apporter),
  },
  { error: 'Dites où venir, et qui demander.' },
);
