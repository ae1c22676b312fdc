import { Apercu } from './apercu.ts';
import type { Cellules } from './colonnes.ts';
import { lireContacts } from './contacts.ts';
import { lireMarche } from './marche.ts';
import { lireDate } from '../../socle/date-lue.ts';
import { DossierDeParcours } from './dossier.ts';
import type { EnvoiALaBase } from './ecriture-en-base.ts';
import { ErreurImport } from './erreur.ts';
import { absentsDe, demandeUnAccord, exigerLAccord } from './fermetures.ts';
import { identite } from './identite.ts';
import {
  examinerExport,
  formeDe,
  type LigneBrute,
  lignesDe,
  ranger,
  REQUISES,
  type Export,
} from './lecture.ts';
import { Registre } from './registre.ts';
import { type Contenu, lireLigne, type Reglages } from './ligne.ts';
import type { Entree } from './rapport.ts';
import {
  absentDeLExport,
  ancienneVersion,
  avertissement,
  doublon,
  fichierCoupe,
  fichierIllisible,
  ligneCourte,
  ligneDeforme,
  memeIdentite,
  type Remarque,
  seraitFerme,
} from './remarques.ts';

export type Options = Reglages & {
  fichier: string;
  sortie: string;
  /** Ne rien écrire. */
  verifier: boolean;
  /** Clé des identifiants. */
  cle: string;
  /** Nombre de parcours que la personne accepte de fermer ; sans lui, un import qui en ferme beaucoup s'arrête. */
  fermer?: number | undefined;
  /** La base qui reçoit aussi les parcours et leurs contacts ; sans elle, rien ne part. */
  envoi?: Pick<EnvoiALaBase, 'ajouter' | 'finir'> | undefined;
  /** Reçoit chaque remarque, au fil de l'eau. */
  noter: (entree: Entree) => void | Promise<void>;
  /** Reçoit l'avancement, ligne par ligne. */
  avancer: (fait: number, total: number) => void;
};

/** Ce que l'import a fait, en nombre de lignes ou de fichiers. */
export type Bilan = {
  lues: number;
  publiees: number;
  averties: number;
  ecartees: number;
  doublons: number;
  fichiersChanges: number;
  clos: number;
  /** Vrai si tant de fermetures demandent un accord. */
  accordRequis: boolean;
};

/**
 * Lit un export et met le dossier des parcours à jour. Rien n'est écrit tant que le fichier entier n'a pas été
 * reconnu lisible, ni sans accord quand beaucoup de parcours seraient fermés ; rien n'est clos si aucune ligne n'est
 * publiable, ou si le fichier n'est pas entier.
 * @throws {ErreurImport} quand rien ne peut être fait
 */
export async function importer(options: Options): Promise<Bilan> {
  const apercu = new Apercu(options.cle);
  const lecture = await examinerExport(options.fichier, (ligne) => {
    apercu.examiner(ligne);
  });
  if (lecture.total === 0) throw new ErreurImport('Le fichier n’a aucune ligne après l’en-tête.');
  for (const titre of lecture.enTete.priveesAbsentes) {
    const motif = 'colonne absente : l’anonymisation a moins de quoi comparer';
    const correction = 'Exporter toutes les colonnes.';
    await options.noter({
      ligne: null,
      statut: 'information',
      ...avertissement(titre, motif, correction),
    });
  }
  return new Importation(options, lecture, apercu).executer();
}

