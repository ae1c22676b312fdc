import { libelleDuree } from '../../calibrage/regles/calibrage.ts';
import { fichierCsv, ligneDeCsv } from '../../socle/csv.ts';
import { ajouterJours, enFrancais, jourAParis } from '../../socle/dates.ts';
import { heuresDeclarees } from '../../heures/regles/heures-comptees.ts';
import type { EvenementRecu } from '../../suivi/regles/evenement.ts';
import { NOMS_DE_QUI, type Auteur } from '../../suivi/regles/mots.ts';
import { direDecompte, direHeures } from '../../suivi/regles/phrases.ts';
import type { Suivi } from '../../suivi/regles/suivi.ts';
import type { SuiviRecu } from '../../suivi/regles/recu.ts';
import { etapeDe } from './etapes.ts';

/** Ce qui se remet à l'acheteur (content/documents.yaml). */
export const DOCUMENTS_A_REMETTRE = [
  'fiche-entreprise',
  'convention',
  'attestation-presence',
  'bilan-croise',
] as const;

/** Un document à remettre à l'acheteur (content/documents.yaml). */
export type DocumentARemettre = { titre: string; remplitPar: string };

/** Ce que le site sait et que le dossier cite : les documents à remettre, le nom de chaque domaine. */
export type ReperesDePreuve = {
  documents: DocumentARemettre[];
  domaines: Record<string, string>;
};

/** Ce qui prouve l'exécution de la clause : des dates, des heures et des documents, ni nom ni texte libre. */
export type Preuve = {
  titre: string;
  reference: string;
  /** Jour où le dossier est tiré (AAAA-MM-JJ). */
  etabliLe: string;
  faits: { terme: string; valeur: string }[];
  etapes: { le: string; quoi: string; qui: string }[];
  semaines: { lundi: string; heures: number }[];
  /** Somme des heures déclarées semaine par semaine. */
  total: number;
  /** D'où viennent les heures décomptées, quand ce n'est pas cette somme ; null sinon. */
  decompte: string | null;
  documents: DocumentARemettre[];
  avertissement: string;
};

const QUI: Record<Auteur, string> = { ...NOMS_DE_QUI, systeme: 'Service' };

/* Un fait noté après coup compte au jour où il a eu lieu. */
function jourDuFait({ donnees, le }: EvenementRecu): string {
  const dit = 'le' in donnees ? donnees.le : undefined;
  return dit ?? jourAParis(new Date(le));
}

/** Des heures dites à la fin, et une autre somme semaine par semaine : les deux sont vraies, et cela s'explique. */
function direLeDecompte(fin: Suivi['fin'], total: number): string | null {
  if (fin === null || fin.comptees === total) return null;
  return `Décompté du parcours : ${direDecompte(fin)}. Ces heures sont celles dites à la fin de l’accueil, ou corrigées ensuite ; ${
    total === 0
      ? 'aucune n’a été déclarée semaine par semaine.'
      : `${direHeures(total)} ont été déclarées semaine par semaine.`
  }`;
}

/**
 * Le dossier d'un parcours suivi, tel que l'acheteur le garde.
 * @param noms ce que le dossier ne porte qu'en code : la commune, le domaine
 * @param documents ce qui se remet à l'acheteur
 */
export function preuveDExecution(
  recu: Pick<SuiviRecu, 'dossier' | 'suivi' | 'maintenant'> & {
    evenements: readonly EvenementRecu[];
  },
  noms: { commune: string; domaine: string },
  documents: readonly DocumentARemettre[],
): Preuve {
  const { dossier, suivi, evenements, maintenant } = recu;
  const { parcours } = dossier;
  const etapes = evenements
    .flatMap((evenement) => {
      const quoi = etapeDe(evenement);
      return quoi === undefined
        ? []
        : [{ le: jourDuFait(evenement), quoi, qui: QUI[evenement.auteur] }];
    })
    .sort((a, b) => (a.le < b.le ? -1 : Number(a.le > b.le)));
  const semaines = Object.entries(suivi.semaines)
    .map(([lundi, heures]) => ({ lundi, heures }))
    .sort((a, b) => (a.lundi < b.lundi ? -1 : 1));
  const total = heuresDeclarees(suivi);
  const faits = [
    { terme: 'Parcours', valeur: parcours.intitule },
    { terme: 'Référence du parcours', valeur: parcours.id },
    { terme: 'Domaine', valeur: noms.domaine },
    { terme: 'Commune', valeur: noms.commune },
    { terme: 'Volume de la clause', valeur: libelleDuree(parcours.heures) },
    { terme: 'Prévu pour ce jeune', valeur: libelleDuree(dossier.heures) },
    ...(suivi.fin === null
      ? []
      : [{ terme: 'Décompté du parcours', valeur: direDecompte(suivi.fin) }]),
    ...(parcours.finLe === null
      ? []
      : [{ terme: 'Fin du marché', valeur: enFrancais(parcours.finLe) }]),
    ...(suivi.jourJ === null
      ? []
      : [
          { terme: 'Réponse attendue au plus tard le', valeur: enFrancais(suivi.jourJ.reponseLe) },
          { terme: 'Accueil attendu au plus tard le', valeur: enFrancais(suivi.jourJ.accueilLe) },
        ]),
  ];
  return {
    titre: `Exécution de la clause sociale de formation, dossier ${dossier.reference}`,
    reference: dossier.reference,
    etabliLe: jourAParis(new Date(maintenant)),
    faits,
    etapes,
    semaines,
    total,
    decompte: direLeDecompte(suivi.fin, total),
    documents: [...documents],
    avertissement:
      'Dates et heures tirées du journal du parcours, telles que déclarées par le tuteur ou la tutrice et par l’entreprise, et corrigées s’il le faut par l’équipe CSF. Elles accompagnent les documents signés, elles ne les remplacent pas.',
  };
}

/** « du 4 janvier 2027 au 10 janvier 2027 ». */
export function semaineDite(lundi: string): string {
  return `du ${enFrancais(lundi)} au ${enFrancais(ajouterJours(lundi, 6))}`;
}

/** Le même dossier en CSV : une ligne par fait, le genre de fait en première colonne. */
export function csvDeLaPreuve(preuve: Preuve): string {
  return fichierCsv([
    ligneDeCsv(['rubrique', 'date', 'libelle', 'valeur']),
    ligneDeCsv(['dossier', preuve.etabliLe, 'Dossier tiré le', preuve.reference]),
    ...preuve.faits.map(({ terme, valeur }) => ligneDeCsv(['parcours', null, terme, valeur])),
    ...preuve.etapes.map(({ le, quoi, qui }) => ligneDeCsv(['etape', le, quoi, qui])),
    ...preuve.semaines.map(({ lundi, heures }) =>
      ligneDeCsv(['heures', lundi, `Semaine ${semaineDite(lundi)}`, heures]),
    ),
    ligneDeCsv(['heures', null, 'Total déclaré semaine par semaine', preuve.total]),
    ...(preuve.decompte === null ? [] : [ligneDeCsv(['heures', null, preuve.decompte, null])]),
    ...preuve.documents.map(({ titre, remplitPar }) =>
      ligneDeCsv(['document', null, titre, remplitPar]),
    ),
  ]);
}
