import { randomUUID } from 'node:crypto';
import { appelerFonction, type Role } from '../../supabase/embarque/acces.ts';
import { ouvrirBase, type Base } from '../../supabase/embarque/base.ts';
import { tirerReference, tirerSignes } from '../../supabase/functions/_shared/references.ts';
import { ROLE_DU_LIEN } from '../../src/suivi/regles/mots.ts';
import { CONSERVATION } from '../../src/site/regles/conservation.ts';
import { instantaneDeLaBase } from '../instantane.ts';
import {
  CONFIANCE,
  DEMANDE,
  desLiens,
  EQUIPE,
  LE,
  REGLAGES,
  unLien,
  type LienPose,
} from './exemples.ts';

export * from './exemples.ts';

export type Reponse = Record<string, unknown> & { statut: string };

const MUETS = { p_conservation: CONSERVATION, p_equipe: EQUIPE };

/** La vraie base, en mémoire, avec des gestes courts pour écrire les tests. */
export class BaseDEssai {
  readonly base: Base;
  private constructor(base: Base) {
    this.base = base;
  }

  static async ouvrir(): Promise<BaseDEssai> {
    const essai = new BaseDEssai((await ouvrirBase(undefined, await instantaneDeLaBase())).base);
    const { bornes: p_bornes, academies: p_academies } = REGLAGES;
    await essai.appeler('regler', { p_bornes, p_academies });
    return essai;
  }

  /** Les mêmes gestes, sur une base déjà ouverte. */
  static sur = (base: Base) => new BaseDEssai(base);

  fermer = () => this.base.close();

  /** Appelle une fonction comme le service ; une erreur SQL est levée avec son code. */
  async appeler<T = Reponse>(
    fonction: string,
    parametres: Record<string, unknown>,
    role: Role = 'service_role',
  ): Promise<T> {
    const { statut, json } = await appelerFonction(this.base, role, fonction, parametres);
    if (statut >= 400) throw new Error(json);
    return (json === '' ? undefined : JSON.parse(json)) as T;
  }

  async lignes<T = Record<string, unknown>>(sql: string, parametres: unknown[] = []): Promise<T[]> {
    return (await this.base.query<T>(sql, parametres)).rows;
  }

  async unParcours(champs: Record<string, unknown> = {}): Promise<string> {
    const id = tirerSignes(8);
    const [reponse] = await this.appeler<Reponse[]>('parcours_importer', {
      p_lignes: [
        {
          public: { ...PARCOURS, id, ...champs },
          contacts: [
            contact('entreprise-1'),
            contact('entreprise-2'),
            contact('acheteur'),
            contact('mlds'),
          ],
        },
      ],
      p_maintenant: LE,
    });
    if (reponse?.statut !== 'ecrite') throw new Error(JSON.stringify(reponse));
    return id;
  }

  creer(parcours: string, champs: Record<string, unknown> = {}, options: Creation = {}) {
    return this.appeler('demande_creer', {
      p_demande: {
        ...DEMANDE,
        courriel: `alix.${tirerSignes(8)}@lycee.example`,
        id: randomUUID(),
        cle: randomUUID(),
        reference: tirerReference('D'),
        parcoursId: parcours,
        reconnue: true,
        ...champs,
      },
      p_lien: options.lien ?? unLien(),
      p_limites: options.limites ?? [],
      p_valable: '48 hours',
      p_maintenant: options.le ?? LE,
    });
  }

  confirmer = (
    empreinte: string,
    le = LE,
    limites: readonly unknown[] = [],
    confiance: object = CONFIANCE,
  ) =>
    this.appeler('demande_confirmer', {
      p_confiance: confiance,
      p_empreinte: empreinte,
      p_liens: desLiens(8),
      p_equipe: EQUIPE,
      p_limites: limites,
      p_maintenant: le,
    });

  /** Une demande reçue puis confirmée ; rend le bilan et le lien de confirmation. */
  async demander(parcours: string, champs: Record<string, unknown> = {}, le = LE) {
    const lien = unLien();
    const recue = await this.creer(parcours, champs, { lien, le });
    if (recue.statut !== 'recue') throw new Error(JSON.stringify(recue));
    return { lien, bilan: await this.confirmer(lien.empreinte, le) };
  }

  /** Le retrait d'avant la confirmation ; une demande confirmée est rendue telle quelle, avec son lien de suivi. */
  retirerAvant = (p_empreinte: string, p_maintenant = LE) =>
    this.appeler('demande_retirer', { p_empreinte, p_maintenant });

