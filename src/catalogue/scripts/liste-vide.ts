import { ecrireFiltres, filtresActifs, RAYONS_KM, type Filtres } from '../regles/filtres.ts';
import type { Manifeste } from '../regles/lots.ts';
import { deLieu } from '../../socle/texte.ts';
import { creer } from '../../ui/dom.ts';
import { chercher, type Contexte } from './recherche-filtree.ts';

type Piste = { texte: string; adresse: string; contexte: Contexte };
type Noms = Parameters<typeof filtresActifs>[1];
type Domaines = Manifeste['domaines'];

function adresse(filtres: Filtres, chemin = ''): string {
  return `${chemin}?${ecrireFiltres(filtres).toString()}`;
}

/* Pistes, de la plus proche de la demande à la plus lointaine : élargir, retirer un filtre, changer de domaine. */
function pistes(contexte: Contexte, noms: Noms, domaines: Domaines): Piste[] {
  const { filtres, centre } = contexte;
  const rayons = centre ? RAYONS_KM.filter((rayon) => rayon > filtres.rayon) : [];
  const elargies = rayons.map((rayon) => {
    const larges = { ...filtres, rayon, page: 1 };
    const texte = `Élargir à ${rayon} km`;
    return { texte, adresse: adresse(larges), contexte: { ...contexte, filtres: larges } };
  });
  const allegees = filtresActifs(filtres, noms).map(({ libelle, sans }) => {
    const sansLieu = sans.lieu ? centre : null;
    const texte = `Retirer le filtre « ${libelle} »`;
    return {
      texte,
      adresse: adresse(sans),
      contexte: { ...contexte, filtres: sans, centre: sansLieu },
    };
  });
  const proches = domainesProches(contexte, domaines).map(({ slug, nom }) => ({
    texte: `Voir le domaine voisin « ${nom} »`,
    adresse: adresse({ ...filtres, domaine: '', page: 1 }, `/domaines/${slug}/`),
    contexte: {
      ...contexte,
      filtres: { ...filtres, domaine: '' },
      domaine: slug,
      departements: [],
    },
  }));
  return [...elargies, ...allegees, ...proches, ...ailleurs(contexte, noms)];
}

function domainesProches({ domaine, filtres }: Contexte, domaines: Domaines): Domaines {
  const demande = domaines.find(({ slug }) => slug === (domaine || filtres.domaine));
  return domaines.filter(({ slug }) => demande?.voisins.includes(slug));
}

/* Dernier recours d'une page qui ne montre qu'une partie du catalogue : tout, autour du lieu, au plus large. */
function ailleurs(contexte: Contexte, noms: Noms): Piste[] {
  const { filtres, domaine, departements } = contexte;
  if (!domaine && !departements.length) return [];
  const larges = { ...filtres, rayon: RAYONS_KM[RAYONS_KM.length - 1] ?? filtres.rayon, page: 1 };
  const ou = filtres.lieu ? ` à ${larges.rayon} km ${deLieu(noms.lieu)}` : '';
  return [
    {
      texte: `Voir les parcours de tous les domaines${ou}`,
      adresse: adresse(larges, '/parcours/'),
      contexte: { ...contexte, filtres: larges, domaine: '', departements: [] },
    },
  ];
}

/** Dit pourquoi il n'y a rien, et propose ce qui donnerait au moins un parcours. */
export async function expliquerVide(contexte: Contexte, noms: Noms, domaines: Domaines) {
  const actifs = filtresActifs(contexte.filtres, noms).map(({ libelle }) => libelle);
  const comptes = await Promise.all(
    pistes(contexte, noms, domaines).map(async (piste) => ({
      ...piste,
      nombre: (await chercher(piste.contexte)).trouvailles.length,
    })),
  );
  const utiles = comptes.filter(({ nombre }) => nombre > 0);
  const elargie = utiles.find(({ texte }) => texte.startsWith('Élargir'));
  const gardees = utiles.filter((piste) => piste === elargie || !piste.texte.startsWith('Élargir'));
  return [
    creer(
      'p',
      {},
      `Aucun parcours ouvert ne répond ${actifs.length > 1 ? 'à la fois ' : ''}à : ${actifs.join(', ')}.`,
    ),
    gardees.length
      ? creer('p', {}, 'Vous pouvez :')
      : creer('p', {}, 'Retirez plusieurs filtres à la fois, ou changez de lieu.'),
    creer(
      'ul',
      {},
      ...gardees.map(({ texte, adresse: href, nombre }) =>
        creer('li', {}, creer('a', { href }, `${texte} (${nombre} parcours)`)),
      ),
    ),
  ];
}
