import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TACHES, type Tache } from '../../src/sante/regles/taches.ts';
import { ecrireEntier } from './ecriture.ts';

const JOUR = 86_400_000;

/** L'heure demandée vient avant celle du service : le journal ne remonte pas le temps. */
export class ErreurDHorloge extends Error {
  override name = 'ErreurDHorloge';
}

type Dedans = {
  dossier: string;
  /** Change l'heure des fonctions, en millisecondes d'avance sur ce poste. */
  decaler: (millisecondes: number) => Promise<void>;
  tache: (nom: Tache) => Promise<Response>;
};

/**
 * L'heure du service embarqué, qu'on avance pour essayer : des semaines de suivi se jouent en quelques secondes.
 * Elle reste d'une fois sur l'autre, à côté de la base : ce qui est écrit dans le journal n'est jamais à venir.
 */
export class Horloge {
  #avance = 0;
  readonly #dedans: Dedans;

  constructor(dedans: Dedans) {
    this.#dedans = dedans;
  }

  /** @param depart heure à laquelle commencer (essais) ; sinon celle où le service s'était arrêté, ou celle du poste */
  async ouvrir(depart?: Date): Promise<void> {
    const lue = Number(await readFile(this.#fichier(), 'utf8').catch(() => '0'));
    const avance = depart ? depart.getTime() - Date.now() : lue;
    if (Number.isFinite(avance) && avance !== 0) await this.#poser(avance);
  }

  get maintenant(): Date {
    return new Date(Date.now() + this.#avance);
  }

  /** Joue chaque jour l'un après l'autre, avec ses tâches : un rappel dû le troisième jour part le troisième jour. */
  async avancer(jours: number): Promise<void> {
    for (let jour = 0; jour < jours; jour += 1) {
      await this.#poser(this.#avance + JOUR);
      await this.jouer();
    }
  }

  /** @throws {ErreurDHorloge} l'instant est passé */
  async aller(instant: Date): Promise<void> {
    const avance = instant.getTime() - Date.now();
    if (avance < this.#avance)
      throw new ErreurDHorloge(
        `Le service en est déjà au ${this.maintenant.toISOString()} : son heure n’avance que vers l’avant.`,
      );
    await this.#poser(avance);
  }

  async jouer(): Promise<void> {
    for (const nom of TACHES) await (await this.#dedans.tache(nom)).body?.cancel();
  }

  #fichier = () => join(this.#dedans.dossier, 'horloge');

  async #poser(avance: number): Promise<void> {
    this.#avance = Math.round(avance);
    await ecrireEntier(this.#fichier(), String(this.#avance));
    await this.#dedans.decaler(this.#avance);
  }
}
