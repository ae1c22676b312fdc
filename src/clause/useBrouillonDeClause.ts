import { useRef, useState, type RefObject } from 'react';
import { direPartage, estPartage } from '../formulaire/scripts/appareil.ts';
import { estIntact, remplirChamps, texteDesChamps } from '../formulaire/scripts/champs.ts';
import type { BrouillonDit } from '../formulaire/useBrouillon.ts';
import { garderSession, lireSession, oublierSession } from './scripts/memoire.ts';

const EFFACE = 'Vos réponses sont effacées.';
const REMIS = 'Vos réponses sont revenues.';
const RIEN = 'Rien n’est gardé : vos réponses s’effacent si vous rechargez la page.';

export type BrouillonDeClause = {
  dit: BrouillonDit;
  /** Ce qui avait été répondu dans cet onglet. */
  reprendre: () => Record<string, string>;
  garder: () => void;
};

/**
 * Les réponses restent dans l'onglet, et nulle part ailleurs ; effacées par mégarde, elles reviennent.
 * @param apres appelée quand le formulaire vient d'être vidé ou rempli d'un coup
 */
export function useBrouillonDeClause(
  formulaire: RefObject<HTMLFormElement | null>,
  apres: () => void,
): BrouillonDeClause {
  const [etat, setEtat] = useState({ phrase: '', aEffacer: false, aAnnuler: false });
  const [partage, setPartage] = useState(false);
  const effaces = useRef<Record<string, string>>(undefined);

  const dire = (phrase: string) => {
    const aEffacer = formulaire.current !== null && !estIntact(formulaire.current);
    setEtat({ phrase, aEffacer, aAnnuler: effaces.current !== undefined });
  };

  const garder = (phrase = '') => {
    if (!formulaire.current) return;
    effaces.current = undefined;
    if (estPartage()) oublierSession();
    else garderSession(texteDesChamps(formulaire.current));
    dire(estPartage() ? RIEN : phrase);
  };

  return {
    dit: {
      ...etat,
      partage,
      effacer: () => {
        if (!formulaire.current) return;
        effaces.current = texteDesChamps(formulaire.current);
        formulaire.current.reset();
        oublierSession();
        apres();
        dire(EFFACE);
      },
      annuler: () => {
        if (!formulaire.current || !effaces.current) return;
        remplirChamps(formulaire.current, effaces.current);
        apres();
        garder(REMIS);
      },
      changerPartage: (oui) => {
        direPartage(oui);
        setPartage(oui);
        garder();
      },
    },
    reprendre: () => {
      setPartage(estPartage());
      return estPartage() ? {} : lireSession();
    },
    garder: () => garder(),
  };
}
