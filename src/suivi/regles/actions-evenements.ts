import type { ActionId } from './actions.ts';
import type { Saisie } from './actions-saisies.ts';
import type { Calendrier } from '../../calendrier/regles/calendrier.ts';
import { erreurDeCreneau } from './creneaux.ts';
import { ajouterJours, heureAParis } from '../../socle/dates.ts';
import type { DonneesDe, Genre } from './evenement.ts';
import { heuresDeclarees, heuresDecomptees } from './etats.ts';
import type { DelaisDeSuivi } from './delais.ts';
import type { Suivi } from './suivi.ts';
import { roleDuLien, type RoleDeLien } from './mots.ts';

/** Un événement à écrire au journal. */
export type EvenementAEcrire = { [G in Genre]: { genre: G; donnees: DonneesDe<G> } }[Genre];

type Fabrique<A extends ActionId> = (
  saisie: Saisie<A>,
  suivi: Suivi,
  lien: RoleDeLien,
) => EvenementAEcrire;

const roleEntreprise = (lien: RoleDeLien) =>
  lien === 'entreprise-2' ? ('entreprise-2' as const) : ('entreprise-1' as const);

const FABRIQUES: { [A in ActionId]: Fabrique<A> } = {
  ouvrir: (_, __, lien) => ({ genre: 'ouvert', donnees: { role: roleEntreprise(lien) } }),
  'proposer-creneaux': ({ creneaux }) => ({ genre: 'creneaux-proposes', donnees: { creneaux } }),
  reporter: ({ jusquAu, motif }) => ({ genre: 'report', donnees: { jusquAu, motif } }),
  'changer-contact': (_, __, lien) => ({
    genre: 'contact-change',
    donnees: { role: roleEntreprise(lien) },
  }),
  refuser: ({ motif }) => ({ genre: 'refus', donnees: { motif } }),
  commencer: ({ le }) => ({ genre: 'accueil-commence', donnees: { le } }),
  'declarer-heures': ({ lundi, heures }) => ({
    genre: 'heures-declarees',
    donnees: { lundi, heures },
  }),
  terminer: ({ le, heures }, suivi) => ({
    genre: 'accueil-termine',
    donnees: { le, heures: heures ?? heuresDecomptees(heuresDeclarees(suivi)) },
  }),
  'choisir-creneau': ({ debut }, { creneaux }) => {
    const choisi = creneaux.find((creneau) => creneau.debut === debut);
    if (!choisi) throw new Error('Ce créneau n’est pas proposé.');
    return { genre: 'creneau-choisi', donnees: { ...choisi } };
  },
  'ecarter-creneaux': () => ({ genre: 'creneaux-ecartes', donnees: {} }),
  'noter-reunion': ({ le }) => ({ genre: 'reunion-tenue', donnees: { le } }),
  'reunion-manquee': ({ absent }) => ({ genre: 'reunion-manquee', donnees: { absent } }),
  'signer-convention': ({ le }) => ({ genre: 'convention-signee', donnees: { le } }),
  interrompre: ({ le, motif }) => ({ genre: 'interruption', donnees: { le, motif } }),
  reprendre: ({ le }) => ({ genre: 'reprise', donnees: { le } }),
  bilan: ({ le, suite }) => ({ genre: 'bilan-fait', donnees: { le, suite } }),
  retirer: () => ({ genre: 'retrait', donnees: {} }),
  relancer: () => ({
    genre: 'relance',
    donnees: { a: 'entreprise', palier: 'manuelle', ancre: null },
  }),
  'nommer-contact': ({ role }) => ({ genre: 'contact-change', donnees: { role } }),
  transmettre: (_, __, lien) => ({
    genre: 'contact-change',
    donnees: { role: lien === 'prescripteur' ? 'prescripteur' : 'acheteur' },
  }),
  'confirmer-refus': () => ({ genre: 'refus-confirme', donnees: {} }),
};

/**
 * L'événement qu'écrit une action permise.
 * @param lien le rôle du lien de la personne : un contact ne change que le sien
 * @throws Error si le créneau choisi n'est pas proposé (erreursDeSaisie le dit avant)
 */
