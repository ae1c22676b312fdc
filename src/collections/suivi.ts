import { laFrise } from './frise.ts';
import { lesMoments } from './kit.ts';

/** La page du kit entreprise qui parle de chaque étape de la frise, quand il y en a une. */
export async function momentsDesEtapes() {
  const moments = new Map((await lesMoments()).map((moment) => [moment.id, moment]));
  return (await laFrise()).etapes.flatMap(({ id, moment }) => {
    const trouve = moment === null ? undefined : moments.get(moment);
    return trouve ? [{ etape: id, titre: trouve.titre, chemin: trouve.chemin }] : [];
  });
}
