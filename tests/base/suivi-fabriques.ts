import { randomBytes, randomUUID } from 'node:crypto';
import { ROLE_DU_LIEN } from '../../src/suivi/regles/mots.ts';
import { desLiens, LE, type BaseDEssai, type LienPose, type Reponse } from './fabriques.ts';

export type RoleDuLien =
  'tutrice' | 'entreprise-1' | 'entreprise-2' | 'acheteur' | 'prescripteur' | 'equipe';

export type Lu = Reponse & {
  vu: number;
  role: string;
  lien: string;
  dossier: {
    id: string;
    etat: string;
    liens: { role: RoleDuLien; id: string }[];
    contacts: { role: string; nom: string; courriel: string }[];
    parcours: { id: string; heuresFaites: number };
  };
  evenements: {
    id: number;
    genre: string;
    auteur: string;
    donnees: Record<string, unknown>;
    precision: string | null;
  }[];
};

type Options = {
  cle?: string;
  vu?: number;
  liens?: LienPose[];
  le?: Date;
  auteurs?: Record<string, string>;
  limites?: readonly unknown[];
};

/** Une demande active, et le lien de chacun : les gestes d'un suivi, courts. */
export class Dossier {
  readonly essai: BaseDEssai;
  readonly parcours: string;
  readonly id: string;

  private constructor(essai: BaseDEssai, parcours: string, id: string) {
    this.essai = essai;
    this.parcours = parcours;
    this.id = id;
  }

  static async ouvrir(
    essai: BaseDEssai,
    champs: Record<string, unknown> = {},
    parcours?: string,
  ): Promise<Dossier> {
    const lieu = parcours ?? (await essai.unParcours());
    const { bilan } = await essai.demander(lieu, champs);
    const [demande] = await essai.lignes<{ id: string }>(
      'select id from prive.demandes where reference = $1',
      [bilan.reference],
    );
    return new Dossier(essai, lieu, demande?.id ?? '');
  }

  static deja(essai: BaseDEssai, parcours: string, id: string): Dossier {
    return new Dossier(essai, parcours, id);
  }

  /** Écrit un rappel automatique à une personne, comme le fait la tâche planifiée. */
  async relancer(
    a: string,
    palier: string,
    { courriel = `${a}@relance.example`, le = LE, vu = 0 } = {},
  ) {
    const acte = vu || (await this.dernierActe());
    return this.essai.appeler('relances_ecrire', {
      p_lot: [{ courriel, gabarit: 'suivi-relance', items: [this.rappel(a, palier, acte)] }],
      p_maintenant: le,
    });
  }

  rappel(a: string, palier: string, vu: number) {
    return {
      demande: this.id,
      vu,
      genre: 'relance',
      donnees: { a, palier, ancre: vu },
      courriel: { demande: this.id, palier },
    };
  }

  async dernierActe(): Promise<number> {
    const { evenements } = await this.lire('equipe');
    return evenements.findLast(({ genre }) => genre !== 'relance')?.id ?? 0;
  }

  /** L'empreinte du dernier lien de suivi d'un rôle, même annulé. */
  async empreinte(role: RoleDuLien): Promise<string> {
    const [lien] = await this.essai.lignes<{ empreinte: string }>(
      `select encode(empreinte, 'hex') as empreinte from prive.liens
       where demande_id = $1 and role = $2 and portee = 'suivre'
       order by cree_le desc, annule_le nulls first, cede_le nulls first limit 1`,
      [this.id, role],
    );
    return lien?.empreinte ?? randomBytes(32).toString('hex');
  }

  async lire(role: RoleDuLien, le = LE): Promise<Lu> {
    return this.essai.appeler<Lu>('suivi_lire', {
      p_empreinte: await this.empreinte(role),
      p_maintenant: le,
    });
  }

  async agir(role: RoleDuLien, ecrire: Record<string, unknown>, options: Options = {}) {
    const empreinte = await this.empreinte(role);
    const vu =
      options.vu ??
      (
        await this.essai.appeler<Lu>('suivi_lire', {
          p_empreinte: empreinte,
          p_maintenant: options.le ?? LE,
        })
      ).vu;
    return this.ecrire(empreinte, ecrire, { ...options, vu });
  }

  ecrire(empreinte: string, ecrire: Record<string, unknown>, options: Options) {
    return this.essai.appeler('suivi_agir', {
      p_empreinte: empreinte,
      p_cle: options.cle ?? randomUUID(),
      p_vu: options.vu ?? 0,
      p_auteurs: options.auteurs ?? ROLE_DU_LIEN,
      p_ecrire: { evenements: [], ...ecrire },
      p_liens: options.liens ?? desLiens(8),
      p_valable: '72 hours',
      p_limites: options.limites ?? [],
      p_maintenant: options.le ?? LE,
    });
  }
}
