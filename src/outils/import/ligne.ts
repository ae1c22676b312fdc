import type { Contexte, ValeurPrivee } from '../../anonymisation/regles/formes.ts';
import { preparerValeurs } from '../../anonymisation/regles/valeurs.ts';
import { type Disponibilite, DISPONIBILITES } from '../../parcours/regles/disponibilite.ts';
import { intituleDesTaches } from '../../parcours/regles/mise-en-forme.ts';
import { type Parcours, parcoursSchema } from '../../parcours/regles/parcours.ts';
import { slug } from '../../socle/texte.ts';
import type { Commune } from '../../lieux/referentiel/communes.ts';
import { type CleDeColonne, type Cellules, CLES, colonne, COLONNES } from './colonnes.ts';
import { lireDate } from '../../socle/date-lue.ts';
import { DOMAINE_AUTRE, type LecteurDeDomaine } from './domaines.ts';
import { lireHeures } from './heures.ts';
import { trouverLieu } from './lieu.ts';
import { avertissement, blocage, type Remarque } from './remarques.ts';
import {
  annonceGratification,
  annonceHorairesAmenages,
  anonymiserCellule,
  enConditions,
  enTaches,
} from './textes.ts';

/** Longueur d'une cellule, en signes. Au-delà, ce n'est plus une réponse : une personne doit la reprendre. */
const CELLULE_MAXIMALE = 20_000;

const contenuSchema = parcoursSchema.omit({ id: true });

/** Tout d'un parcours, sauf son identifiant : il dépend des autres lignes. */
export type Contenu = Omit<Parcours, 'id'>;

export type LigneLue = { contenu: Contenu | null; remarques: Remarque[] };

/** Ce qu'il faut pour lire une ligne ; `jour` (AAAA-MM-JJ) ne sert qu'aux avertissements. */
export type Reglages = {
  domaine: LecteurDeDomaine;
  contexte: (commune: Commune | null) => Contexte;
  jour: string;
};

/**
 * Lit une ligne : le contenu publiable, ou null si une remarque la bloque. Ne lève pas d'erreur. Une cellule trop longue
 * met la ligne de côté avant toute règle.
 */
export function lireLigne(cellules: Cellules, reglages: Reglages): LigneLue {
  const longues = CLES.filter((cle) => cellules[cle].length > CELLULE_MAXIMALE);
  if (longues.length > 0)
    return {
      contenu: null,
      remarques: longues.map((cle) =>
        blocage(colonne(cle).titre, 'texte trop long', 'Raccourcir le texte.'),
      ),
    };
  const { commune, remarques } = trouverLieu(cellules);
  const prives = preparerValeurs(valeursPrivees(cellules), reglages.contexte(commune));
  const lireTexte = (cle: 'taches' | 'remarque', forme: typeof enTaches) => {
    const { titre } = COLONNES[cle];
    const anonyme = anonymiserCellule(titre, cellules[cle], prives);
    const mis = forme(titre, anonyme.phrases);
    remarques.push(...anonyme.remarques, ...mis.remarques);
    return mis.phrases;
  };
  const taches = lireTexte('taches', enTaches);
  const conditions = lireTexte('remarque', enConditions);
  if (taches.length === 0) remarques.push(sansTache(cellules.taches));
  const champs = {
    domaine: lireDomaine(cellules, reglages.domaine, remarques),
    heures: lireVolume(cellules, remarques),
    disponibilite: lireDisponibilite(cellules, remarques),
    ...lireDates(cellules, reglages.jour, remarques),
  };
  if (!commune || remarques.some(({ bloquante }) => bloquante)) return { contenu: null, remarques };
  return valider(
    {
      ...champs,
      intitule: intituleDesTaches(taches),
      taches,
      commune: commune.code,
      conditions,
      horairesAmenages: annonceHorairesAmenages(conditions),
      gratificationPrevue: annonceGratification(conditions),
    },
    remarques,
  );
}

