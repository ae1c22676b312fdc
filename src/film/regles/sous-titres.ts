import type { Plan, Scenario } from './film.ts';

const deuxChiffres = (nombre: number) => String(nombre).padStart(2, '0');

/** « 1:05 » : un temps du film tel qu'on le lit, en minutes et secondes entières. */
export function tempsLisible(secondes: number): string {
  return `${Math.floor(secondes / 60)}:${deuxChiffres(Math.floor(secondes % 60))}`;
}

/** « 00:01:05.300 » : un temps du film au format WebVTT. */
function tempsVtt(secondes: number): string {
  const millisecondes = Math.round(secondes * 1000);
  const entieres = Math.floor(millisecondes / 1000);
  const reste = String(millisecondes % 1000).padStart(3, '0');
  return `00:${deuxChiffres(Math.floor(entieres / 60))}:${deuxChiffres(entieres % 60)}.${reste}`;
}

/** Ce que l'image montre hors de la légende, en une ligne : l'étape, qui agit, le délai. */
function surtitre({ titre, etape }: Plan): string {
  if (!etape) return titre;
  return [`${etape.numero}. ${titre}`, etape.qui, etape.delai].filter(Boolean).join(', ');
}

const echapper = (texte: string) =>
  texte.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Les sous-titres du film au format WebVTT : sans un trou, du début à la fin. */
export function sousTitres({ plans }: Scenario): string {
  const repliques = plans.flatMap((plan) =>
    plan.legendes.map(({ debut, fin, texte }, rang) => {
      const depart = rang === 0 ? plan.debut : debut;
      const lignes = rang === 0 ? `${surtitre(plan)}\n${texte}` : texte;
      return `${tempsVtt(depart)} --> ${tempsVtt(fin)}\n${echapper(lignes)}`;
    }),
  );
  return `WEBVTT\n\n${repliques.join('\n\n')}\n`;
}
