import {
  adresseDeReponse,
  aSigner,
  lireAdresse,
  SIGNATURE_SIGNES,
  type ReponseA,
} from '../../../../src/reponses/regles/adresse.ts';
import type { Config } from '../config.ts';
import { pseudonyme } from '../jetons.ts';

type Secrets = Pick<Config, 'secretLiens' | 'domaineReponses'>;

const signatureDe = async (a: ReponseA, { secretLiens }: Secrets) =>
  (await pseudonyme(secretLiens, aSigner(a))).slice(0, SIGNATURE_SIGNES);

/** L'adresse où répondre, que personne ne peut deviner. */
export const adresseOuRepondre = async (a: ReponseA, config: Secrets): Promise<string> =>
  adresseDeReponse(a, await signatureDe(a, config), config.domaineReponses);

/** La première adresse de réponse que nous avons signée, parmi celles-ci ; undefined s'il n'y en a pas. */
export async function adresseSignee(
  adresses: readonly string[],
  config: Secrets,
): Promise<ReponseA | undefined> {
  if (config.domaineReponses === '') return undefined;
  for (const adresse of adresses) {
    const lue = lireAdresse(adresse, config.domaineReponses);
    if (lue === undefined) continue;
    const { lien, lecteur, signature } = lue;
    if (signature === (await signatureDe({ lien, lecteur }, config))) return { lien, lecteur };
  }
  return undefined;
}
