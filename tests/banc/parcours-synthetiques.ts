import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import { ajouterJours } from '../../src/socle/dates.ts';
import type { Parcours } from '../../src/parcours/regles/parcours.ts';
import { communes } from '../../src/lieux/referentiel/communes.ts';

const ALPHABET = 'bcdfghjkmnpqrstvwxz23456789';
const VERBES = ['Préparer', 'Suivre', 'Découvrir', 'Tenir', 'Contrôler', 'Accueillir', 'Classer'];
const OBJETS = [
  'une commande',
  'les visiteurs',
  'un dossier',
  'le stock',
  'une tournée',
  'la salle',
];
const LIEUX = ['avec le chef d’équipe', 'à l’atelier', 'au magasin', 'au bureau', 'en cuisine', ''];
const DOMAINES = [
  'accueil',
  'administration',
  'commerce-vente',
  'communication',
  'comptabilite',
  'electricite',
  'esthetique',
  'hotellerie',
  'informatique',
  'logistique',
  'restauration-cuisine',
  'securite',
  'service-a-la-personne',
  'transport',
  'autre',
];
const DISPONIBILITES = ['disponible', 'disponible', 'en-preparation', 'reserve', 'pourvu'] as const;

/** Générateur congruentiel : un banc rejoué mesure les mêmes parcours. */
function hasard(graine: number) {
  let etat = graine >>> 0;
  return () => {
    etat = (Math.imul(etat, 1_664_525) + 1_013_904_223) >>> 0;
    return etat / 2 ** 32;
  };
}

/** Tire une commune avec une chance proportionnelle à sa population, comme les parcours se répartissent. */
function tirageDeCommunes(alea: () => number) {
  const villes = new Set(['75056', '69123', '13055']);
  const candidates = communes().filter((c) => c.population > 0 && !villes.has(c.code));
  const cumuls: number[] = [];
  let total = 0;
  for (const { population } of candidates) cumuls.push((total += population));
  return () => {
    const cible = alea() * total;
    let [bas, haut] = [0, cumuls.length - 1];
    while (bas < haut) {
      const milieu = (bas + haut) >> 1;
      if ((cumuls[milieu] ?? 0) < cible) bas = milieu + 1;
      else haut = milieu;
    }
    return candidates[bas]?.code ?? '75101';
  };
}

function* parcoursSynthetiques(nombre: number): Generator<Parcours> {
  const alea = hasard(nombre);
  const commune = tirageDeCommunes(alea);
  const parmi = <T>(liste: readonly T[]) => liste[Math.floor(alea() * liste.length)] as T;
  const tache = () =>
    `${parmi(VERBES)} ${parmi(OBJETS)} ${parmi(LIEUX)} n° ${Math.floor(alea() * 900)}`;
  for (let rang = 0; rang < nombre; rang++) {
    const taches = Array.from({ length: 2 + Math.floor(alea() * 3) }, tache);
    const publieLe = ajouterJours('2024-01-01', Math.floor(alea() * 1000));
    const finLe = ajouterJours('2027-01-01', Math.floor(alea() * 1400));
    yield {
      id: identifiant(rang, alea),
      intitule: taches.slice(0, 2).join(', ').slice(0, 120),
      domaine: parmi(DOMAINES),
      taches,
      heures: parmi([150, 300, 450, 900, null]),
      commune: commune(),
      conditions: alea() < 0.5 ? ['Repas pris en charge.'] : [],
      horairesAmenages: alea() < 0.2,
      gratificationPrevue: alea() < 0.1,
      disponibilite: parmi(DISPONIBILITES),
      publieLe,
      finLe,
      finReconductionLe: null,
    };
  }
}

/* Le rang garantit l'unicité, le hasard l'entropie d'un vrai identifiant. */
function identifiant(rang: number, alea: () => number): string {
  let [texte, reste] = ['', rang];
  for (let i = 0; i < 4; i++) {
    texte += ALPHABET[reste % 27] ?? '';
    reste = Math.floor(reste / 27);
  }
  while (texte.length < 8) texte += ALPHABET[Math.floor(alea() * 27)] ?? '';
  return texte;
}

/** Écrit des parcours synthétiques dans un dossier, un fichier par parcours. */
export async function ecrireParcours(nombre: number, dossier: string): Promise<void> {
  await mkdir(dossier, { recursive: true });
  let attente: Promise<void>[] = [];
  for (const parcours of parcoursSynthetiques(nombre)) {
    attente.push(
      writeFile(join(dossier, `${parcours.id}.yaml`), dump(parcours, { lineWidth: -1 })),
    );
    if (attente.length >= 256) {
      await Promise.all(attente);
      attente = [];
    }
  }
  await Promise.all(attente);
}
