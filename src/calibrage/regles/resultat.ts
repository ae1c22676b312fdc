import { calibrer, type Calibrage } from './calibrer.ts';
import {
  CHAMPS,
  lireMarche,
  type Champ,
  type Erreurs,
  type Marche,
  type Saisie,
} from './marche.ts';

const INVITATION = 'Écrivez le montant de votre marché : le résultat s’affiche ici.';
const A_CORRIGER = 'Corrigez ce qui est signalé : le résultat s’affichera ici.';

/** Le champ que la personne vient de finir, tous quand elle demande le résultat, aucun pendant qu'elle tape. */
export type Demandees = Champ | 'toutes' | 'aucune';

/**
 * Les erreurs à dire. Quitter un champ ne reproche rien aux autres, pas encore remplis, ni à lui s'il est vide ; ce qui
 * est déjà dit reste, tant que ce n'est pas corrigé.
 */
export function erreursADire(saisie: Saisie, dejaDites: Erreurs, demandees: Demandees): Erreurs {
  const lecture = lireMarche(saisie);
  const erreurs = 'erreurs' in lecture ? lecture.erreurs : {};
  const aDire = CHAMPS.filter(
    (champ) =>
      champ in dejaDites ||
      demandees === 'toutes' ||
      (demandees === champ && saisie[champ].trim() !== ''),
  );
  return Object.fromEntries(
    aDire.flatMap((champ) => (erreurs[champ] === undefined ? [] : [[champ, erreurs[champ]]])),
  );
}

/** Ce que la page montre : une phrase toujours, et le détail quand la saisie décrit un marché. */
export type Resultat = { resume: string; detail?: Calibrage & { marche: Marche } };

/** @param dites les erreurs que la personne a sous les yeux */
export function resultat(saisie: Saisie, dites: Erreurs): Resultat {
  const lecture = lireMarche(saisie);
  if ('marche' in lecture) {
    const calibrage = calibrer(lecture.marche);
    return { resume: calibrage.resume, detail: { ...calibrage, marche: lecture.marche } };
  }
  const signale = saisie.montant.trim() !== '' && Object.keys(dites).length > 0;
  return { resume: signale ? A_CORRIGER : INVITATION };
}
