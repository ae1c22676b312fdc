import type { DossierVu } from '../src/suivi/regles/dossier.ts';
import type { DonneesDe, EvenementRecu, Genre } from '../src/suivi/regles/evenement.ts';
import { ditDuDossier } from '../src/suivi/regles/dit.ts';
import type { Auteur } from '../src/suivi/regles/mots.ts';
import { phraseDEvenement } from '../src/suivi/regles/phrases-evenements.ts';
import type { EvenementDit, SuiviRecu } from '../src/suivi/regles/recu.ts';

/** Où venir, dit par une entreprise. */
export const LIEU = {
  adresse: '4 rue des Essais, 92000 Nanterre',
  demander: 'Sacha Modèle, à l’accueil',
  telephone: '01 99 00 00 04',
  apporter: 'Des chaussures fermées',
};

/** De quel marché il s'agit. */
export const MARCHE = {
  objet: 'Maintenance des bâtiments de l’essai',
  lot: 'Lot 2 : second œuvre',
  entreprise: 'Entreprise des Essais',
  acheteur: 'Mairie de l’Essai',
  site: '12 avenue du Modèle, 92000 Nanterre',
};

/** Un dossier de suivi valable, dont un test ne donne que ce qui compte pour lui. */
export function unDossier(champs: Partial<DossierVu> = {}): DossierVu {
  return {
    reference: 'D-h7k2mn',
    parcours: {
      id: 'bcdfghjk',
      intitule: 'Préparer une commande, tenir un inventaire',
      commune: '92050',
      domaine: 'logistique',
      heures: 300,
      heuresFaites: 0,
      finLe: '2028-01-15',
      finReconductionLe: null,
    },
    heures: 300,
    debutLe: '2027-01-11',
    academie: 'versailles',
    demandeur: {
      nom: 'Alix Essai',
      courriel: 'alix.essai@lycee.example',
      telephone: '01 99 00 00 01',
      etablissement: 'Lycée des Essais',
      message: 'Le jeune aime travailler en équipe.',
    },
    contacts: [
      {
        role: 'entreprise-1',
        nom: 'Camille Exemple',
        courriel: 'camille@entreprise.example',
        telephone: '01 99 00 00 02',
      },
      {
        role: 'entreprise-2',
        nom: 'Sacha Modèle',
        courriel: 'sacha@entreprise.example',
        telephone: null,
      },
      {
        role: 'acheteur',
        nom: 'Dominique Marché',
        courriel: 'dominique@acheteur.example',
        telephone: null,
      },
    ],
    ...champs,
  };
}

/** Un journal : un genre, son auteur, ses données, son instant, dans l'ordre. */
export function unJournal(
  ...faits: {
    [G in Genre]: [G, Auteur, DonneesDe<G>, string, string?];
  }[Genre][]
): EvenementDit[] {
  return faits.map(([genre, auteur, donnees, le, precision], rang) => {
    const entete = { id: rang + 1, genre, auteur, donnees, le };
    const evenement = { ...entete, precision: precision ?? null } as EvenementRecu;
    return { ...evenement, phrase: phraseDEvenement(evenement) };
  });
}

/** Une lecture d'un lien de suivi, dont un test ne donne que ce qui compte pour lui. */
export function unSuivi(champs: Partial<SuiviRecu> = {}): SuiviRecu {
  const evenements = champs.evenements ?? [];
  const [premier] = evenements;
  const recu: Omit<SuiviRecu, 'dit'> & Partial<SuiviRecu> = {
    statut: 'ouvert',
    role: 'entreprise',
    roleDuLien: 'entreprise-1',
    vu: evenements.at(-1)?.id ?? 0,
    maintenant: '2026-12-05T09:00:00.000Z',
    actions: [],
    dossier: unDossier(),
    evenements,
    suivi: {
      etat: 'reponse-attendue',
      aAccepter: null,
      reportAAccorder: false,
      derniere: {
        evenement: premier ?? {
          id: 1,
          genre: 'interet-confirme',
          auteur: 'tutrice',
          donnees: { heures: 300 },
          le: '2026-12-01T09:00:00.000Z',
        },
        ilYA: 4,
      },
      prochaine: {
        qui: 'entreprise',
        quoi: 'reponse-attendue',
        avantLe: '2026-12-15',
        retardJours: 0,
      },
      ancre: 1,
      depuis: '2026-12-01',
      verification: null,
      jourJ: { le: '2026-12-01', reponseLe: '2026-12-15', accueilLe: '2026-12-31' },
      ouvert: false,
      ouverts: [],
      nonRemis: [],
      partis: [],
      cedes: [],
      remis: [],
      atteinte: false,
      injoignable: false,
      reponseConfirmee: false,
      rapportee: null,
      absences: [],
      absencesDeSuite: 0,
      creneaux: [],
      rendezVous: null,
      accueilDepuis: null,
      heures: 300,
      semaines: {},
      dernierFait: null,
      fin: null,
      derniereRelanceManuelle: null,
      silence: { depuis: '2026-12-01', ancre: 1 },
      closeLe: null,
    },
    ...champs,
  };
  return { dit: ditDuDossier(recu), ...recu };
}
