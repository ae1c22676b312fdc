import { Presets, SingleBar } from 'cli-progress';
import type { Bilan } from './importer.ts';
import type { Entree } from './rapport.ts';

/** Un import plus court que cela n'a pas besoin de dire où il en est. */
const DELAI_AVANT_PROGRESSION = 2000;
const DELAI_ENTRE_LIGNES = 10_000;

/** Lignes mises de côté montrées à l'écran ; le rapport les a toutes. */
const MONTREES = 20;

/** Avancement sur la sortie d'erreur : une barre dans un terminal, une ligne de temps en temps ailleurs. */
export class Progression {
  readonly #debut = Date.now();
  #derniere = this.#debut;
  #barre: SingleBar | undefined;

  avancer(fait: number, total: number): void {
    if (fait % 100 !== 0) return;
    const maintenant = Date.now();
    if (maintenant - this.#debut < DELAI_AVANT_PROGRESSION) return;
    if (process.stderr.isTTY) {
      this.#barre ??= this.#nouvelleBarre(total);
      this.#barre.update(fait);
    } else if (maintenant - this.#derniere > DELAI_ENTRE_LIGNES) {
      this.#derniere = maintenant;
      process.stderr.write(`${fait} lignes sur ${total}\n`);
    }
  }

  #nouvelleBarre(total: number): SingleBar {
    const barre = new SingleBar(
      { format: 'Import {bar} {percentage} % | {value} lignes sur {total}' },
      Presets.shades_classic,
    );
    barre.start(total, 0);
    return barre;
  }

  arreter(): void {
    this.#barre?.stop();
  }
}

/** Retient de quoi résumer les remarques sans les garder toutes. */
export class Resume {
  readonly #parMotif = new Map<string, number>();
  readonly #ecartees: Entree[] = [];

  noter(entree: Entree): void {
    const motif = `${entree.statut} : ${entree.motif.replace(/\b[bcdfghjkmnpqrstvwxz2-9]{8}\b/, '…')}`;
    this.#parMotif.set(motif, (this.#parMotif.get(motif) ?? 0) + 1);
    if (entree.statut === 'mis de côté' && this.#ecartees.length < MONTREES)
      this.#ecartees.push(entree);
  }

  /** Lignes mises de côté, puis motifs comptés, puis tableau du bilan. */
  texte(bilan: Bilan, verifier: boolean): string {
    const ecartees = this.#ecartees.map(
      ({ ligne, colonne, motif, correction }) =>
        `  ligne ${ligne ?? '?'}${colonne === '' ? '' : `, « ${colonne} »`} : ${motif}. ${correction}`,
    );
    const motifs = [...this.#parMotif].sort((a, b) => b[1] - a[1]);
    return [
      ...(ecartees.length > 0 ? ['Lignes mises de côté', ...ecartees, ''] : []),
      ...(motifs.length > 0 ? ['Remarques', ...tableau(motifs), ''] : []),
      verifier ? 'Vérification seule, aucun parcours écrit' : 'Bilan',
      ...tableau([
        ['lignes lues', bilan.lues],
        ['publiées', bilan.publiees],
        ['  dont avec avertissement', bilan.averties],
        ['  dont en double', bilan.doublons],
        ['mises de côté', bilan.ecartees],
        ['fichiers écrits', bilan.fichiersChanges],
        ['parcours clos', bilan.clos],
      ]),
      ...(verifier && bilan.accordRequis ? ['', accordADonner(bilan.clos)] : []),
    ].join('\n');
  }
}

const accordADonner = (clos: number) =>
  `Cet import fermerait ${clos} parcours, et leurs listes d’attente : il s’arrêtera sans --fermer ${clos}.`;

function tableau(lignes: readonly (readonly [string, number])[]): string[] {
  const largeur = Math.max(...lignes.map(([texte]) => texte.length));
  return lignes.map(
    ([texte, nombre]) => `  ${texte.padEnd(largeur)}  ${String(nombre).padStart(7)}`,
  );
}
