import { randomUUID } from 'node:crypto';
import type { ActionId } from '../../src/suivi/regles/actions.ts';
import { jourAParis } from '../../src/socle/dates.ts';
import type { SuiviRecu } from '../../src/suivi/regles/recu.ts';
import { LIEU } from '../fabriques-suivi.ts';
import { jetonDe } from '../../supabase/functions/_shared/jetons.ts';
import type { Corps, Reponse, ServiceDEssai } from './service.ts';

export const JOUR = 86_400_000;

/** Un mardi de classe, sans jour férié avant le lundi de Pâques : les dates des essais ne dépendent pas d'aujourd'hui. */
export const DEPART = new Date('2027-03-09T08:00:00Z');

export type Role = 'tutrice' | 'entreprise-1' | 'entreprise-2' | 'acheteur' | 'equipe';

/** Un dossier joué de bout en bout : les jetons de chacun, et l'heure qu'on avance. */
export class DossierDEssai {
  readonly essai: ServiceDEssai;
  readonly parcours: string;
  readonly demande: { id: string; courriel: string };
  private constructor(
    essai: ServiceDEssai,
    parcours: string,
    demande: { id: string; courriel: string },
  ) {
    this.essai = essai;
    this.parcours = parcours;
    this.demande = demande;
  }

  /** Une demande confirmée, sur un parcours que personne n'avait demandé. */
  /** @param choisi le parcours, quand ses contacts comptent ; sinon le premier libre */
  static async ouvrir(essai: ServiceDEssai, choisi?: string): Promise<DossierDEssai> {
    const parcours = choisi ?? (await essai.parcoursLibres(1))[0] ?? '';
    const [jeton] = await essai.demandesARecevoir(parcours, 1);
    const { corps } = await essai.poster('confirmer-interet', { jeton });
    const { rows } = await essai.service.base.query<{ id: string; courriel: string }>(
      'select id, courriel from prive.demandes where reference = $1',
      [corps.reference],
    );
    const [demande] = rows;
    if (corps.statut !== 'active' || !demande) throw new Error(JSON.stringify(corps));
    return new DossierDEssai(essai, parcours, demande);
  }

  static deja(essai: ServiceDEssai, parcours: string, demande: { id: string; courriel: string }) {
    return new DossierDEssai(essai, parcours, demande);
  }

  adresse = (role: Role) =>
    ({
      tutrice: this.demande.courriel,
      equipe: 'equipe@csf.example',
      acheteur: `acheteur.${this.parcours}@acheteur.example`,
      'entreprise-1': `entreprise-1.${this.parcours}@entreprise.example`,
      'entreprise-2': `entreprise-2.${this.parcours}@entreprise.example`,
    })[role];

  /** Le jeton du lien de suivi d'un rôle, comme le courriel le porte. */
  async jeton(role: Role): Promise<string> {
    const { rows } = await this.essai.service.base.query<{ id: string }>(
      `select id from prive.liens where demande_id = $1 and role = $2 and portee = 'suivre'
         and annule_le is null and cede_le is null order by cree_le desc limit 1`,
      [this.demande.id, role],
    );
    if (!rows[0]) throw new Error(`Aucun lien pour ${role}.`);
    return jetonDe(this.essai.service.secrets.liens, rows[0].id);
  }

  lire = async (role: Role): Promise<SuiviRecu> => {
    const { corps } = await this.essai.poster('suivi/lire-lien', { jeton: await this.jeton(role) });
    if (corps.statut !== 'ouvert') throw new Error(JSON.stringify(corps));
    return corps as unknown as SuiviRecu;
  };

  /** Lit, puis agit : ce que fait la page. */
  async agir(role: Role, action: string, champs: Corps = {}): Promise<Reponse> {
    const { vu } = await this.lire(role);
    return this.essai.poster('agir', {
      jeton: await this.jeton(role),
      cle: randomUUID(),
      vu,
      action,
      ...(action === 'proposer-creneaux' ? { lieu: LIEU } : {}),
      ...champs,
    });
  }

  get maintenant(): Date {
    return this.essai.service.horloge.maintenant;
  }

  /** Un jour à venir ou passé, à Paris. */
  jour = (jours = 0) => jourAParis(new Date(this.maintenant.getTime() + jours * JOUR));

  /** Un créneau un jour ouvré, à dix heures, au moins `jours` jours plus tard. */
  creneau(jours: number): { debut: string; minutes: number } {
    for (let plus = jours; ; plus += 1) {
      const jour = this.jour(plus);
      if (![0, 6].includes(new Date(jour).getUTCDay()))
        return { debut: `${jour}T10:00`, minutes: 60 };
    }
  }

