import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { anonymiser } from '../src/anonymisation/regles/anonymisation.ts';
import { soupconner } from '../src/anonymisation/regles/soupcons.ts';
import { sujetsDUnePersonne, sujetsInterdits } from '../src/anonymisation/regles/sujets.ts';
import { preparerValeurs, repererValeurs } from '../src/anonymisation/regles/valeurs.ts';
import { relireMessage } from '../src/anonymisation/regles/vigilance.ts';
import { champsDuFormulaire } from '../src/formulaire/regles/decodage.ts';
import { cleDeLieu, lireSaisie } from '../src/lieux/regles/lieux.ts';
import {
  formeDeCondition,
  formeDeTache,
  intituleDesTaches,
} from '../src/parcours/regles/mise-en-forme.ts';
import { messageEquipeSchema } from '../src/contact/regles/message-equipe.ts';
import { contactsSchema } from '../src/declaration/regles/contacts.ts';
import { decisionSchema } from '../src/declaration/regles/decision.ts';
import { declarationSchema } from '../src/declaration/regles/declaration.ts';
import { demandeSchema } from '../src/demande/regles/demande.ts';
import { repererCoordonnees, reperer } from '../src/socle/coordonnees.ts';
import { enClair } from '../src/socle/en-clair.ts';
import { enPhrases } from '../src/socle/phrases.ts';
import { normaliser, slug } from '../src/socle/texte.ts';
import { typographier, typographierHtml } from '../src/socle/typographie.ts';
import { ACTIONS_SAISIES } from '../src/suivi/regles/actions-saisies.ts';
import { retrouverSchema } from '../src/lien/regles/retrouver.ts';

/** Taille d'un envoi que le service accepte de lire, en octets. */
export const TAILLE = 20_000;

const SOURCES = [
  'socle',
  'anonymisation/regles',
  'parcours/regles',
  'lieux/regles',
  'formulaire/regles',
];

/** Ce qu'un motif sépare, compte ou répète : avec une lettre, un chiffre ou un blanc, il commence à s'y reconnaître. */
const autour = (signe: string) => [signe, `${signe} `, ` ${signe}`, `a${signe}`, `1${signe}`];

/** Les signes et les mots des règles, tirés de leurs propres sources : une règle nouvelle apporte les siens. */
function tirerDesSources(): { signes: string[]; mots: string[] } {
  const racine = join(import.meta.dirname, '../src');
  const code = SOURCES.flatMap((dossier) =>
    readdirSync(join(racine, dossier))
      .filter((nom) => nom.endsWith('.ts'))
      .map((nom) => readFileSync(join(racine, dossier, nom), 'utf8')),
  ).join('\n');
  const motifs = code.split('\n').filter((ligne) => /String\.raw|\/[gimsuy]*[.,;)]/.test(ligne));
  const signes = new Set([...code].filter((signe) => /[^\p{L}\p{N}]/u.test(signe)));
  const echappes = [...code.matchAll(/\\u([0-9a-f]{4})/gi)].map(([, hexa = '20']) =>
    String.fromCharCode(Number.parseInt(hexa, 16)),
  );
  const mots = motifs.join(' ').match(/(?<![\\\p{L}])\p{L}{2,}/gu) ?? [];
  return { signes: [...signes, ...new Set(echappes)], mots: [...new Set(mots)] };
}

const { signes, mots } = tirerDesSources();

/** Des suites que l'on ne tire pas des sources : des débuts de balise, de lien, de liste, de nombre. */
const SUITES = `
[]( ![]( [a](b_ [](a[](b) <a_ <a_href= <a_href=" <!-- <script> </ &# &amp; =HYPERLINK( HYPERLINK(" a@ a@a. @a.a a.
www. http:// :// a- -- -_A_ _-_A 06_ 0612 +33_ (0) 12_rue_ 12_rue_a 123456789 SIRET_ FR 75000_ 2l_ O6 un_ zéro_
six_et_ Jean_ Jean- J. M._ Société_ Groupe_A le_jeune_ 17_ans_ né_le_ A._ a_a_ a_b_c_ Ab_Cd_ sa_sa_ et_fils_ «_a_ 1/_A_
𝐀 １ ٣ ﹫`
  .trim()
  .split(/\s/)
  .map((suite) => suite.replaceAll('_', ' '))
  .concat('\r\n', ' \n', '\u0301');

