import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { actionsDuLien } from '../../../src/relais/regles/droits.ts';
import type { ActionId } from '../../../src/suivi/regles/actions.ts';
import { ACTIONS_SAISIES, type Saisie } from '../../../src/suivi/regles/actions-saisies.ts';
import { erreursDeSaisie } from '../../../src/suivi/regles/actions-controles.ts';
import { evenementDe } from '../../../src/suivi/regles/actions-evenements.ts';
import type { Calendrier } from '../../../src/calendrier/regles/calendrier.ts';
import { ajouterJours, jourAParis } from '../../../src/socle/dates.ts';
import type { DonneesDe, Evenement, Genre } from '../../../src/suivi/regles/evenement.ts';
import { friseSchema } from '../../../src/frise/regles/frise.ts';
import type { Relance } from '../../../src/relances/regles/echelles.ts';
import { relancesDues } from '../../../src/relances/regles/relances.ts';
import { delaisDeSuivi } from '../../../src/suivi/regles/delais.ts';
import { roleDuLien, type Auteur, type RoleDeLien } from '../../../src/suivi/regles/mots.ts';
import { LIEU } from '../../fabriques-suivi.ts';
import { suivre, type Suivi } from '../../../src/suivi/regles/suivi.ts';

export const DELAIS = delaisDeSuivi(
  friseSchema.parse(load(readFileSync('content/frise.yaml', 'utf8'))),
);

export const CALENDRIER = JSON.parse(
  readFileSync('supabase/functions/_shared/calendrier.json', 'utf8'),
) as Calendrier;

/** Un mardi de janvier 2027, loin des vacances de Rennes : le jour J de presque tous les exemples. */
const JOUR_J = '2027-01-05';

/** 9 h à Paris, l'hiver. */
const a9h = (jour: string) => new Date(`${jour}T08:00:00.000Z`);

/** Le journal d'une demande, que l'on joue en avançant l'horloge. */
export class Journal {
  readonly evenements: Evenement[] = [];
  instant: Date;
  contacts = { entreprises: 2, acheteurs: 1 };
  academie = 'rennes';
  /** Jour où le jeune peut commencer. */
  debutLe = JOUR_J;

  constructor(jour = JOUR_J) {
    this.instant = a9h(jour);
  }

  /** Une demande que la mise en relation vient de rendre active. */
  static actif(heures = 150, acheteurs = 1, entreprises = 2): Journal {
    const journal = new Journal();
    journal.contacts = { entreprises, acheteurs };
    journal.ecrire('interet-confirme', 'tutrice', { heures });
    journal.ecrire('entreprise-contactee', 'systeme', journal.contacts);
    return journal;
  }

  get suivi(): Suivi {
    return suivre(this.evenements, this.instant, DELAIS, CALENDRIER);
  }

  get jour(): string {
    return jourAParis(this.instant);
  }

  ecrire<G extends Genre>(genre: G, auteur: Auteur, donnees: DonneesDe<G>): this {
    const evenement = { id: this.evenements.length + 1, genre, auteur, donnees };
    this.evenements.push({ ...evenement, le: this.instant.toISOString() } as Evenement);
    return this;
  }

  /** Va au jour J + n, à 9 h. */
  au(jourDepuisJ: number): this {
    this.instant = a9h(ajouterJours(JOUR_J, jourDepuisJ));
    return this;
  }

  /** Joue une action comme le service : permise, bien saisie, puis écrite. */
  agir(lien: RoleDeLien, action: ActionId, champs: Record<string, unknown> = {}): this {
    const role = roleDuLien(lien);
    const { suivi, instant } = this;
    if (!actionsDuLien(suivi, lien, instant).includes(action))
      throw new Error(`« ${action} » n’est pas permise à ${role} (${suivi.etat}).`);
    const ou = action === 'proposer-creneaux' ? { lieu: LIEU } : {};
    const saisie = ACTIONS_SAISIES[action].parse({ ...ou, ...champs }) as Saisie<ActionId>;
    const erreurs = erreursDeSaisie(action, saisie, {
      suivi,
      lien,
      instant,
      delais: DELAIS,
      calendrier: CALENDRIER,
    });
    if (Object.keys(erreurs).length > 0) throw new Error(JSON.stringify(erreurs));
    const { entreprises, acheteurs } = this.contacts;
    const reste = { entreprises: Math.max(0, entreprises - 1), acheteurs };
    const { genre, donnees } = evenementDe(action, saisie, suivi, lien, { reste, instant });
    const partis = suivi.partis.length;
    this.ecrire(genre, role, donnees);
    this.contacts = { entreprises: entreprises + partis - this.suivi.partis.length, acheteurs };
    return this;
  }

  get dues(): Relance[] {
    return relancesDues({
      evenements: this.evenements,
      suivi: this.suivi,
      instant: this.instant,
      delais: DELAIS,
      calendrier: CALENDRIER,
      academie: this.academie,
      debutLe: this.debutLe,
      contacts: this.contacts,
    });
  }

  /** Les rappels dus, écrits au journal comme le service le fait. */
  relancer(): Relance[] {
    const dues = this.dues;
    for (const { a, palier, genre, ancre, closeLe = '' } of dues)
      if (genre === 'relance') this.ecrire('relance', 'systeme', { a, palier, ancre });
      else if (genre === 'acheteur-alerte') this.ecrire(genre, 'systeme', { palier, ancre });
      else this.ecrire(genre, 'systeme', { palier: 'actualite', ancre, closeLe });
    return dues;
  }
}

/** « entreprise rappel, acheteur delai-manque ! » : le point d'exclamation marque une alerte. */
export const dit = (relances: readonly Relance[]): string[] =>
  relances.map(
    ({ a, palier, genre, cible }) =>
      `${a} ${palier}${genre === 'acheteur-alerte' ? ' !' : ''}${cible ? ` (${cible})` : ''}`,
  );
