/** Un lien fautif, la première page qui le porte et le nombre de pages qui le portent. */
export type Defaut = { lien: string; page: string; pages: number; raison: string };

/** Un lien relevé dans une page, avant d'en savoir le défaut. */
export function defaut(lien: string, page: string): Defaut {
  return { lien, page, pages: 1, raison: '' };
}

/** Défauts montrés en entier ; les autres sont comptés. */
const DEFAUTS_MONTRES = 20;

function enTexte({ lien, page, pages, raison }: Defaut): string {
  const autres = pages > 1 ? ` (et ${pages - 1} autre(s) page(s))` : '';
  return `  ${page}${autres} : « ${lien} »\n    ${raison}`;
}

/** Le site construit contient des liens qui ne mènent nulle part. */
export class ErreurDeLiens extends Error {
  override name = 'ErreurDeLiens';
  constructor(defauts: readonly Defaut[]) {
    // L'ordre de lecture du disque change d'un poste à l'autre : celui du message, non.
    const tries = [...defauts].sort(
      (a, b) => a.page.localeCompare(b.page, 'fr') || a.lien.localeCompare(b.lien, 'fr'),
    );
    const lignes = tries.slice(0, DEFAUTS_MONTRES).map(enTexte);
    const reste = defauts.length - DEFAUTS_MONTRES;
    if (reste > 0) lignes.push(`  … et ${reste} lien(s) de plus.`);
    super(`Publication refusée : ${defauts.length} lien(s) sans issue.\n${lignes.join('\n')}`);
  }
}
