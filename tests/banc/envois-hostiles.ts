/* Les envois du banc des requêtes : chaque route qui lit un texte, chaque champ, vingt mille octets au plus. */
import { randomUUID } from 'node:crypto';
import { ACTIONS_POSSIBLES } from '../../src/suivi/regles/actions.ts';
import { TAILLE_MAX_OCTETS } from '../../src/formulaire/regles/limites.ts';
import { uneDemande, type Corps } from '../functions/service.ts';
import { repeter } from '../textes-hostiles.ts';

/** De la marge pour ce qui entoure le texte : noms des champs, preuve, guillemets. */
const MARGE = 200;

const personne = () => ({
  nom: 'Camille Exemple',
  courriel: 'camille@exemple.example',
  telephone: '',
});
const JETON = 'A'.repeat(43);

/** Un corps valable de chaque route ; un lien bien formé suffit pour que le texte soit lu. */
const MODELES: Record<string, () => Corps> = {
  'demande/exprimer-interet': uneDemande,
  'contact/contacter': () => ({
    cle: randomUUID(),
    role: 'acheteur',
    sujet: 'contact-change',
    parcoursId: '27rx7f3c',
    nom: 'Camille Exemple',
    courriel: 'camille@exemple.example',
    nouveauContact: personne(),
    message: 'Le contact de ce parcours change au printemps.',
    consentement: true,
  }),
  'declaration/declarer-parcours': () => ({
    cle: randomUUID(),
    domaine: 'bois',
    taches: ['Poncer un plan de travail'],
    conditions: ['Chaussures fermées'],
    heures: 300,
    commune: '35238',
    finLe: '2027-12-31',
    entreprise1: personne(),
    entreprise2: { ...personne(), courriel: 'noa@exemple.example' },
    suivi: personne(),
    roleDuSuivi: 'acheteur',
    consentement: true,
  }),
  'suivi/demander-releve': () => ({
    ...{ cle: randomUUID(), ...personne() },
    ...{ courrielParti: 'noa@exemple.example', reference: 'D-bcdfgh' },
  }),
  'suivi/decider-releve': () => ({ jeton: JETON, releve: randomUUID(), accepte: true }),
  'suivi/retrouver-suivi': () => ({ courriel: 'camille@exemple.example' }),
  'declaration/confirmer-contacts': () => ({
    jeton: JETON,
    entreprise1: personne(),
    entreprise2: { ...personne(), courriel: 'noa@exemple.example' },
  }),
  'declaration/valider-declaration': () => ({ jeton: JETON, accepte: false, motif: 'Hors sujet.' }),
  'demande/lire-lien': () => ({ jeton: JETON }),
  'suivi/agir-tableau': () => ({ jeton: JETON, action: 'renvoyer-courriel', id: randomUUID() }),
  ...Object.fromEntries(
    ACTIONS_POSSIBLES.map((action) => [
      `suivi/agir ${action}`,
      () => ({
        ...{ jeton: JETON, cle: randomUUID(), vu: 0, action, precision: 'Un mot.' },
        ...{ motif: 'autre', le: '2026-12-01', lundi: '2026-11-30', heures: 35 },
        ...{ jusquAu: '2026-12-20', debut: '2026-12-01T10:00', absent: 'jeune', suite: 'embauche' },
        ...{ nom: 'Camille Exemple', courriel: 'camille@exemple.example', role: 'entreprise-1' },
      }),
    ]),
  ),
};

export const CIBLES = Object.keys(MODELES);

/** Les champs qu'une personne tape ; les autres sont des codes, que la forme seule refuse. */
const TAPES =
  /^(nom|courriel|telephone|etablissement|message|motif|precision|taches|conditions|jeton|parcoursId|commune|domaine|le|finLe|debutLe)$/;

/** Les champs qui admettent le plus long texte, puis celui que toute route qui n'en a pas lit quand même. */
const LONGS = ['message', 'taches', 'motif', 'precision', 'entreprise1.nom', 'courriel', 'jeton'];

type Feuille = { chemin: string; poser: (texte: string) => void };

