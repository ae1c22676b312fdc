import { ligneACopier, ligneDeCsv, type ValeurCsv } from '../../socle/csv.ts';
import { enFrancais, heureDite, jourAParis } from '../../socle/dates.ts';
import type { ParcoursCite } from '../../suivi/regles/dossier.ts';
import { MOTS_DES_ETATS } from '../../suivi/regles/etats-mots.ts';
import { NOMS_DE_QUI } from '../../suivi/regles/mots.ts';
import { retardDe, type LigneDeTableau } from './tableau.ts';

/* Sans zod : les tableaux chargent ces mots dans le navigateur. */

/** « 1 jour de retard », « 12 jours de retard » ; vide sans retard. */
export function direRetard(jours: number): string {
  return jours === 0 ? '' : `${jours} jour${jours > 1 ? 's' : ''} de retard`;
}

/** Le jour (AAAA-MM-JJ, à Paris) d'une date ou d'un instant. */
function jourDe(moment: string): string {
  return moment.length === 10 ? moment : jourAParis(new Date(moment));
}

/** Le jour d'une date ou d'un instant en toutes lettres, ou un tiret. */
export function direJour(moment: string | null | undefined): string {
  return moment ? enFrancais(jourDe(moment)) : '–';
}

/** « 12 dossiers », « Aucun dossier ». */
function compter(nombre: number, un: string, plusieurs = `${un}s`): string {
  if (nombre === 0) return `Aucun ${un}`;
  return `${nombre} ${nombre > 1 ? plusieurs : un}`;
}

/** « 12 dossiers, dont 3 en retard ». */
export function direLeCompte(lignes: readonly LigneDeTableau[]): string {
  const enRetard = lignes.filter((ligne) => retardDe(ligne) > 0).length;
  return `${compter(lignes.length, 'dossier')}${enRetard > 0 ? `, dont ${enRetard} en retard` : ''}`;
}

/** Quand un tableau a été lu, à l'horloge du service : « 20 janvier 2027 à 10 h 32 ». */
export function direLaLecture(maintenant: string): string {
  const lu = new Date(maintenant);
  return `${enFrancais(jourAParis(lu))} à ${heureDite(lu)}`;
}

/** Les noms que la base ne connaît que par leur code. */
export type NomsDuTableau = {
  domaine: (code: string) => string;
  academie: (code: string) => string;
  /** Nom de la commune d'un code INSEE, avec son département. */
  commune: (code: string) => string;
  /** Dernière action, en une phrase. */
  derniere: (ligne: LigneDeTableau) => string;
};

/** « Nanterre (92), Informatique ». */
export function direLieuEtDomaine(parcours: ParcoursCite, noms: NomsDuTableau): string {
  return `${noms.commune(parcours.commune)}, ${noms.domaine(parcours.domaine)}`;
}

const COLONNES = [
  'reference',
  'parcours',
  'intitule',
  'commune',
  'domaine',
  'academie',
  'etat',
  'quiDoitAgir',
  'avantLe',
  'joursDeRetard',
  'derniereAction',
  'derniereActionLe',
  'miseEnRelationLe',
  'marcheNotifieLe',
];

/** Le tableau rangée par rangée, colonnes d'abord : ni personne, ni lien. */
function rangees(lignes: readonly LigneDeTableau[], noms: NomsDuTableau): ValeurCsv[][] {
  return [
    COLONNES,
    ...lignes.map((ligne) => {
      const { reference, parcours, academie, suivi, notifieLe, activeLe } = ligne;
      return [
        reference,
        parcours.id,
        parcours.intitule,
        noms.commune(parcours.commune),
        noms.domaine(parcours.domaine),
        noms.academie(academie),
        MOTS_DES_ETATS[suivi.etat].nom,
        suivi.prochaine ? NOMS_DE_QUI[suivi.prochaine.qui] : null,
        suivi.prochaine?.avantLe ?? null,
        retardDe(ligne),
        noms.derniere(ligne),
        suivi.derniere ? jourDe(suivi.derniere.evenement.le) : null,
        activeLe ? jourDe(activeLe) : null,
        notifieLe,
      ];
    }),
  ];
}

/** Le tableau en lignes CSV. */
export const lignesDuTableau = (lignes: readonly LigneDeTableau[], noms: NomsDuTableau): string[] =>
  rangees(lignes, noms).map(ligneDeCsv);

/** Le même, à coller dans un tableur. */
export const tableauACopier = (lignes: readonly LigneDeTableau[], noms: NomsDuTableau): string =>
  rangees(lignes, noms).map(ligneACopier).join('\n');
