import { createHash } from 'node:crypto';
import { CLES, colonne, type Cellules, type CleDeColonne } from './colonnes.ts';
import { lireContacts } from './contacts.ts';
import { lireDate } from '../../socle/date-lue.ts';
import { DossierDeParcours } from './dossier.ts';
import type { EnvoiALaBase } from './ecriture-en-base.ts';
import { ErreurImport } from './erreur.ts';
import { identifiant, identite } from './identite.ts';
import {
  examinerExport,
  formeDe,
  type LigneBrute,
  lignesDe,
  ranger,
  type Export,
} from './lecture.ts';
import { type Contenu, lireLigne, type Reglages } from './ligne.ts';
import type { Entree } from './rapport.ts';
import { avertissement, blocage, type Remarque } from './remarques.ts';

export type Options = Reglages & {
  fichier: string;
  sortie: string;
  /** Ne rien écrire. */
  verifier: boolean;
  /** Clé des identifiants. */
  cle: string;
  /** La base qui reçoit aussi les parcours et leurs contacts ; sans elle, rien ne part. */
  envoi?: EnvoiALaBase;
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
};

const REQUISES = new Set<string>(CLES.filter((cle: CleDeColonne) => colonne(cle).requise));

/**
 * Lit un export et met le dossier des parcours à jour. Rien n'est écrit tant que le fichier entier n'a pas été
 * reconnu lisible ; rien n'est clos si aucune ligne n'est publiable.
 * @throws {ErreurImport} quand rien ne peut être fait
 */
export async function importer(options: Options): Promise<Bilan> {
  const lecture = await examinerExport(options.fichier);
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
  return new Importation(options, lecture).executer();
}

/** L'état d'un import en cours : des identifiants et des empreintes, jamais de texte. */
class Importation {
  readonly #options: Options;
  readonly #export: Export;
  readonly #dossier: DossierDeParcours;
  readonly #empreintes = new Map<string, string>();
  readonly #ecartes = new Set<string>();
  readonly #bilan: Bilan = {
    lues: 0,
    publiees: 0,
    averties: 0,
    ecartees: 0,
    doublons: 0,
    fichiersChanges: 0,
    clos: 0,
  };

  constructor(options: Options, lecture: Export) {
    this.#options = options;
    this.#export = lecture;
    this.#dossier = new DossierDeParcours(options.sortie, options.verifier);
  }

  async executer(): Promise<Bilan> {
    for await (const ligne of lignesDe(this.#export)) {
      this.#bilan.lues += 1;
      await this.#traiter(ligne);
      this.#options.avancer(this.#bilan.lues, this.#export.total);
    }
    if (this.#bilan.publiees > 0) await this.#clore();
    await this.#options.envoi?.finir();
    return { ...this.#bilan, fichiersChanges: this.#dossier.changes };
  }

  async #traiter({ numero, cellules: brutes }: LigneBrute): Promise<void> {
    const forme = formeDe(brutes, this.#export.enTete, REQUISES);
    const cellules = ranger(brutes, this.#export.enTete);
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
    const empreinte = createHash('sha256')
      .update(JSON.stringify(contenu))
      .digest('base64url')
      .slice(0, 12);
    let rang = 0;
    let id = identifiant(this.#options.cle, identiteDeLigne, contenu.domaine, rang);
    while (this.#empreintes.has(id) && this.#empreintes.get(id) !== empreinte) {
      rang += 1;
      id = identifiant(this.#options.cle, identiteDeLigne, contenu.domaine, rang);
    }
    if (this.#empreintes.has(id)) {
      this.#bilan.doublons += 1;
      remarques.push(doublon());
    } else {
      this.#empreintes.set(id, empreinte);
      if (rang > 0) remarques.push(memeIdentite());
      this.#dossier.ecrire({ id, ...contenu });
      if (this.#options.envoi) {
        const { contacts, remarques: autres } = lireContacts(cellules);
        remarques.push(...autres);
        await this.#options.envoi.ajouter({
          numero,
          parcours: { id, ...contenu },
          contacts,
          notifieLe: lireDate(cellules.notifieLe, { suite: true }).date,
        });
      }
    }
    this.#bilan.publiees += 1;
    if (remarques.length > 0) this.#bilan.averties += 1;
    await this.#noter(numero, 'publié avec avertissement', remarques);
  }

  async #ecarter(numero: number, identiteDeLigne: string, remarques: Remarque[]): Promise<void> {
    const id = identifiant(this.#options.cle, identiteDeLigne, '', 0);
    this.#bilan.ecartees += 1;
    this.#ecartes.add(id);
    const bloquantes = remarques.filter(({ bloquante }) => bloquante);
    await this.#noter(numero, 'mis de côté', bloquantes);
    if (this.#dossier.lire(id)) await this.#noter(numero, 'information', [ancienneVersion(id)]);
  }

  /** Un parcours qui n'est plus dans l'export garde sa page : il est terminé, le reste ne change pas. */
  async #clore(): Promise<void> {
    for (const id of this.#dossier.identifiants) {
      if (this.#empreintes.has(id) || this.#ecartes.has(id)) continue;
      const parcours = this.#dossier.lire(id);
      if (!parcours) {
        await this.#noter(null, 'information', [fichierIllisible(id)]);
        continue;
      }
      if (parcours.disponibilite === 'termine') continue;
      const termine = { ...parcours, disponibilite: 'termine' as const };
      this.#dossier.ecrire(termine);
      await this.#options.envoi?.ajouter({
        numero: null,
        parcours: termine,
        contacts: [],
        notifieLe: null,
      });
      this.#bilan.clos += 1;
      await this.#noter(null, 'clos', [absentDeLExport(id)]);
    }
  }

  async #noter(ligne: number | null, statut: Entree['statut'], remarques: readonly Remarque[]) {
    for (const remarque of remarques) await this.#options.noter({ ligne, statut, ...remarque });
  }
}

function ligneDeforme(forme: 'trop-longue' | 'trop-courte'): Remarque {
  return blocage(
    '',
    forme === 'trop-longue'
      ? 'la ligne a plus de cellules que l’en-tête de colonnes'
      : 'la ligne est trop courte : des colonnes requises manquent',
    'Vérifier les guillemets autour des textes qui contiennent le séparateur.',
  );
}

const ligneCourte = () =>
  avertissement(
    '',
    'ligne plus courte que l’en-tête, la fin est considérée vide',
    'Vérifier la fin de la ligne.',
  );

const doublon = () =>
  avertissement(
    '',
    'même parcours qu’une ligne précédente, publié une seule fois',
    'Supprimer la ligne en double.',
  );

const memeIdentite = () =>
  avertissement(
    '',
    'même marché qu’une ligne précédente avec un autre contenu, publié à part',
    'Vérifier qu’il s’agit bien de deux parcours.',
  );

const ancienneVersion = (id: string) =>
  avertissement(
    '',
    `le parcours ${id} reste publié dans sa version précédente`,
    'Corriger la ligne, puis réimporter.',
  );

const absentDeLExport = (id: string) =>
  avertissement(
    '',
    `le parcours ${id} n’est plus dans l’export, il est marqué terminé`,
    'Le remettre dans l’export s’il a toujours cours.',
  );

const fichierIllisible = (id: string) =>
  avertissement(
    '',
    `le fichier ${id}.yaml n’est pas un parcours, il est laissé tel quel`,
    'Corriger ou supprimer ce fichier.',
  );