function feuillesDe(objet: Record<string, unknown>, avant = ''): Feuille[] {
  return Object.entries(objet).flatMap(([nom, valeur]): Feuille[] => {
    if (typeof valeur === 'object' && valeur !== null && !Array.isArray(valeur))
      return feuillesDe(valeur as Record<string, unknown>, `${avant}${nom}.`);
    if (!TAPES.test(nom)) return [];
    const poser = (texte: string) => {
      objet[nom] = Array.isArray(valeur)
        ? Array.from({ length: 10 }, () => texte.slice(0, Math.ceil(texte.length / 10)))
        : texte;
    };
    return [{ chemin: `${avant}${nom}`, poser }];
  });
}

export type Ecriture = 'JSON' | 'formulaire';

const ecrits: Record<Ecriture, (texte: string) => number> = {
  JSON: (texte) => Buffer.byteLength(JSON.stringify(texte)),
  formulaire: (texte) => new URLSearchParams({ t: texte }).toString().length,
};

/** Un texte qui, une fois écrit dans l'envoi, ne dépasse pas ce nombre d'octets. */
function texteDe(fragment: string, octets: number, ecriture: Ecriture): string {
  const cinquante = fragment.repeat(50);
  const gonfle = ecrits[ecriture](cinquante) / Buffer.byteLength(cinquante);
  const texte = repeter(fragment, octets);
  return texte.slice(0, Math.floor(texte.length / Math.max(1, gonfle)));
}

export type Envoi = { variante: string; corps: Corps };

/**
 * Les envois d'une route pour un fragment : le plus long de ses champs plein à lui seul, tous à parts égales, tous à la
 * longueur d'une ligne puis d'un nom, où les règles vont le plus loin.
 * @param enveloppe ce qu'un formulaire ajoute : sa taille compte
 */
export function envoisDe(
  cible: string,
  fragment: string,
  enveloppe: Corps,
  ecriture: Ecriture,
): Envoi[] {
  const neuf = () => ({ ...MODELES[cible]?.(), ...enveloppe });
  const place = TAILLE_MAX_OCTETS - MARGE - JSON.stringify(neuf()).length;
  const toutes = feuillesDe(neuf()).map(({ chemin }) => chemin);
  // Un jeton abîmé arrête tout avant la lecture des champs : il ne s'abîme que là où il est seul.
  const sansJeton = toutes.filter((chemin) => chemin !== 'jeton');
  const chemins = sansJeton.length > 0 ? sansJeton : toutes;
  const remplir = (variante: string, choisis: readonly string[], octets: number): Envoi => {
    const corps = neuf();
    const texte = texteDe(fragment, octets, ecriture);
    for (const { chemin, poser } of feuillesDe(corps)) if (choisis.includes(chemin)) poser(texte);
    return { variante, corps };
  };
  const part = Math.floor(place / chemins.length);
  const leLong = LONGS.find((chemin) => chemins.includes(chemin)) ?? '';
  return [
    remplir(leLong, [leLong], place),
    remplir('à parts égales', chemins, part),
    remplir('une ligne partout', chemins, Math.min(300, part)),
    remplir('un nom partout', chemins, Math.min(90, part)),
  ];
}

/** Le même envoi, comme un navigateur sans JavaScript l'écrirait. */
export function enFormulaire(corps: Corps): string {
  const paires = (objet: Corps, avant = ''): [string, string][] =>
    Object.entries(objet).flatMap(([nom, valeur]): [string, string][] => {
      if (Array.isArray(valeur)) return [[`${avant}${nom}`, valeur.join('\n')]];
      if (typeof valeur === 'object' && valeur !== null)
        return paires(valeur as Corps, `${avant}${nom}.`);
      return [[`${avant}${nom}`, valeur === true ? 'on' : String(valeur)]];
    });
  return new URLSearchParams(paires(corps)).toString();
}

/** Les formulaires dont un message entier, plein de ces signes, peut être accepté ; et sa longueur, en signes. */
export const MESSAGES: Record<string, number> = {
  'demande/exprimer-interet': 1_500,
  'contact/contacter': 3_000,
};

/** Un envoi valable dont le message est aussi long que permis, d'une adresse qui n'a jamais écrit. */
export function envoiAcceptable(cible: string, fragment: string): Envoi {
  const debut = 'Bonjour, un mot de plus sur ce parcours. ';
  const texte = debut + fragment.repeat(MESSAGES[cible] ?? 0);
  const courriel = `alix.${randomUUID().slice(0, 8)}@lycee.example`;
  const message = texte.slice(0, MESSAGES[cible]).trim();
  return { variante: 'message', corps: { ...MODELES[cible]?.(), courriel, message } };
}