/** L'état d'un import en cours : des identifiants et des empreintes, jamais de texte. */
class Importation {
  readonly #options: Options;
  readonly #export: Export;
  readonly #apercu: Apercu;
  readonly #dossier: DossierDeParcours;
  readonly #registre: Registre;
  readonly #bilan: Bilan = {
    lues: 0,
    publiees: 0,
    averties: 0,
    ecartees: 0,
    doublons: 0,
    fichiersChanges: 0,
    clos: 0,
    accordRequis: false,
  };

  constructor(options: Options, lecture: Export, apercu: Apercu) {
    this.#options = options;
    this.#export = lecture;
    this.#apercu = apercu;
    this.#dossier = new DossierDeParcours(options.sortie, options.verifier);
    this.#registre = new Registre(options.cle);
  }

  async executer(): Promise<Bilan> {
    if (!this.#options.verifier) await this.#demanderLAccord();
    for await (const ligne of lignesDe(this.#export)) {
      this.#bilan.lues += 1;
      await this.#traiter(ligne);
      this.#options.avancer(this.#bilan.lues, this.#export.total);
    }
    await this.#clore();
    await this.#options.envoi?.finir();
    return { ...this.#bilan, fichiersChanges: this.#dossier.changes };
  }

  /**
   * Avant toute écriture : combien de parcours seraient fermés. La première lecture en donne au plus le nombre ; le
   * compte exact, qui demande d'anonymiser chaque ligne une fois de plus, n'est fait que s'il peut changer la suite.
   */
  async #demanderLAccord(): Promise<void> {
    const { fermer } = this.#options;
    if (this.#apercu.estCoupe) return;
    const auPlus = absentsDe((id) => this.#apercu.nomme(id), this.#dossier).length;
    if (fermer === undefined && !demandeUnAccord(auPlus, this.#dossier)) return;
    const registre = new Registre(this.#options.cle);
    for await (const { cellules: brutes } of lignesDe(this.#export)) {
      const { cellules, forme } = this.#lire(brutes);
      if (forme === 'trop-longue' || forme === 'trop-courte') continue;
      const { contenu } = lireLigne(cellules, this.#options);
      if (contenu) registre.publier(identite(cellules), contenu);
      else registre.ecarter(identite(cellules));
    }
    const fermes = this.#absents(registre);
    try {
      exigerLAccord(fermes, fermer, this.#dossier);
    } catch (erreur) {
      for (const id of fermes) await this.#noter(null, 'information', [seraitFerme(id)]);
      throw erreur;
    }
  }

  /** Ce que l'export n'a plus : rien, s'il ne publie rien. */
  #absents(registre: Registre): string[] {
    if (registre.estVide) return [];
    return absentsDe((id) => registre.connait(id), this.#dossier);
  }

  #lire(brutes: readonly string[]) {
    const { enTete } = this.#export;
    return { forme: formeDe(brutes, enTete, REQUISES), cellules: ranger(brutes, enTete) };
  }

  async #traiter({ numero, cellules: brutes }: LigneBrute): Promise<void> {
    const { cellules, forme } = this.#lire(brutes);
    if (forme === 'trop-longue' || forme === 'trop-courte') {
      this.#bilan.ecartees += 1;
      await this.#noter(numero, 'mis de côté', [ligneDeforme(forme)]);
      return;
    }
    const identiteDeLigne = identite(cellules);
    const { contenu, remarques } = lireLigne(cellules, this.#options);
    if (forme === 'courte') remarques.push(ligneCourte());
    if (contenu) await this.#publier(numero, identiteDeLigne, contenu, remarques, cellules);
    else await this.#ecarter(numero, identiteDeLigne, remarques);
  }

  async #publier(
    numero: number,
    identiteDeLigne: string,
    contenu: Contenu,
    remarques: Remarque[],
    cellules: Cellules,
  ): Promise<void> {
    const { id, double, memeMarche } = this.#registre.publier(identiteDeLigne, contenu);
    if (double) {
      this.#bilan.doublons += 1;
      remarques.push(doublon());
    } else {
      if (memeMarche) remarques.push(memeIdentite());
      this.#dossier.ecrire({ id, ...contenu });
      if (this.#options.envoi) {
        const { contacts, remarques: autres } = lireContacts(cellules);
        remarques.push(...autres);
        await this.#options.envoi.ajouter({
          numero,
          parcours: { id, ...contenu },
          contacts,
          marche: lireMarche(cellules),
          notifieLe: lireDate(cellules.notifieLe, { suite: true }).date,
        });
      }
    }
    this.#bilan.publiees += 1;
    if (remarques.length > 0) this.#bilan.averties += 1;
    await this.#noter(numero, 'publié avec avertissement', remarques);
  }

  async #ecarter(numero: number, identiteDeLigne: string, remarques: Remarque[]): Promise<void> {
    const id = this.#registre.ecarter(identiteDeLigne);
    this.#bilan.ecartees += 1;
    const bloquantes = remarques.filter(({ bloquante }) => bloquante);
    await this.#noter(numero, 'mis de côté', bloquantes);
    if (this.#dossier.lire(id)) await this.#noter(numero, 'information', [ancienneVersion(id)]);
  }

  /** Un parcours qui n'est plus dans l'export garde sa page : il est terminé, le reste ne change pas. */
  async #clore(): Promise<void> {
    if (!this.#registre.estVide) await this.#signalerLesIllisibles();
    const fermes = this.#absents(this.#registre);
    if (this.#apercu.estCoupe) {
      if (fermes.length > 0) await this.#noter(null, 'information', [fichierCoupe()]);
      return;
    }
    this.#bilan.accordRequis = demandeUnAccord(fermes.length, this.#dossier);
    for (const id of fermes) {
      const termine = this.#dossier.terminer(id);
      if (!termine) continue;
      const rien = { numero: null, contacts: [], marche: null, notifieLe: null };
      await this.#options.envoi?.ajouter({ parcours: termine, ...rien });
      this.#bilan.clos += 1;
      await this.#noter(null, 'clos', [absentDeLExport(id)]);
    }
  }

  async #signalerLesIllisibles(): Promise<void> {
    for (const id of this.#dossier.identifiants)
      if (!this.#registre.connait(id) && !this.#dossier.lire(id))
        await this.#noter(null, 'information', [fichierIllisible(id)]);
  }

  async #noter(ligne: number | null, statut: Entree['statut'], remarques: readonly Remarque[]) {
    for (const remarque of remarques) await this.#options.noter({ ligne, statut, ...remarque });
  }
}
