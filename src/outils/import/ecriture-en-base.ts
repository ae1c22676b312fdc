import { z } from 'zod';
import type { Marche } from '../../marche/regles/marche.ts';
import type { Parcours } from '../../parcours/regles/parcours.ts';
import { ouvrirLaBase } from '../acces.ts';
import { enFrancais, jourAParis } from '../../socle/dates.ts';
import { type Contact, ROLES_DE_CONTACT, titreDuContact } from './contacts.ts';
import { ErreurImport } from './erreur.ts';
import { avertissement, blocage } from './remarques.ts';
import type { Entree } from './rapport.ts';

/** Lignes par envoi : assez pour aller vite, assez peu pour qu'un envoi raté soit vite rejoué. */
const LIGNES_PAR_LOT = 200;

const ESSAIS = 3;

/** `numero` : ligne de l'export, ou null pour un parcours que l'export n'a plus. */
export type LigneAEnvoyer = {
  numero: number | null;
  parcours: Parcours;
  contacts: Contact[];
  /** De quel marché il s'agit ; null quand l'export ne dit plus rien du parcours : ce que la base en sait reste. */
  marche: Marche | null;
  /** Notification du marché (AAAA-MM-JJ), ou null : elle n'est pas publiée, et une date connue reste. */
  notifieLe: string | null;
};

/** Ce que la base dit d'un contact : changé sur le site et gardé, ou remplacé par celui de l'export. */
const contactDitSchema = z.discriminatedUnion('etat', [
  z.object({
    etat: z.literal('garde'),
    role: z.enum(ROLES_DE_CONTACT),
    changeLe: z.iso.datetime({ offset: true, local: true }),
  }),
  z.object({ etat: z.literal('remplace'), role: z.enum(ROLES_DE_CONTACT) }),
]);

const reponseSchema = z.array(
  z.object({
    id: z.string(),
    statut: z.enum(['ecrite', 'refusee']),
    code: z.string().optional(),
    raison: z.string().optional(),
    contacts: z.array(contactDitSchema).default([]),
  }),
);

/**
 * Ce que l'envoi a fait, en nombre de parcours et de contacts : `contacts` sont ceux de la base qui valent ce que dit
 * l'export, `gardes` ceux que le site a changés, `remplaces` ceux dont la personne a changé.
 */
export type BilanDEnvoi = {
  ecrites: number;
  refusees: number;
  contacts: number;
  gardes: number;
  remplaces: number;
};

/** Envoie les parcours et leurs contacts à la base, par lots ; chaque ligne y est entière ou absente. */
export class EnvoiALaBase {
  readonly #base: ReturnType<typeof ouvrirLaBase>;
  readonly #noter: (entree: Entree) => void | Promise<void>;
  readonly #horloge: () => Date;
  #lot: LigneAEnvoyer[] = [];
  readonly bilan: BilanDEnvoi = {
    ecrites: 0,
    refusees: 0,
    contacts: 0,
    gardes: 0,
    remplaces: 0,
  };

  constructor(options: {
    adresse: string;
    cle: string;
    noter: (entree: Entree) => void | Promise<void>;
    horloge?: () => Date;
  }) {
    this.#base = ouvrirLaBase(options.adresse, options.cle);
    this.#noter = options.noter;
    this.#horloge = options.horloge ?? (() => new Date());
  }

  async ajouter(ligne: LigneAEnvoyer): Promise<void> {
    this.#lot.push(ligne);
    if (this.#lot.length >= LIGNES_PAR_LOT) await this.#partir();
  }

  async finir(): Promise<void> {
    if (this.#lot.length > 0) await this.#partir();
  }

  async #partir(): Promise<void> {
    const lot = this.#lot;
    this.#lot = [];
    const reponses = await this.#envoyer(lot);
    for (const [
      rang,
      { statut, code = 'inconnu', raison = 'raison inconnue', contacts },
    ] of reponses.entries()) {
      const ligne = lot[rang];
      if (!ligne) continue;
      if (statut === 'ecrite') {
        this.bilan.ecrites += 1;
        this.bilan.contacts += ligne.contacts.length;
        for (const dit of contacts) await this.#direLeContact(ligne.numero, dit);
        continue;
      }
      this.bilan.refusees += 1;
      await this.#noter({
        ligne: ligne.numero,
        statut: 'mis de côté',
        ...blocage(
          '',
          `refusée : ${raison} (code ${code}) ; ni le parcours ni ses contacts ne sont dans la base`,
          'Signaler cette ligne à l’équipe technique.',
        ),
      });
    }
  }

  async #direLeContact(ligne: number | null, dit: z.infer<typeof contactDitSchema>): Promise<void> {
    const colonne = titreDuContact(dit.role);
    if (dit.etat === 'remplace') {
      this.bilan.remplaces += 1;
      const motif = 'contact remplacé : l’ancien et le nouveau sont prévenus';
      const correction = 'Vérifier que la personne a bien changé.';
      await this.#noter({
        ligne,
        statut: 'information',
        ...avertissement(colonne, motif, correction),
      });
      return;
    }
    this.bilan.gardes += 1;
    this.bilan.contacts -= 1;
    const le = enFrancais(jourAParis(new Date(dit.changeLe)));
    await this.#noter({
      ligne,
      statut: 'publié avec avertissement',
      ...avertissement(
        colonne,
        `contact changé sur le site le ${le} : gardé`,
        'Reporter dans l’export le contact que montre le suivi.',
      ),
    });
  }

  /** Rejouer un lot n'écrit rien deux fois : un parcours déjà là est remplacé par lui-même. */
  async #envoyer(lot: LigneAEnvoyer[]): Promise<z.infer<typeof reponseSchema>> {
    const p_lignes = lot.map(({ parcours, contacts, marche, notifieLe }) => ({
      public: parcours,
      contacts,
      marche,
      notifieLe,
    }));
    let raison = '';
    for (let essai = 1; essai <= ESSAIS; essai += 1) {
      const { data, error, status } = await this.#base.rpc('parcours_importer', {
        p_lignes,
        p_maintenant: this.#horloge().toISOString(),
      });
      const lecture = reponseSchema.length(lot.length).safeParse(data);
      if (!error && lecture.success) return lecture.data;
      // Le message d'une base peut citer une valeur refusée : seul son code est montré.
      raison = error ? `code ${error.code || status}` : 'réponse inattendue';
      if (status >= 400 && status < 500) break;
    }
    throw new ErreurImport(
      `La base n’a pas pris les parcours (${raison}). Ceux des lots précédents y sont ; l’import peut être relancé. ` +
        'Vérifiez SUPABASE_URL et SUPABASE_SERVICE_ROLE_KEY.',
    );
  }
}
