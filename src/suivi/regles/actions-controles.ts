import { estOuvre, type Calendrier } from '../../calendrier/regles/calendrier.ts';
import { heuresRetenues } from '../../heures/regles/heures-comptees.ts';
import {
  DEBUT_AU_PLUS_JOURS,
  dernierLundiFait,
  erreurDeFait,
  erreurDeSemaine,
  erreurDHeures,
} from '../../heures/regles/limites.ts';
import { erreurDeCreneau } from '../../rencontre/regles/creneaux.ts';
import { erreursDuRapport } from '../../reponses/regles/rapport-saisi.ts';
import { ajouterJours, enFrancais, heureAParis } from '../../socle/dates.ts';
import type { ActionId } from './actions.ts';
import type { Saisie } from './actions-saisies.ts';
import type { DelaisDeSuivi } from './delais.ts';
import { roleDuLien, type RoleDeLien } from './mots.ts';
import { direHeures } from './phrases.ts';
import type { Suivi } from './suivi.ts';

type Contexte = {
  suivi: Suivi;
  lien: RoleDeLien;
  instant: Date;
  delais: Pick<DelaisDeSuivi, 'reportMaximum'>;
  calendrier: Calendrier;
};
type Erreurs = Record<string, string>;

const RIEN: Erreurs = {};

type Controle<A extends ActionId> = (
  saisie: Saisie<A>,
  contexte: Contexte & { jour: string; maintenant: string },
) => Erreurs;

/** Les erreurs d'une action, sans les champs où tout va bien. */
const enErreur = (parChamp: Record<string, string | undefined>): Erreurs =>
  Object.fromEntries(
    Object.entries(parChamp).filter((champ): champ is [string, string] => champ[1] !== undefined),
  );

/** Un fait ne se note ni à venir, ni avant celui qui le précède. */
const dansLOrdre: Controle<
  'noter-reunion' | 'signer-convention' | 'commencer' | 'interrompre' | 'reprendre' | 'bilan'
> = ({ le }, { suivi, jour }) => enErreur({ le: erreurDeFait(le, suivi, jour) });

/** Le jeune est venu cette semaine-là : l'accueil n'était pas fini. */
function erreurDeSemaineFaite(le: string, suivi: Suivi): string | undefined {
  const lundi = dernierLundiFait(suivi);
  return lundi !== undefined && le < lundi
    ? `Des heures sont déclarées dans la semaine du ${enFrancais(lundi)}.`
    : undefined;
}

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
  'rapporter-reponse': (saisie, contexte) => enErreur(erreursDuRapport(saisie, contexte)),
  'proposer-debut': ({ le }, { suivi, jour, calendrier }) => {
    if (le <= jour) return { le: 'Choisissez une date à venir.' };
    if (le > ajouterJours(jour, DEBUT_AU_PLUS_JOURS))
      return { le: 'Choisissez une date à moins d’un an.' };
    if (!estOuvre(le, calendrier))
      return { le: 'Choisissez un jour du lundi au vendredi, non férié.' };
    const { accueilLe = '' } = suivi.jourJ ?? {};
    return le <= accueilLe
      ? {
          le: `L’accueil est déjà attendu au plus tard le ${enFrancais(accueilLe)} : aucune autre date n’est à convenir.`,
        }
      : RIEN;
  },
  'choisir-creneau': ({ debut }, { suivi, maintenant }) => {
    if (!suivi.creneaux.some((creneau) => creneau.debut === debut))
      return { debut: 'Choisissez un des créneaux proposés.' };
    return debut <= maintenant ? { debut: 'Ce moment est passé.' } : RIEN;
  },
  commencer: dansLOrdre,
  'noter-reunion': dansLOrdre,
  'signer-convention': dansLOrdre,
  interrompre: dansLOrdre,
  reprendre: dansLOrdre,
  bilan: dansLOrdre,
  'declarer-heures': (saisie, { suivi, jour }) => {
    const { lundi } = saisie;
    if (lundi > jour) return { lundi: 'Cette semaine n’a pas commencé.' };
    const debut = suivi.accueilDepuis ?? jour;
    if (ajouterJours(lundi, 6) < debut) return { lundi: 'L’accueil n’avait pas commencé.' };
    return enErreur({ heures: erreurDeSemaine(saisie, suivi) });
  },
  terminer: ({ le, heures }, { suivi, lien, jour }) => {
    const seDeclarent = roleDuLien(lien) === 'entreprise' && Object.keys(suivi.semaines).length > 0;
    const erreurDuJour = erreurDeFait(le, suivi, jour) ?? erreurDeSemaineFaite(le, suivi);
    const sansHeures = seDeclarent ? undefined : 'Écrivez le nombre d’heures faites en tout.';
    // Le plafond dépend du jour : il ne se dit qu'une fois ce jour possible.
    const trop = (dites: number) => (erreurDuJour ? undefined : erreurDHeures(dites, suivi, le));
    return enErreur({ le: erreurDuJour, heures: heures === null ? sansHeures : trop(heures) });
  },
  'confirmer-heures': ({ heures }, { suivi: { fin, ...suivi } }) => {
    if (fin === null) return RIEN;
    if (heures < fin.comptees)
      return {
        heures: `${direHeures(fin.comptees)} sont déjà comptées : écrivez au moins ce nombre.`,
      };
    return enErreur({ heures: erreurDHeures(heures, suivi, fin.le) });
  },
  'corriger-heures': ({ heures }, { suivi: { fin, ...suivi } }) => {
    if (fin === null) return RIEN;
    if (heures === heuresRetenues(fin)) {
      const ou = fin.aConfirmerLe === null ? '' : ', ou confirmez les heures faites';
      return { heures: `C’est le nombre déjà noté : écrivez-en un autre${ou}.` };
    }
    return enErreur({ heures: erreurDHeures(heures, suivi, fin.le) });
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
