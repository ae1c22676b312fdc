import { laFrise } from '../frise/contenu.ts';
import { lesMoments } from '../kit/contenu/kit.ts';
import { MOTS_DES_ETATS } from './regles/etats-mots.ts';

const ETAPES = new Set<string | undefined>(Object.values(MOTS_DES_ETATS).map(({ etape }) => etape));

/** La page du kit entreprise qui parle de chaque étape d'un suivi. */
export async function momentsDesEtapes() {
  const moments = new Map((await lesMoments()).map((moment) => [moment.id, moment]));
  const etapes = (await laFrise()).etapes.filter(({ id }) => ETAPES.has(id));
  return etapes.flatMap(({ id, moment }) => {
    const trouve = moment === null ? undefined : moments.get(moment);
    return trouve ? [{ etape: id, titre: trouve.titre, chemin: trouve.chemin }] : [];
  });
}
