import { desLiens, EQUIPE, LE, type BaseDEssai } from './fabriques.ts';

export type Tableau = {
  statut: string;
  role: string;
  lignes: { id: string; reference: string; academie: string; liens: { role: string }[] }[];
  parcoursSansJeune: { id: string; academie: string; finLe: string }[];
  contactsJamaisConfirmes: { id: string }[];
  parcours: { id: string }[];
  courrielsMorts: { id: string; destinataire: string }[];
};

type Courriel = {
  dossiers: { reference: string; role: string; lien: string }[];
  declarations: { reference: string; portee: string; lien: string }[];
  listes: { portee: string; lien: string; academie: string | null }[];
};

/** Les gestes d'une personne qui retrouve ses liens et ouvre son tableau. */
export class Listes {
  private readonly essai: BaseDEssai;
  constructor(essai: BaseDEssai) {
    this.essai = essai;
  }

  lire = (empreinte: string, le = LE) =>
    this.essai.appeler<Tableau>('tableau_lire', { p_empreinte: empreinte, p_maintenant: le });

  retrouver = (courriel: string, { le = LE, limites = [] as unknown[] } = {}) =>
    this.essai.appeler('liens_retrouver', {
      p_courriel: courriel,
      p_equipe: EQUIPE,
      p_liens: desLiens(6),
      p_limites: limites,
      p_maintenant: le,
    });

  membre = (courriel: string, genre: string, academie: string | null = null) =>
    this.essai.appeler('membres_ajouter', {
      p_courriel: courriel,
      p_genre: genre,
      p_academie: academie,
      p_maintenant: LE,
    });

  /** Les courriels reçus, du premier au dernier. */
  async recus(courriel: string): Promise<Courriel[]> {
    const lignes = await this.essai.lignes<{ donnees: Courriel }>(
      "select donnees from prive.courriels where gabarit = 'suivi-liens' and destinataire = $1 order by cree_le, id",
      [courriel],
    );
    return lignes.map(({ donnees }) => donnees);
  }

  async empreinteDe(lien: string | undefined): Promise<string> {
    const [ligne] = await this.essai.lignes<{ empreinte: string }>(
      "select encode(empreinte, 'hex') as empreinte from prive.liens where id = $1",
      [lien],
    );
    return ligne?.empreinte ?? '';
  }

  /** Ce que la personne lit en ouvrant le premier lien de liste qu'elle n'a pas encore ouvert. */
  async ouvrir(courriel: string, le = LE): Promise<{ tableau: Tableau; empreinte: string }> {
    const avant = (await this.recus(courriel)).map(({ listes }) => listes[0]?.lien);
    await this.retrouver(courriel, { le });
    const neuf = (await this.recus(courriel)).find(
      ({ listes }) => !avant.includes(listes[0]?.lien),
    );
    const empreinte = await this.empreinteDe(neuf?.listes[0]?.lien);
    return { tableau: await this.lire(empreinte, le), empreinte };
  }
}
