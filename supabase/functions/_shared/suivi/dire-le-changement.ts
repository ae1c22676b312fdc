import type { Genre } from '../../../../src/suivi/regles/evenement.ts';
import { roleDuLien, type RoleDeSuivi } from '../../../../src/suivi/regles/mots.ts';
import { phraseDEvenement } from '../../../../src/suivi/regles/phrases-evenements.ts';
import {
  phraseDesHeures,
  recoursSurLesHeures,
} from '../../../../src/suivi/regles/phrases-en-plus.ts';
import { phraseDeLaDate } from '../../../../src/rencontre/regles/phrases-dates.ts';
import { enFrancais, instantDeParis, jourAParis } from '../../../../src/socle/dates.ts';
import type { DonneesDe } from '../courriels/donnees.ts';
import { momentCourt, OBJET_MAX } from '../courriels/objet.ts';
import { resteDu } from '../../../../src/preuve/regles/reste-du.ts';
import { attenteDe } from './attente.ts';
import { CALENDRIER, DELAIS } from './regles.ts';
import type { Changement } from './changement.ts';
import { lieuPour, marchePour } from './lieu.ts';
import type { Personne } from './personnes.ts';
import { enPlusPour } from './rapport.ts';

type Ecrits = 'suivi-nouvelle' | 'suivi-rendez-vous' | 'suivi-relais' | 'interet-retire';

/** Un courriel à poser dans la boîte d'envoi, avec l'action qui le cause. */
export type CourrielAEcrire = {
  [G in Ecrits]: { gabarit: G; destinataire: string; donnees: DonneesDe<G> };
}[Ecrits];

const entete = ({ dossier }: Changement, { nom, lien }: Personne) => ({
  reference: dossier.reference,
  parcours: dossier.parcours,
  destinataireNom: nom,
  lien,
});

/** Ce qui vient de se passer, dit à cette personne. */
function phrasePour({ evenement }: Changement, { role }: Personne): string {
  if (evenement.genre === 'relance' && roleDuLien(role) === 'entreprise')
    return `${evenement.auteur === 'equipe' ? 'L’équipe CSF' : 'L’acheteur'} vous relance`;
  return phraseDEvenement(evenement);
}

/* Un objet se lit sur un écran verrouillé : ni le motif d'un refus ou d'une interruption, ni qui était absent, ni ce que le
   jeune fera ensuite. */
const SANS_MOTIF: Partial<Record<Genre, string>> = {
  refus: 'L’entreprise a répondu',
  report: 'L’entreprise demande un délai',
  'report-demande': 'L’entreprise demande un délai',
  'reunion-manquee': 'La réunion n’a pas eu lieu',
  interruption: 'Accueil interrompu',
  'bilan-fait': 'Bilan croisé fait',
};

/* Ce qu'il y a à choisir se lit dans l'objet, quand cela y tient. */
function objetPour({ evenement, apres }: Changement, role: RoleDeSuivi): { objet?: string } {
  // Une date proposée attend son accord, à elle seule.
  if (role === 'tutrice' && evenement.genre === 'debut-propose')
    return { objet: `À accepter : accueil le ${enFrancais(evenement.donnees.aPartirDu)}` };
  if (role === 'tutrice' && evenement.genre === 'report-demande')
    return { objet: `À accepter : délai au ${enFrancais(evenement.donnees.jusquAu)}` };
  if (apres.prochaine?.qui !== role) {
    const quoi = SANS_MOTIF[evenement.genre];
    return quoi === undefined ? {} : { objet: quoi };
  }
  if (evenement.genre !== 'creneaux-proposes' || role !== 'tutrice') return {};
  const choix = apres.creneaux.map(({ debut }) => momentCourt(debut)).join(' ou ');
  return choix.length > OBJET_MAX - 'Choisissez : '.length
    ? {}
    : { objet: `Choisissez : ${choix}` };
}

const DATES_PROPOSEES: readonly Genre[] = ['debut-propose', 'report-demande'];

/** Ce que tout courriel du suivi dit à cette personne. */
export function nouvellePour(changement: Changement, personne: Personne) {
  // L'équipe est celle à qui l'on écrit, et celle qui corrige.
  const role = roleDuLien(personne.role);
  const { aussi: enPlus, ...reste } = enPlusPour(changement, personne);
  const { avant, apres, evenement } = changement;
  const du = resteDu(
    {
      avant,
      suivi: apres,
      parcours: changement.dossier.parcours,
      jour: jourAParis(changement.instant),
      delais: DELAIS,
      calendrier: CALENDRIER,
    },
    role,
  );
  const sansMotif = SANS_MOTIF[evenement.genre];
  const recours = role === 'equipe' ? undefined : recoursSurLesHeures(evenement);
  const aussi = [enPlus, phraseDesHeures(apres), phraseDeLaDate(apres), recours]
    .filter(Boolean)
    .join(' ');
  return {
    ...entete(changement, personne),
    lieu: lieuPour(changement.dossier, changement.moment, role),
    marche: marchePour(changement.dossier, changement.moment, role),
    nouvelle: phrasePour(changement, personne),
    ...objetPour(changement, role),
    ...(sansMotif === undefined ? {} : { apercu: sansMotif }),
    ...(aussi === '' ? {} : { aussi }),
    // Une date proposée : le bouton de la tutrice ouvre sa réponse.
    ...(role === 'tutrice' && DATES_PROPOSEES.includes(evenement.genre)
      ? { action: 'accepter-date' as const }
      : {}),
    ...(personne.role === 'tutrice' && changement.ailleurs
      ? { ailleurs: changement.ailleurs }
      : {}),
    precision: changement.precision,
    attente: attenteDe(apres, role),
    ...(du === '' ? {} : { resteDu: du }),
    ...reste,
  };
}

/** La réunion à poser ou à retirer dans les agendas ; null si rien n'y change. */
export function reunionChangee({ avant, apres, instant }: Changement) {
  const posee = apres.rendezVous;
  if (posee && posee.version !== avant.rendezVous?.version)
    return { ...posee, sequence: posee.version, annule: false };
  const retiree = avant.rendezVous;
  // Une réunion passée reste dans les agendas : elle a eu lieu, ou non, mais elle n'est plus à venir.
  if (retiree && !posee && instantDeParis(retiree.debut) > instant)
    return { ...retiree, sequence: retiree.version + 1, annule: true };
  return null;
}
