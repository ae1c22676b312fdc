import { COULEURS } from './couleurs.ts';
import type { Pinceau } from './lettres.ts';

type Trace = { d: string; rouge?: boolean };

/* Comme public/pictogrammes : 80 sur 80, traits de 3, bleu et un accent rouge. */
const FEUILLE: Trace = { d: 'M22 10h26l12 12v48H22z' };
const PLI: Trace = { d: 'M48 10v12h12' };
const LIGNES: Trace = { d: 'M30 34h22M30 44h22' };

const tete = (x: number, y: number, r: number) =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
const buste = (x: number, y: number, l: number) => `M${x - l} ${y}a${l} ${l} 0 0 1 ${2 * l} 0`;

/** Le dessin de chaque étape de la frise ; une étape nouvelle a le dessin d'un document. */
const DESSINS: Record<string, Trace[]> = {
  publication: [FEUILLE, PLI, LIGNES, { d: 'M30 54h10M46 60l6 6 14-16', rouge: true }],
  consultation: [
    FEUILLE,
    PLI,
    { d: 'M30 34h8v8h-8zM30 50h8v8h-8zM44 38h8' },
    { d: 'M70 38l6 6-20 20-8 2 2-8z', rouge: true },
  ],
  notification: [
    { d: 'M10 24h60v42H10z' },
    { d: 'M10 26l30 24 30-24' },
    { d: 'M56 14l6 6 12-14', rouge: true },
  ],
  identification: [
    { d: tete(34, 34, 22) },
    { d: 'M50 50l20 20' },
    { d: `${tete(34, 28, 6)}${buste(34, 46, 10)}`, rouge: true },
  ],
  'mise-en-relation': [
    { d: 'M8 14h40v26H26l-10 10V40H8z' },
    { d: 'M16 23h24M16 31h16' },
    { d: 'M54 32h18v26h-8v10L54 58H34v-8', rouge: true },
  ],
  presentation: [
    { d: `${tete(16, 26, 7)}${buste(16, 48, 11)}` },
    { d: `${tete(64, 26, 7)}${buste(64, 48, 11)}` },
    { d: `${tete(40, 20, 7)}${buste(40, 42, 11)}`, rouge: true },
    { d: 'M8 56h64M16 56v14M64 56v14' },
  ],
  accueil: [
    { d: 'M10 70V14h36v56M6 70h68' },
    { d: 'M18 24h6M32 24h6M18 36h6M32 36h6M22 70V52h12v18' },
    { d: `${tete(60, 42, 7)}M48 70V66a12 12 0 0 1 24 0v4`, rouge: true },
  ],
  bilan: [
    { d: 'M18 16h44v56H18z' },
    { d: 'M30 10h20v12H30z' },
    { d: 'M28 34h24' },
    { d: 'M28 52l8 8 16-18', rouge: true },
  ],
};

const DOCUMENT: Trace[] = [FEUILLE, PLI, LIGNES, { d: 'M30 54h14', rouge: true }];

/** Longueur d'un tracé, en unités de dessin. */
function longueur(d: string): number {
  const chemin = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  chemin.setAttribute('d', d);
  return chemin.getTotalLength();
}

/** Trace le dessin d'une étape, centré, comme à la main : `part` va de 0 (rien) à 1 (tout). */
export function tracerPictogramme(
  pinceau: Pinceau,
  etape: string,
  { x, y, cote, part }: { x: number; y: number; cote: number; part: number },
): void {
  pinceau.save();
  pinceau.translate(x - cote / 2, y - cote / 2);
  pinceau.scale(cote / 80, cote / 80);
  pinceau.lineWidth = 3;
  pinceau.lineCap = 'round';
  pinceau.lineJoin = 'round';
  for (const { d, rouge = false } of DESSINS[etape] ?? DOCUMENT) {
    // L'accent rouge vient en dernier : c'est lui que l'œil suit.
    const avance = rouge ? (part - 0.5) * 2 : part * 1.6;
    if (avance <= 0) continue;
    const total = longueur(d);
    pinceau.setLineDash(avance < 1 ? [total * avance, total] : []);
    pinceau.strokeStyle = rouge ? COULEURS.rouge : COULEURS.bleu;
    pinceau.stroke(new Path2D(d));
  }
  pinceau.restore();
}
