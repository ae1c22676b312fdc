import { ajouterJours, enFrancais, heureAParis, jourAParis } from '../../socle/dates.ts';
import { CRENEAU_AU_PLUS_JOURS, REUNION_MINUTES } from '../../rencontre/regles/creneaux.ts';
import { DEBUT_AU_PLUS_JOURS, premierJourPossible } from '../../heures/regles/limites.ts';
import { lundiDe, semainesCommencees } from './page.ts';
import { direCreneau, direHeures } from './phrases.ts';
import type { SuiviRecu } from './recu.ts';

/* Sans zod : la page du suivi charge ce fichier dans le navigateur. */

/** Les champs d'une action : leurs bornes et leurs choix viennent du dossier ; ce qui part suit le schéma. */
export const GROUPES_DE_CRENEAUX = ['creneau1', 'creneau2', 'creneau3'] as const;

type Champs = Record<string, unknown>;
type Lu = Pick<SuiviRecu, 'suivi' | 'maintenant'>;

const aujourdHui = ({ maintenant }: Lu) => jourAParis(new Date(maintenant));

/**
 * Entre quels jours chaque sorte de date se tape (AAAA-MM-JJ).
 * @param reportMaximum jours du report le plus lointain
 */
export function bornesDesDates(lu: Lu, reportMaximum: number) {
  const jour = aujourdHui(lu);
  const demain = ajouterJours(jour, 1);
  return {
    passe: { min: premierJourPossible(lu.suivi, jour), max: jour },
    creneau: { min: demain, max: ajouterJours(jour, CRENEAU_AU_PLUS_JOURS) },
    debut: { min: demain, max: ajouterJours(jour, DEBUT_AU_PLUS_JOURS) },
    report: { min: demain, max: ajouterJours(jour, reportMaximum) },
    rappel: { min: jour, max: ajouterJours(jour, reportMaximum) },
  };
}

/** Les créneaux proposés ; celui dont l'heure est passée ne se choisit plus. */
export function creneauxAChoisir({ suivi, maintenant }: Lu) {
  const heure = heureAParis(new Date(maintenant));
  return suivi.creneaux.map((creneau) => ({
    valeur: creneau.debut,
    libelle: direCreneau(creneau),
    inactive: creneau.debut <= heure,
  }));
}

/** Les semaines d'accueil, de la plus récente à la plus ancienne, et celle à déclarer d'abord : la dernière oubliée. */
export function semainesAChoisir(lu: Lu): { options: Record<string, string>; voulue: string } {
  const { semaines, accueilDepuis } = lu.suivi;
  const jour = aujourdHui(lu);
  const lundis = semainesCommencees(accueilDepuis, jour);
  const dite = (lundi: string) => {
    const faites = semaines[lundi];
    // Court : sur un téléphone, une liste coupe ce qui dépasse.
    const suite = faites === undefined ? '' : ` : ${direHeures(faites)}`;
    return `Du lundi ${enFrancais(lundi)}${suite}`;
  };
  const oubliee = lundis.findLast(
    (lundi) => semaines[lundi] === undefined && lundi < lundiDe(jour),
  );
  return {
    options: Object.fromEntries(lundis.map((lundi) => [lundi, dite(lundi)])),
    voulue: oubliee ?? lundis[0] ?? '',
  };
}

/** Le jour du rendez-vous, quand il est passé : c'est le plus souvent celui de la réunion. */
export function jourDuRendezVous(lu: Lu): string | undefined {
  const jour = lu.suivi.rendezVous?.debut.slice(0, 10);
  return jour !== undefined && jour <= aujourdHui(lu) ? jour : undefined;
}

/* Les créneaux remplis, dans l'ordre où le service les numérote. */
const creneauxRemplis = (champs: Champs) =>
  GROUPES_DE_CRENEAUX.filter((groupe) => Boolean(champs[groupe]));

/** Ce que le service attend, à partir des champs de la page. */
export function saisieDe(action: string, champs: Champs): Champs {
  // Laissé vide, un groupe n'est pas envoyé : chacun de ses champs dit alors ce qui manque.
  if (action === 'rapporter-reponse' && champs.quoi === 'rendez-vous')
    return { ...champs, lieu: champs.lieu ?? {} };
  if (action !== 'proposer-creneaux') return champs;
  const { cle, precision, minutes } = champs;
  const creneaux = creneauxRemplis(champs).map((groupe) => {
    const { jour, heure } = champs[groupe] as { jour: string; heure: string };
    return { debut: `${jour}T${heure}`, minutes: Number(minutes) || REUNION_MINUTES };
  });
  return { cle, creneaux, lieu: champs.lieu ?? {}, precision };
}

/** Les erreurs du schéma ou du service, sous le nom des champs de la page. */
export function enChamps(
  action: string,
  champs: Champs,
  erreurs: Record<string, string>,
): Record<string, string> {
  if (action !== 'proposer-creneaux') return erreurs;
  const remplis = creneauxRemplis(champs);
  return Object.fromEntries(
    Object.entries(erreurs).map(([nom, message]) => {
      const rang = /^creneaux(?:\.(\d+))?/.exec(nom);
      return rang
        ? [`${remplis[Number(rang[1] ?? 0)] ?? GROUPES_DE_CRENEAUX[0]}.jour`, message]
        : [nom, message];
    }),
  );
}