/** Un texte de `taille` octets où se répète un fragment, entouré de quoi réveiller chaque règle, puis la faire échouer. */
export const repeter = (fragment: string, taille: number): string =>
  `x@y.fr 0 [ ${fragment.repeat(Math.max(1, Math.floor(taille / Buffer.byteLength(fragment))))}!`;

export const FRAGMENTS: readonly string[] = [...new Set([...signes.flatMap(autour), ...SUITES])];
/** Les mêmes, seuls : pour ce qui enchaîne des règles déjà vues une à une. */
export const FRAGMENTS_SEULS: readonly string[] = [...new Set([...signes, ...SUITES])];
export const MOTS_DES_REGLES: readonly string[] = mots.map((mot) => `${mot} `);

const PRIVEES = preparerValeurs(
  [
    { colonne: 'entreprise', genre: 'entreprise', valeur: 'SARL Exemple et fils' },
    { colonne: 'personne', genre: 'personne', valeur: 'Jean Exemple-Inventé' },
    { colonne: 'courriel', genre: 'courriel', valeur: 'jean@exemple.example' },
  ],
  { estLieu: () => false, estCourant: () => false },
);

const enValeurPrivee = (valeur: string) =>
  preparerValeurs(
    (['entreprise', 'personne', 'site', 'courriel', 'adresse', 'fonction', 'texte'] as const).map(
      (genre) => ({ colonne: genre, genre, valeur }),
    ),
    { estLieu: () => false, estCourant: () => false },
  );

/** Chaque règle qui lit un texte venu d'une personne ou d'un export. */
export const REGLES: Readonly<Record<string, (texte: string) => unknown>> = {
  enClair,
  reperer,
  repererCoordonnees,
  enPhrases,
  normaliser,
  slug,
  typographier,
  typographierHtml,
  soupconner,
  sujetsInterdits,
  sujetsDUnePersonne: (texte) => sujetsDUnePersonne([texte]),
  relireMessage,
  anonymiser: (texte) => anonymiser(texte, PRIVEES),
  repererValeurs: (texte) => repererValeurs(texte, PRIVEES),
  enValeurPrivee,
  formeDeTache,
  formeDeCondition,
  intituleDesTaches: (texte) => intituleDesTaches([texte]),
  lireSaisie,
  cleDeLieu,
};

const personne = { nom: 'Camille Exemple', courriel: 'camille@exemple.example', telephone: '' };

/** Chaque schéma qui relit un envoi. */
export const SCHEMAS = {
  demande: demandeSchema,
  message: messageEquipeSchema,
  declaration: declarationSchema,
  contacts: contactsSchema,
  decision: decisionSchema,
  retrouver: retrouverSchema,
  ...ACTIONS_SAISIES,
};

/** Les champs d'un envoi, quel qu'il soit. */
const CHAMPS = [
  ...[
    'cle',
    'parcoursId',
    'nom',
    'courriel',
    'telephone',
    'role',
    'etablissement',
    'academie',
    'debutLe',
    'heures',
  ],
  ...[
    'message',
    'sujet',
    'domaine',
    'commune',
    'finLe',
    'motif',
    'precision',
    'le',
    'lundi',
    'debut',
    'jusquAu',
  ],
];

/** Les longueurs où les règles travaillent le plus : trop long, un message, une ligne, un nom. */
const LONGUEURS = [TAILLE, 1_500, 300, 100];

/** Des envois dont chaque champ est le même texte hostile, seul, en ligne ou dans un groupe. */
export function envoisHostiles(fragment: string): Record<string, unknown>[] {
  return LONGUEURS.map((longueur) => {
    const texte = repeter(fragment, longueur).slice(0, longueur);
    const groupe = { ...personne, nom: texte, courriel: texte };
    return {
      ...Object.fromEntries(CHAMPS.map((champ) => [champ, texte])),
      taches: Array.from({ length: 12 }, () => texte),
      conditions: Array.from({ length: 10 }, () => texte),
      nouveauContact: groupe,
      entreprise1: groupe,
      entreprise2: groupe,
      suivi: groupe,
      consentement: true,
    };
  });
}

/** Un formulaire posté sans JavaScript, plein de champs minuscules. */
export const formulaireHostile = (nom: string) =>
  champsDuFormulaire(
    new URLSearchParams(`${nom}=&`.repeat(TAILLE / (nom.length + 2))),
    declarationSchema,
  );

/** Temps de processeur de ce fil, en millisecondes. */
export function cout(faire: () => unknown): number {
  const debut = process.threadCpuUsage().user;
  faire();
  return (process.threadCpuUsage().user - debut) / 1000;
}