export function evenementDe<A extends ActionId>(
  action: A,
  saisie: Saisie<A>,
  suivi: Suivi,
  lien: RoleDeLien,
): EvenementAEcrire {
  return FABRIQUES[action](saisie, suivi, lien);
}

type Contexte = {
  suivi: Suivi;
  lien: RoleDeLien;
  instant: Date;
  delais: Pick<DelaisDeSuivi, 'reportMaximum'>;
  calendrier: Calendrier;
};
type Erreurs = Record<string, string>;

const RIEN: Erreurs = {};

/** Une date qui dit ce qui s'est passé : ni demain, ni avant `depuis`. */
function erreurDePasse(le: string, depuis: string, jour: string): Erreurs {
  if (le > jour) return { le: 'Cette date n’est pas encore arrivée.' };
  if (le < depuis) return { le: 'Cette date est trop ancienne.' };
  return RIEN;
}

type Controle<A extends ActionId> = (
  saisie: Saisie<A>,
  contexte: Contexte & { jour: string; maintenant: string },
) => Erreurs;

const depuisLeJourJ: Controle<
  'commencer' | 'noter-reunion' | 'signer-convention' | 'reprendre' | 'interrompre' | 'bilan'
> = ({ le }, { suivi, jour }) => erreurDePasse(le, suivi.jourJ?.le ?? jour, jour);

const depuisLAccueil: Controle<'interrompre' | 'reprendre' | 'terminer' | 'bilan'> = (
  { le },
  { suivi, jour },
) => erreurDePasse(le, suivi.accueilDepuis ?? suivi.jourJ?.le ?? jour, jour);

const CONTROLES: { [A in ActionId]?: Controle<A> } = {
  'proposer-creneaux': ({ creneaux }, { maintenant, calendrier }) =>
    Object.fromEntries(
      creneaux.flatMap(({ debut }, rang) => {
        const erreur = erreurDeCreneau(debut, maintenant, calendrier);
        return erreur === undefined ? [] : [[`creneaux.${rang}.debut`, erreur]];
      }),
    ),
  reporter: ({ jusquAu }, { jour, delais }) => {
    const max = ajouterJours(jour, delais.reportMaximum);
    if (jusquAu <= jour) return { jusquAu: 'Choisissez une date à venir.' };
    return jusquAu > max
      ? { jusquAu: `Un report dure ${delais.reportMaximum} jours au plus.` }
      : RIEN;
  },
  'choisir-creneau': ({ debut }, { suivi, maintenant }) => {
    if (!suivi.creneaux.some((creneau) => creneau.debut === debut))
      return { debut: 'Choisissez un des créneaux proposés.' };
    return debut <= maintenant ? { debut: 'Ce moment est passé.' } : RIEN;
  },
  commencer: depuisLeJourJ,
  'noter-reunion': depuisLeJourJ,
  'signer-convention': depuisLeJourJ,
  interrompre: depuisLAccueil,
  reprendre: depuisLAccueil,
  bilan: depuisLAccueil,
  'declarer-heures': ({ lundi }, { suivi, jour }) => {
    if (lundi > jour) return { lundi: 'Cette semaine n’a pas commencé.' };
    const debut = suivi.accueilDepuis ?? jour;
    return ajouterJours(lundi, 6) < debut ? { lundi: 'L’accueil n’avait pas commencé.' } : RIEN;
  },
  terminer: (saisie, contexte) => {
    const erreurs = { ...depuisLAccueil(saisie, contexte) };
    const { suivi, lien } = contexte;
    const seDeclarent = roleDuLien(lien) === 'entreprise' && Object.keys(suivi.semaines).length > 0;
    if (saisie.heures === null && !seDeclarent)
      erreurs.heures = 'Écrivez le nombre d’heures faites en tout.';
    return erreurs;
  },
};

/** Ce que l'état du dossier et la date interdisent, champ par champ ; vide si tout va bien. */
export function erreursDeSaisie<A extends ActionId>(
  action: A,
  saisie: Saisie<A>,
  contexte: Contexte,
): Erreurs {
  const maintenant = heureAParis(contexte.instant);
  return (
    CONTROLES[action]?.(saisie, { ...contexte, maintenant, jour: maintenant.slice(0, 10) }) ?? {}
  );
}
