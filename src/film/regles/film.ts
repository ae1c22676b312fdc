import { z } from 'zod';
import { enFrancais } from '../../socle/dates.ts';
import { NOMS_DES_ACTEURS, type Acteur, type Frise } from '../../frise/regles/frise.ts';
import { typographier } from '../../socle/typographie.ts';

/** Ce que le film dit de plus que la frise (content/film.yaml). */
export const filmSchema = z.strictObject({
  version: z.iso.date().describe('Date affichée à la fin du film (AAAA-MM-JJ)'),
  ouverture: z.string().min(1).max(160).describe('Ce qu’est la clause, sous le titre'),
  precisions: z
    .array(
      z.strictObject({
        mot: z.string().min(2).describe('Mot à expliquer'),
        texte: z.string().min(1).max(110).describe('L’explication, en une phrase'),
      }),
    )
    .describe('Mots expliqués à l’image à l’étape qui les emploie la première'),
  sansReponse: z
    .array(z.string())
    .describe('Étapes dont le film dit ce qui se passe quand leur délai est manqué'),
  cloture: z.string().min(1).max(110).describe('À qui s’adresser, au-dessus de l’adresse'),
});

export type TextesDuFilm = z.infer<typeof filmSchema>;

/** Image du film, en pixels. */
export const TAILLE_DU_FILM = { largeur: 1280, hauteur: 720 } as const;

/** Adresses du film sur le site ; la fabrication les écrit dans public. */
export const FICHIERS_DU_FILM = {
  mp4: '/film/film.mp4',
  webm: '/film/film.webm',
  affiche: '/film/affiche.webp',
  sousTitres: '/film/film.fr.vtt',
} as const;

/** Durée que le film ne dépasse jamais, en secondes. */
export const DUREE_MAXIMALE = 90;

/**
 * Vitesses de lecture, en caractères par seconde : 12, avec une tolérance de 20 %
 * (charte relative à la qualité du sous-titrage, CSA, 2011).
 */
export const VITESSE_DE_CONFORT = 12;
export const VITESSE_MAXIMALE = 14.4;

/** Temps du mouvement qui ouvre chaque plan, avant que sa légende ne se lise, en secondes. */
export const RESPIRATION = 0.8;

/** Les temps tombent sur des dixièmes de seconde : deux images exactement. */
const DIXIEME = 10;

/** Une légende à l'image, de `debut` à `fin` (secondes depuis le début du film). */
export type Legende = { debut: number; fin: number; texte: string };

/** Un plan du film : une carte d'ouverture, une étape, ou la carte de fin. */
export type Plan = {
  debut: number;
  fin: number;
  titre: string;
  legendes: Legende[];
  /** Absent des deux cartes. */
  etape?: { numero: number; id: string; acteur: Acteur; qui: string; delai?: string };
};

export type Scenario = { titre: string; version: string; courriel: string; plans: Plan[] };

type Ebauche = Pick<Plan, 'titre' | 'etape'> & { textes: string[] };

const NOMBRES =
  'zéro une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'.split(
    ' ',
  );

function titreDuFilm(etapes: number): string {
  const nombre = NOMBRES[etapes] ?? String(etapes);
  const debut = nombre.charAt(0).toUpperCase() + nombre.slice(1);
  return `${debut} étape${etapes > 1 ? 's' : ''} pour accueillir un jeune`;
}

/** Le délai d'une étape tel que le film le dit : il court depuis la mise en relation. */
function libelleDelai({ id, delaiJours }: Frise['etapes'][number]): string | undefined {
  if (delaiJours === null) return undefined;
  const depuis = id === 'mise-en-relation' ? '' : ' après la mise en relation';
  return typographier(`${delaiJours} jours au plus${depuis}`);
}

/** Ce qui se passe quand le délai est manqué, une phrase par légende : le bandeau n'en tient pas plus. */
function legendesSansReponse({ sansReponse }: Frise['etapes'][number]): string[] {
  if (sansReponse === null) return [];
  const [premiere = '', ...suite] = sansReponse.split(/(?<=\.) /);
  return [`Sans réponse, ${premiere.charAt(0).toLowerCase()}${premiere.slice(1)}`, ...suite];
}

function ebauches(frise: Pick<Frise, 'etapes'>, textes: TextesDuFilm, courriel: string): Ebauche[] {
  const aPreciser = [...textes.precisions];
  const etapes = frise.etapes.map((etape, rang): Ebauche => {
    const dites = aPreciser.filter(({ mot }) => etape.quoi.includes(mot));
    for (const dite of dites) aPreciser.splice(aPreciser.indexOf(dite), 1);
    return {
      titre: etape.titre,
      textes: [
        etape.quoi,
        ...dites.map(({ texte }) => texte),
        ...(textes.sansReponse.includes(etape.id) ? legendesSansReponse(etape) : []),
      ],
      etape: {
        numero: rang + 1,
        id: etape.id,
        acteur: etape.qui,
        qui: NOMS_DES_ACTEURS[etape.qui],
        delai: libelleDelai(etape),
      },
    };
  });
  return [
    { titre: titreDuFilm(frise.etapes.length), textes: [textes.ouverture] },
    ...etapes,
    { titre: courriel, textes: [textes.cloture] },
  ];
}

/** Place les plans bout à bout, à cette vitesse de lecture (caractères par seconde). */
function monter(ebauches: Ebauche[], vitesse: number): Plan[] {
  let temps = 0;
  return ebauches.map(({ titre, etape, textes }) => {
    const debut = temps / DIXIEME;
    temps += RESPIRATION * DIXIEME;
    const legendes = textes.map((brut) => {
      const texte = typographier(brut);
      const depart = temps;
      temps += Math.ceil((texte.length / vitesse) * DIXIEME);
      return { debut: depart / DIXIEME, fin: temps / DIXIEME, texte };
    });
    return { debut, fin: temps / DIXIEME, titre: typographier(titre), legendes, etape };
  });
}

/** Durée d'un scénario, en secondes. */
export function dureeDuFilm({ plans }: Pick<Scenario, 'plans'>): number {
  return plans.at(-1)?.fin ?? 0;
}

/**
 * Le scénario du film : ses plans, leurs légendes et leurs temps, tirés de la frise. La lecture est aussi
 * confortable que 90 secondes le permettent.
 * @throws si tout ne se lit pas en 90 secondes, même à la vitesse maximale
 */
export function scenario(
  frise: Pick<Frise, 'etapes'>,
  textes: TextesDuFilm,
  courriel: string,
): Scenario {
  const aMonter = ebauches(frise, textes, courriel);
  for (let vitesse = VITESSE_DE_CONFORT; vitesse <= VITESSE_MAXIMALE; vitesse += 0.1) {
    const plans = monter(aMonter, vitesse);
    if (dureeDuFilm({ plans }) <= DUREE_MAXIMALE) {
      return {
        titre: plans[0]?.titre ?? '',
        version: enFrancais(textes.version),
        courriel,
        plans,
      };
    }
  }
  const signes = aMonter.flatMap((ebauche) => ebauche.textes).join('').length;
  throw new Error(
    `Le film ne tient pas en ${DUREE_MAXIMALE} secondes : ses légendes font ${signes} signes. ` +
      'Raccourcir des « quoi » de content/frise.yaml, ou content/film.yaml.',
  );
}
