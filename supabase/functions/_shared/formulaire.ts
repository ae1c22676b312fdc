import type { z } from 'zod';
import { champsDuFormulaire } from '../../../src/formulaire/regles/decodage.ts';
import { jourAParis } from '../../../src/socle/dates.ts';
import { maintenant } from './horloge.ts';
import { empreinteDe } from './jetons.ts';

/** Une clé qui dépend du contenu et du jour : le même formulaire posté deux fois n'est reçu qu'une fois par jour. */
async function cleDuContenu(texte: string): Promise<string> {
  const hexa = await empreinteDe(texte);
  return `${hexa.slice(0, 8)}-${hexa.slice(8, 12)}-8${hexa.slice(13, 16)}-8${hexa.slice(17, 20)}-${hexa.slice(20, 32)}`;
}

/** Les champs d'un formulaire posté sans JavaScript, tels que le schéma les attend, avec une clé d'envoi. */
export async function champsPostes(
  texte: string,
  schema: z.core.$ZodType,
): Promise<Record<string, unknown>> {
  const champs = champsDuFormulaire(new URLSearchParams(texte), schema);
  if (champs.cle === undefined || champs.cle === '')
    champs.cle = await cleDuContenu(`${jourAParis(maintenant())}\n${texte}`);
  return champs;
}