  /** Les genres du journal, dans l'ordre. */
  async genres(): Promise<string[]> {
    const { rows } = await this.essai.service.base.query<{
      genre: string;
      donnees: { a?: string; palier?: string };
    }>('select genre, donnees from prive.evenements where demande_id = $1 order by id', [
      this.demande.id,
    ]);
    return rows.map(({ genre, donnees }) =>
      genre === 'relance' || genre === 'acheteur-alerte'
        ? `${genre}:${donnees.a ?? 'acheteur'}:${donnees.palier ?? ''}`
        : genre,
    );
  }
}

/** Lance les rappels dus maintenant ; rend leur bilan. */
export async function relancer(essai: ServiceDEssai): Promise<Corps> {
  const reponse = await essai.service.tache('relancer');
  const corps = (await reponse.json()) as Corps;
  if (!reponse.ok) throw new Error(JSON.stringify(corps));
  await essai.courrielsPartis();
  return corps;
}

/** Joue des jours entiers, avec leurs tâches. */
export async function avancer(essai: ServiceDEssai, jours: number): Promise<void> {
  await essai.service.horloge.avancer(jours);
  await essai.courrielsPartis();
}

/** Les objets reçus à une adresse, du premier au dernier. */
export const objets = (essai: ServiceDEssai, adresse: string) =>
  essai
    .courriels(adresse)
    .map(({ subject }) => subject)
    .reverse();

/** Le dernier courriel reçu à une adresse. */
export function dernier(essai: ServiceDEssai, adresse: string) {
  const [courriel] = essai.courriels(adresse);
  if (!courriel) throw new Error(`Rien n’est arrivé à ${adresse}.`);
  return courriel;
}

/** Le fichier d'agenda du dernier courriel, en clair et sans ligne repliée. */
export const agenda = (essai: ServiceDEssai, adresse: string) =>
  Buffer.from(dernier(essai, adresse).attachments[0]?.content ?? '', 'base64')
    .toString('utf8')
    .replace(/\r\n[ \t]/g, '');

/** Ce qu'une entreprise envoie pour proposer un créneau. */
export const proposition = (dossier: DossierDEssai) => ({
  action: 'proposer-creneaux',
  creneaux: [dossier.creneau(3)],
  lieu: LIEU,
});

/** Une saisie bien écrite pour chaque action. */
export function saisiesDe(dossier: DossierDEssai): Record<ActionId, Corps> {
  const personne = { nom: 'Andrea Exemple', courriel: 'andrea@entreprise.example' };
  const le = dossier.jour();
  const creneau = dossier.creneau(3);
  const lundi = dossier.jour(-((new Date(le).getUTCDay() + 6) % 7));
  const precision = 'Le service ferme ses portes.';
  return {
    ouvrir: {},
    'toujours-actuel': {},
    'proposer-creneaux': { creneaux: [creneau], lieu: LIEU },
    reporter: { jusquAu: dossier.jour(10), motif: 'activite' },
    'proposer-debut': { le: '2027-09-06' },
    'accepter-date': {},
    'ecarter-date': {},
    'changer-contact': personne,
    'plus-moi': {},
    'redevenir-contact': {},
    refuser: { motif: 'autre', precision },
    commencer: { le },
    'declarer-heures': { lundi, heures: 35 },
    terminer: { le, heures: 35 },
    'confirmer-heures': { heures: 35 },
    'corriger-heures': { heures: 20, precision: 'Le relevé en dit moins.' },
    'choisir-creneau': { debut: creneau.debut },
    'confirmer-reponse': {},
    'ecarter-reponse': {},
    'rapporter-reponse': {
      canal: 'telephone',
      quoi: 'rendez-vous',
      le: creneau.debut.slice(0, 10),
      heure: '10:00',
      lieu: LIEU,
    },
    'confirmer-rapport': {},
    'signaler-absence': {},
    'retirer-absence': {},
    'ecarter-creneaux': {},
    'noter-reunion': { le },
    'reunion-manquee': { absent: 'jeune' },
    'signer-convention': { le },
    interrompre: { le, motif: 'vacances' },
    reprendre: { le },
    bilan: { le, suite: 'embauche' },
    retirer: {},
    relancer: {},
    'nommer-contact': { role: 'entreprise-1', ...personne },
    transmettre: personne,
    'confirmer-refus': {},
  };
}