/** Dernier filet : le schéma strict, celui-là même que le site appliquera. */
function valider(contenu: Contenu, remarques: Remarque[]): LigneLue {
  const lecture = contenuSchema.safeParse(contenu);
  if (lecture.success) return { contenu, remarques };
  const champs = lecture.error.issues.map(({ path }) => path.join('.')).join(', ');
  remarques.push(
    blocage('', `contenu hors du schéma (${champs})`, 'Signaler cette ligne à l’équipe technique.'),
  );
  return { contenu: null, remarques };
}

function valeursPrivees(cellules: Cellules): ValeurPrivee[] {
  return CLES.flatMap((cle) => {
    const { titre, prive } = colonne(cle);
    const valeur = cellules[cle].trim();
    if (prive === undefined || valeur === '') return [];
    // Un commentaire se retrouve par phrases ; le reste, entier.
    const valeurs = cle === 'commentaires' ? valeur.split(/[.;!?\n]+/) : [valeur];
    return valeurs.map((partie) => ({ colonne: titre, genre: prive, valeur: partie }));
  });
}

function sansTache(texte: string): Remarque {
  const motif = texte.trim() === '' ? 'aucune tâche' : 'aucune tâche publiable';
  return blocage(
    COLONNES.taches.titre,
    motif,
    'Écrire au moins une tâche, sans coordonnée ni nom.',
  );
}

function lireDomaine(cellules: Cellules, lire: LecteurDeDomaine, remarques: Remarque[]): string {
  const domaine = lire(cellules.domaine);
  if (domaine !== null) return domaine;
  remarques.push(
    avertissement(
      COLONNES.domaine.titre,
      cellules.domaine.trim() === ''
        ? 'domaine absent, rangé dans « Autre »'
        : 'domaine inconnu, rangé dans « Autre »',
      'Choisir un des quinze domaines.',
    ),
  );
  return DOMAINE_AUTRE;
}

function lireVolume(cellules: Cellules, remarques: Remarque[]): number | null {
  const heures = lireHeures(cellules.heures);
  if (heures === null) {
    remarques.push(
      avertissement(
        COLONNES.heures.titre,
        'heures absentes ou illisibles, durée à convenir',
        'Écrire un nombre d’heures, par exemple 300.',
      ),
    );
  }
  return heures;
}

function lireDisponibilite(cellules: Cellules, remarques: Remarque[]): Disponibilite {
  const lue = slug(cellules.disponibilite);
  const connue = DISPONIBILITES.find((disponibilite) => disponibilite === lue);
  if (connue !== undefined) return connue;
  remarques.push(
    avertissement(
      COLONNES.disponibilite.titre,
      'disponibilité absente ou inconnue, « En préparation » a été retenu',
      'Choisir Disponible, En préparation, Réservé, Pourvu ou Terminé.',
    ),
  );
  return 'en-preparation';
}

type Dates = Pick<Contenu, 'publieLe' | 'finLe' | 'finReconductionLe'>;

function lireDates(cellules: Cellules, jour: string, remarques: Remarque[]): Dates {
  const lire = (cle: CleDeColonne) => {
    const { date, probleme } = lireDate(cellules[cle], { suite: true });
    if (probleme === 'illisible' || probleme === 'impossible') {
      remarques.push(
        avertissement(
          colonne(cle).titre,
          `date ${probleme}, retirée`,
          'Écrire la date sous la forme 13/10/2026.',
        ),
      );
    }
    return date;
  };
  const publieLe = lire('creeLe');
  if (publieLe !== null && publieLe > jour) {
    remarques.push(
      avertissement(COLONNES.creeLe.titre, 'date de création à venir, gardée', 'Vérifier la date.'),
    );
  }
  const notifieLe = lire('notifieLe');
  const apres = (cle: 'finLe' | 'finReconductionLe', borne: string | null, quoi: string) => {
    const date = lire(cle);
    if (date === null || borne === null || date >= borne) return date;
    remarques.push(
      avertissement(
        COLONNES[cle].titre,
        `date de fin antérieure à ${quoi}, retirée`,
        'Vérifier les deux dates.',
      ),
    );
    return null;
  };
  const finLe = apres('finLe', notifieLe, 'la notification');
  const finReconductionLe = apres(
    'finReconductionLe',
    finLe ?? notifieLe,
    'la fin ou la notification',
  );
  return { publieLe, finLe, finReconductionLe };
}
