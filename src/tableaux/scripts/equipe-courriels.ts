import { direJour } from '../regles/mots.ts';
import { direCourriel, direErreurDEnvoi } from '../regles/phrases.ts';
import type { CourrielMort } from '../regles/tableau-lu.ts';
import { typographier } from '../../socle/typographie.ts';
import type { Reponse } from '../../formulaire/appels/fonctions.ts';
import { creer } from '../../ui/dom.ts';
import { remplirListe } from './tableau-listes.ts';

/** Les courriels qui ne sont jamais arrivés, chacun avec son bouton « Renvoyer ». */
export class CourrielsMorts {
  readonly #racine: HTMLElement;
  readonly #renvoyer: (id: string) => Promise<Reponse>;

  constructor(racine: HTMLElement, renvoyer: (id: string) => Promise<Reponse>) {
    this.#racine = racine;
    this.#renvoyer = renvoyer;
  }

  montrer(courriels: readonly CourrielMort[]): void {
    remplirListe(
      this.#racine,
      'courriels',
      courriels.map((un) => this.#ligne(un)),
    );
  }

  #ligne(courriel: CourrielMort): HTMLElement {
    const { id, gabarit, destinataire, erreur, creeLe, reference } = courriel;
    const dossier = reference ? `, dossier ${reference}` : '';
    const etat = creer('p', { class: 'csf-message', role: 'status' });
    const bouton = creer(
      'button',
      { type: 'button', class: 'fr-btn fr-btn--sm fr-btn--secondary' },
      'Renvoyer',
      creer('span', { class: 'fr-sr-only' }, ` à ${destinataire ?? 'cette personne'}`),
    );
    bouton.addEventListener('click', () => void this.#essayer(id, bouton, etat));
    return creer(
      'li',
      {},
      creer('strong', {}, destinataire ?? 'Destinataire effacé'),
      creer(
        'small',
        {},
        typographier(`${direCourriel(gabarit)}, écrit le ${direJour(creeLe)}${dossier}`),
      ),
      creer('small', {}, typographier(direErreurDEnvoi(erreur))),
      bouton,
      etat,
    );
  }

  async #essayer(id: string, bouton: HTMLElement, etat: HTMLElement) {
    if (bouton.getAttribute('aria-disabled') === 'true') return;
    bouton.setAttribute('aria-disabled', 'true');
    etat.textContent = 'Envoi en cours…';
    const { statut } = await this.#renvoyer(id);
    const fait = statut === 'fait';
    etat.textContent = typographier(
      fait
        ? 'Le courriel repart dans quelques instants.'
        : 'Rien n’est reparti. Réessayez plus tard.',
    );
    // Reparti, il n'est plus à renvoyer ; le bouton reste atteignable pour ne pas perdre le focus.
    if (!fait) bouton.removeAttribute('aria-disabled');
  }
}
