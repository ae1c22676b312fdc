import { useEffect, useRef, useState } from 'react';
import { envoyer, type Reponse } from '../formulaire/appels/fonctions.ts';
import type { Route } from '../formulaire/regles/routes.ts';
import { lireLien, type RouteDeLecture } from './appels.ts';
import { Memoire } from './memoire.ts';
import { lireFragment } from './regles/fragment.ts';
import { reparerLien } from './regles/lien-abime.ts';
import type { Portee } from './regles/portees.ts';

interface Options {
  /** Adresse des fonctions, sans barre finale. */
  fonctions: string;
  /** La lecture de liens de la fonction de cette page. */
  route: RouteDeLecture;
  /** Portées que cette page sait montrer ; un lien fait pour une autre page y mène. */
  portees: readonly Portee[];
  /** Nom sous lequel le lien reste dans l'onglet, pour recharger la page ; absent, il ne reste nulle part. */
  memoire?: string;
  /** Appelée quand un lien vient d'être lu, avec l'action que le courriel propose. */
  surLecture?: (reponse: Reponse, action: string | null) => void;
}

/** Un lien personnel ouvert : ce que le service en dit, et ce que l'on peut lui demander. */
export type LienTenu = {
  /** Undefined tant que le service n'a pas répondu. */
  reponse: Reponse | undefined;
  /** Vrai si la réponse suit un geste : le focus y va. À l'arrivée, elle est seulement annoncée. */
  agi: boolean;
  /** Vrai dès le premier essai sans réponse. */
  enPanne: boolean;
  jeton: string;
  /** Ouvre un lien obtenu autrement que par l'adresse : le code du courriel. */
  ouvrir: (jeton: string) => Promise<void>;
  /** Relit le lien, après une panne ou pour mettre à jour. */
  relire: () => Promise<void>;
  /** Demande autre chose au service avec ce lien, sans rien changer à l'écran. */
  appeler: (route: Route, champs?: Record<string, unknown>) => Promise<Reponse>;
  /** Montre ce que le service vient de répondre à un geste. */
  montrer: (reponse: Reponse) => void;
  /** Met à jour ce qui est à l'écran, sans déplacer le focus. */
  actualiser: (reponse: Reponse) => void;
  /** Oublie le lien : il faudra rouvrir le courriel. */
  fermer: () => void;
};

/* « Aller au contenu » est aussi un fragment : ce n'est pas un lien personnel. */
const estUneAncre = (fragment: string) =>
  fragment !== '' && document.getElementById(fragment) !== null;

/** Le fragment de l'adresse, même quand un filtre l'a poussé dans les paramètres (« ?utm_source=…%23jeton »). */
function arrive(): { jeton: string; action: string | null; parametres: string } {
  const { hash, pathname, search } = location;
  const lu = { ...lireFragment(hash), parametres: search };
  if (lu.jeton !== '' || search === '') return lu;
  const repare = reparerLien(pathname + search);
  // Ces paramètres portent le jeton : ils quittent l'adresse avec lui.
  return repare === undefined
    ? lu
    : { ...lireFragment(new URL(repare, location.href).hash), parametres: '' };
}

/**
 * Ouvre le lien personnel de l'adresse, maintenant et chaque fois qu'un autre arrive dans le même onglet. Le jeton quitte
 * aussitôt la barre d'adresse et l'historique.
 */
export function useLien(options: Options): LienTenu {
  const { fonctions, route, portees, surLecture } = options;
  const jeton = useRef('');
  const [etat, setEtat] = useState<{ reponse?: Reponse; agi: boolean }>({ agi: false });
  const memoire = options.memoire === undefined ? undefined : new Memoire(options.memoire);

  const oublier = () => {
    jeton.current = '';
    memoire?.oublier();
  };

  const lire = async (agi: boolean, action: string | null = null) => {
    const lu = jeton.current;
    const reponse = await lireLien(fonctions, route, lu, portees);
    // Un autre lien est arrivé entre-temps, ou la personne part vers la page de celui-ci.
    if (lu !== jeton.current) return;
    if (!reponse || reponse.statut.startsWith('lien-')) oublier();
    if (!reponse) return;
    setEtat({ reponse, agi });
    surLecture?.(reponse, action);
  };

  useEffect(() => {
    const arriver = () => {
      const { jeton: recu, action, parametres } = arrive();
      if (recu !== '' && !estUneAncre(recu)) {
        jeton.current = recu;
        memoire?.garder(recu);
        history.replaceState(null, '', location.pathname + parametres);
      } else jeton.current ||= memoire?.lire() ?? '';
      if (jeton.current === '') setEtat({ reponse: { statut: 'sans-jeton' }, agi: false });
      else void lire(false, action);
    };
    const changer = () => {
      if (!estUneAncre(lireFragment(location.hash).jeton)) arriver();
    };
    const revenir = ({ persisted }: PageTransitionEvent) => {
      if (persisted && jeton.current !== '') void lire(false);
    };
    arriver();
    addEventListener('hashchange', changer);
    addEventListener('pageshow', revenir);
    return () => {
      removeEventListener('hashchange', changer);
      removeEventListener('pageshow', revenir);
    };
    // À l'arrivée seulement : le lien est dans l'adresse, pas dans les propriétés.
  }, []);

  return {
    reponse: etat.reponse,
    agi: etat.agi,
    enPanne: etat.reponse?.statut === 'indisponible',
    jeton: jeton.current,
    ouvrir: (obtenu) => {
      jeton.current = obtenu;
      memoire?.garder(obtenu);
      return lire(true);
    },
    relire: () => lire(true),
    appeler: (vers, champs = {}) => envoyer(fonctions, vers, { jeton: jeton.current, ...champs }),
    montrer: (reponse) => {
      setEtat({ reponse, agi: true });
    },
    actualiser: (reponse) => {
      setEtat({ reponse, agi: false });
    },
    fermer: () => {
      oublier();
      setEtat({ reponse: { statut: 'lien-ferme' }, agi: true });
    },
  };
}
