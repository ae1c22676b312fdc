import type { Calendrier } from '../../calendrier/regles/calendrier.ts';
import { CRENEAU_AU_PLUS_JOURS, erreurDeCreneau, HEURES_DE_REUNION } from '../regles/creneaux.ts';
import { ajouterJours, enFrancais, heureAParis, jourAParis } from '../../socle/dates.ts';
import { heuresDeclarees } from '../regles/etats.ts';
import { lundiDe, semainesCommencees } from '../regles/page.ts';
import { direCreneau } from '../regles/phrases.ts';
import type { SuiviRecu } from '../regles/recu.ts';
import { typographier } from '../../socle/typographie.ts';
import { creer } from '../../ui/dom.ts';

/** Les champs d'une action : leurs bornes et leurs choix viennent du dossier ; ce qui part suit le schéma. */

const CRENEAUX = ['creneau1', 'creneau2', 'creneau3'];

type Champs = Record<string, unknown>;

function borner(formulaire: HTMLFormElement, recu: SuiviRecu) {
  const jour = jourAParis(new Date(recu.maintenant));
  const { jourJ, accueilDepuis } = recu.suivi;
  for (const champ of formulaire.querySelectorAll<HTMLInputElement>('input[type=date]')) {
    const aVenir = champ.name !== 'le';
    champ.min = aVenir ? ajouterJours(jour, 1) : (accueilDepuis ?? jourJ?.le ?? '');
    if (!aVenir) champ.max = jour;
    if (champ.name.startsWith('creneau')) champ.max = ajouterJours(jour, CRENEAU_AU_PLUS_JOURS);
  }
  for (const champ of formulaire.querySelectorAll<HTMLInputElement>('input[type=time]')) {
    champ.min = HEURES_DE_REUNION.debut;
    champ.max = HEURES_DE_REUNION.fin;
    champ.step = '300';
  }
}

function choixDeCreneau(place: Element, { suivi, maintenant }: SuiviRecu) {
  const passe = (debut: string) => debut <= heureAParis(new Date(maintenant));
  const options = suivi.creneaux.map((creneau, rang) => {
    const id = rang === 0 ? 'c-debut' : `c-debut-${rang}`;
    const bouton = creer('input', { type: 'radio', id, name: 'debut', value: creneau.debut });
    if (passe(creneau.debut)) bouton.setAttribute('disabled', '');
    return creer(
      'div',
      { class: 'fr-fieldset__element' },
      creer(
        'div',
        { class: 'fr-radio-group' },
        bouton,
        creer('label', { class: 'fr-label', for: id }, typographier(direCreneau(creneau))),
      ),
    );
  });
  place.replaceChildren(
    creer(
      'fieldset',
      {
        class: 'fr-fieldset',
        'data-champ': 'debut',
        'aria-labelledby': 'c-debut-legende c-debut-messages',
      },
      creer(
        'legend',
        { class: 'fr-fieldset__legend fr-fieldset__legend--regular', id: 'c-debut-legende' },
        'Le rendez-vous qui convient',
      ),
      ...options,
      creer('div', { class: 'fr-messages-group', id: 'c-debut-messages' }),
    ),
  );
}

function choixDeSemaine(liste: HTMLSelectElement, { suivi, maintenant }: SuiviRecu) {
  const jour = jourAParis(new Date(maintenant));
  const semaines = semainesCommencees(suivi.accueilDepuis, jour);
  liste.replaceChildren(
    ...semaines.map((lundi) => {
      const faites = suivi.semaines[lundi];
      const suite = faites === undefined ? '' : ` : ${faites} h déclarées`;
      return creer(
        'option',
        { value: lundi },
        typographier(`Semaine du lundi ${enFrancais(lundi)}${suite}`),
      );
    }),
  );
  // La plus ancienne semaine oubliée vient d'abord.
  const oubliee = semaines.findLast(
    (lundi) => suivi.semaines[lundi] === undefined && lundi < lundiDe(jour),
  );
  liste.value = oubliee ?? semaines[0] ?? '';
}

function proposerUneValeur(formulaire: HTMLFormElement, nom: string, valeur: string) {
  const champ = formulaire.elements.namedItem(nom);
  if (champ instanceof HTMLInputElement) champ.value = valeur;
}

/** Prépare les champs qui viennent d'être posés dans le formulaire. */
export function preparerChamps(formulaire: HTMLFormElement, action: string, recu: SuiviRecu): void {
  borner(formulaire, recu);
  const { suivi } = recu;
  const creneaux = formulaire.querySelector('[data-creneaux]');
  if (creneaux) choixDeCreneau(creneaux, recu);
  const semaine = formulaire.elements.namedItem('lundi');
  if (semaine instanceof HTMLSelectElement) choixDeSemaine(semaine, recu);
  const reunionLe = suivi.rendezVous?.debut.slice(0, 10);
  if (action === 'noter-reunion' && reunionLe && reunionLe <= jourAParis(new Date(recu.maintenant)))
    proposerUneValeur(formulaire, 'le', reunionLe);
  if (action === 'terminer' && Object.keys(suivi.semaines).length > 0)
    proposerUneValeur(formulaire, 'heures', String(heuresDeclarees(suivi)));
}

type Moment = { jour: string | null; heure: string } | null;

/* Les rangs des créneaux remplis : ceux que le service numérote à partir de zéro. */
function creneauxRemplis(champs: Champs): string[] {
  return CRENEAUX.filter((groupe) => {
    const moment = champs[groupe] as Moment;
    return moment !== null && (moment.jour !== null || moment.heure !== '');
  });
}

/** Ce que le service attend, à partir des champs lus. */
export function saisieDe(action: string, champs: Champs): Champs {
  // Une case vide n'est pas zéro heure.
  if (champs.heures === '') return { ...champs, heures: action === 'terminer' ? null : 'vide' };
  if (action !== 'proposer-creneaux') return champs;
  const creneaux = creneauxRemplis(champs).map((groupe) => {
    const { jour, heure } = champs[groupe] as NonNullable<Moment>;
    return { debut: `${jour ?? ''}T${heure}`, minutes: Number(champs.minutes) || 60 };
  });
  return { creneaux, precision: champs.precision };
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
      if (!rang) return [nom, message];
      return [`${remplis[Number(rang[1] ?? 0)] ?? 'creneau1'}.jour`, message];
    }),
  );
}

/* Les jours fériés sont l'affaire du service : la page ne connaît que les jours de la semaine. */
const SANS_FERIE: Calendrier = { feries: [], vacances: { zones: {}, academies: {} } };

/** Ce que la page refuse sans attendre le service : un rendez-vous passé, trop loin, ou hors des heures de bureau. */
export function erreursSurPlace(action: string, champs: Champs, maintenant: string) {
  if (action !== 'proposer-creneaux') return {};
  const { creneaux } = saisieDe(action, champs) as { creneaux: { debut: string }[] };
  const heure = heureAParis(new Date(maintenant));
  return Object.fromEntries(
    creneaux.flatMap(({ debut }, rang) => {
      const erreur = erreurDeCreneau(debut, heure, SANS_FERIE);
      return erreur === undefined ? [] : [[`creneaux.${rang}.debut`, erreur]];
    }),
  ) as Record<string, string>;
}