  /** Retire une demande comme le fait le service : avant la confirmation, puis par le suivi. */
  async retirer(empreinte: string, suivant = unLien(), le = LE) {
    const bilan = await this.retirerAvant(empreinte, le);
    if (!bilan.suivi) return bilan;
    await this.#finir(bilan.reference, 'tutrice', { genre: 'retrait', donnees: {} }, suivant, le, {
      clore: 'retiree',
    });
    return this.retirerAvant(empreinte, le);
  }

  /** L'équipe dit que l'accueil est fini, par le suivi ; ne fait rien d'une demande qui n'est pas active. */
  async terminer(reference: unknown, heures: number, suivant = unLien(), le = LE) {
    const evenement = { genre: 'accueil-termine', donnees: { heures } };
    await this.#finir(reference, 'equipe', evenement, suivant, le, { clore: 'terminee', heures });
  }

  async #finir(
    reference: unknown,
    role: 'tutrice' | 'equipe',
    evenement: { genre: string; donnees: object },
    suivant: LienPose,
    le: Date,
    fin: { clore: string; heures?: number },
  ) {
    const [lien] = await this.lignes<{ empreinte: string; vu: number }>(
      `select encode(l.empreinte, 'hex') as empreinte, prive.dernier_evenement(d.id)::integer as vu
       from prive.demandes d join prive.liens l on l.demande_id = d.id
       where d.reference = $1 and d.close_le is null and l.role = $2 and l.portee = 'suivre'`,
      [reference, role],
    );
    if (!lien) return;
    const { statut } = await this.appeler('suivi_agir', {
      p_empreinte: lien.empreinte,
      p_cle: randomUUID(),
      p_vu: lien.vu,
      p_auteurs: ROLE_DU_LIEN,
      p_ecrire: { evenements: [evenement], ...fin },
      p_liens: [suivant],
      p_valable: '72 hours',
      p_limites: [],
      p_maintenant: le,
    });
    if (statut !== 'fait') throw new Error(statut);
  }

  purger = (p_maintenant = LE) =>
    this.appeler<Record<string, number>>('purger', { p_conservation: CONSERVATION, p_maintenant });

  cloreLesMuets = (p_maintenant = LE) =>
    this.appeler<number>('dossiers_clore_muets', { ...MUETS, p_maintenant });

  compterSansReponse = (le = LE) =>
    this.appeler<number>('heures_sans_reponse', { p_jours: 7, p_maintenant: le });

  avancer = (p_maintenant = LE, p_liens = desLiens(50)) => {
    const parametres = { p_liens, p_jours: 30, p_equipe: EQUIPE, p_maintenant };
    return this.appeler<number>('verifications_avancer', parametres);
  };

  /** La tâche d'entretien, étape par étape (supabase/functions/taches/entretenir.ts). */
  async entretenir(le = LE) {
    await this.cloreLesMuets(le);
    await this.compterSansReponse(le);
    await this.avancer(le);
    await this.expirer(desLiens(50), le);
    await this.appeler('contacts_prevenir', { p_liens: desLiens(50), p_maintenant: le });
    return this.purger(le);
  }

  accepter = (empreinte: string, le = LE) =>
    this.appeler('proposition_accepter', {
      p_confiance: CONFIANCE,
      p_empreinte: empreinte,
      p_liens: desLiens(8),
      p_equipe: EQUIPE,
      p_limites: [],
      p_maintenant: le,
    });

  expirer = (liens = desLiens(5), le = LE) =>
    this.appeler<number>('demandes_expirer', {
      p_liens: liens,
      p_valable: '72 hours',
      p_maintenant: le,
    });

  etat = (parcours: string) => this.appeler('parcours_etat', { p_parcours: parcours });

  /** Courriels d'une demande ou d'un parcours, dans l'ordre d'écriture : gabarit et destinataire. */
  async gabarits(parcours: string): Promise<string[]> {
    const lignes = await this.lignes<{ gabarit: string }>(
      `select gabarit from prive.courriels where donnees -> 'parcours' ->> 'id' = $1 order by cree_le, gabarit`,
      [parcours],
    );
    return lignes.map(({ gabarit }) => gabarit);
  }
}

type Creation = { lien?: LienPose; limites?: readonly unknown[]; le?: Date };

export const PARCOURS = {
  intitule: 'Préparer les commandes',
  domaine: 'logistique',
  taches: ['Préparer les commandes', 'Ranger la réserve'],
  heures: 300,
  commune: '35238',
  conditions: [],
  horairesAmenages: false,
  gratificationPrevue: false,
  disponibilite: 'disponible',
  publieLe: '2026-09-01',
  finLe: '2028-09-01',
  finReconductionLe: null,
};

export const contact = (role: string, nom = 'Camille Exemple') => ({
  role,
  nom,
  courriel: `${role}.${tirerSignes(6)}@entreprise.example`,
  telephone: null,
});
