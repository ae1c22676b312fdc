/** Plus grand montant accepté, en euros : au-delà, c'est une faute de frappe. */
const MONTANT_MAXIMAL = 1_000_000_000;

export type LectureDeMontant = { montant: number } | { erreur: string };

const EXEMPLE = 'par exemple 150 000';
const ECHELLES: Record<string, number> = { k: 1000, m: 1_000_000 };

/* Un nombre d'un seul tenant, ou par groupes de trois chiffres séparés d'une espace ou d'un point. */
const FORME = /^(\d+|\d{1,3}(?:[ .]\d{3})+)(?:,(\d{1,2})|[.](\d{1,2}))?$/;
/* Devant « k » ou « M », la virgule peut porter plus de chiffres : « 1,125 M€ ». */
const FORME_ABREGEE = /^(\d+|\d{1,3}(?: \d{3})+)(?:[,.](\d{1,6}))? ?(k|m)$/;

function nombre(texte: string): number | null {
  const abrege = FORME_ABREGEE.exec(texte);
  if (abrege) {
    const [, entier = '', decimales = '0', echelle = ''] = abrege;
    const lu = Number(`${entier.replace(/ /g, '')}.${decimales}`) * (ECHELLES[echelle] ?? 1);
    return Math.round(lu * 100) / 100;
  }
  const forme = FORME.exec(texte);
  if (!forme) return null;
  const [, entier = '', virgule, point] = forme;
  return Number(`${entier.replace(/[ .]/g, '')}.${virgule ?? point ?? '0'}`);
}

/**
 * Lit un montant en euros hors taxes, tel qu'on l'écrit en français : « 150 000 », « 150000,00 € », « 150 k€ »,
 * « 1,2 M€ ». Ce qui est ambigu (« 150,000 ») est refusé, avec la phrase à montrer à la personne.
 */
export function lireMontant(saisie: string): LectureDeMontant {
  const texte = saisie
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/millions?( d['’])?/, 'm')
    .replace(/(€|euros?|eur)/, '')
    .replace(/\b(ht|hors taxes?)\b/, '')
    .trim()
    .replace(/(?<=[km]) .*$/, '');
  if (texte === '') return { erreur: `Écrivez un montant en euros, ${EXEMPLE}.` };
  if (/\bttc\b/.test(texte)) return { erreur: `Écrivez le montant hors taxes, ${EXEMPLE}.` };
  if (/^[-−]/.test(texte)) return { erreur: `Écrivez un montant plus grand que zéro, ${EXEMPLE}.` };
  const lu = nombre(texte);
  if (lu === null) return { erreur: `Écrivez un montant en euros, ${EXEMPLE}.` };
  if (lu <= 0) return { erreur: `Écrivez un montant plus grand que zéro, ${EXEMPLE}.` };
  if (lu > MONTANT_MAXIMAL)
    return { erreur: `Vérifiez le nombre de zéros : le montant dépasse un milliard d’euros.` };
  return { montant: lu };
}

const FORMAT = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 });
const FORMAT_CENTIMES = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2 });

/** Écrit un montant sans son unité, avec des centimes seulement s'il en a : « 150 000 », « 99 999,50 ». */
export function ecrireMontant(montant: number): string {
  const format = Number.isInteger(montant) ? FORMAT : FORMAT_CENTIMES;
  return format.format(montant);
}

/** Écrit un montant en euros, l'unité collée par une espace insécable : « 150 000 € ». */
export function enEuros(montant: number): string {
  return `${ecrireMontant(montant)}\u00A0€`;
}
