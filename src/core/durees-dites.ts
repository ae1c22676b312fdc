import { libelleDuree, VOLUMES } from './calibrage.ts';

/**
 * Remplace chaque « {300 h} » d'un texte par sa durée en semaines et en heures (« 9 semaines (300 h) »).
 * @throws si le volume n'est pas l'un des quatre du calibrage
 */
export function avecDurees(texte: string): string {
  return texte.replace(/\{(\d+) h\}/g, (_, nombre: string) => {
    const volume = VOLUMES.find(({ heures }) => heures === Number(nombre));
    if (!volume) throw new Error(`« {${nombre} h} » n'est pas un volume du calibrage.`);
    return libelleDuree(volume.heures);
  });
}
