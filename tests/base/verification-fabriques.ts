import { tirerSignes } from '../../supabase/functions/_shared/references.ts';
import { LIMITES_DES_COURRIELS } from '../../src/formulaire/regles/limites.ts';
import { desLiens, EQUIPE, LE, type BaseDEssai } from './fabriques.ts';

/** Une personne que rien ne garantit : son domaine n'est pas reconnu. */
export const unInconnu = () => ({
  courriel: `${tirerSignes(8)}@messagerie.example`,
  reconnue: false,
});

/** Les gestes d'une vérification, courts. */
export class Verification {
  private readonly essai: BaseDEssai;
  constructor(essai: BaseDEssai) {
    this.essai = essai;
  }

  /** Une demande à vérifier, sur un parcours neuf ou sur celui-ci. */
  async ouvrir(personne: Record<string, unknown> = unInconnu(), lieu?: string) {
    const parcours = lieu ?? (await this.essai.unParcours());
    const { lien, bilan } = await this.essai.demander(parcours, personne);
    const [demande] = await this.essai.lignes<{ id: string }>(
      'select id from prive.demandes where reference = $1',
      [bilan.reference],
    );
    return { parcours, lien, bilan, demande: demande?.id ?? '' };
  }

  /** Répond comme le ferait le lien reçu par courriel, le plus récent. */
  async repondre(demande: string, connue: boolean, le = LE) {
    const [lien] = await this.essai.lignes<{ empreinte: string }>(
      `select encode(empreinte, 'hex') as empreinte from prive.liens
       where demande_id = $1 and portee = 'verifier-personne' order by cree_le desc limit 1`,
      [demande],
    );
    return this.dire(lien?.empreinte ?? '', null, connue, le);
  }

  dire = (empreinte: string, demande: string | null, connue: boolean, le = LE) =>
    this.essai.appeler('verification_repondre', {
      p_empreinte: empreinte,
      p_demande: demande,
      p_connue: connue,
      p_liens: desLiens(24),
      p_equipe: EQUIPE,
      p_limites: LIMITES_DES_COURRIELS,
      p_maintenant: le,
    });

  async etat(demande: string): Promise<string | undefined> {
    const [ligne] = await this.essai.lignes<{ etat: string }>(
      'select etat from prive.demandes where id = $1',
      [demande],
    );
    return ligne?.etat;
  }

  /** Les personnes interrogées, dans l'ordre. */
  async interroges(demande: string): Promise<string[]> {
    const lignes = await this.essai.lignes<{ courriel: string }>(
      "select courriel from prive.liens where demande_id = $1 and portee = 'verifier-personne' order by cree_le",
      [demande],
    );
    return lignes.map(({ courriel }) => courriel);
  }
}
