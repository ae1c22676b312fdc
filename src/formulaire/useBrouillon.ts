import { useRef, useState, type RefObject } from 'react';
import { direPartage, estPartage } from './scripts/appareil.ts';
import { Brouillon } from './scripts/brouillon.ts';
import { remplirChamps, texteDesChamps } from './scripts/champs.ts';

const GARDE = 'Ce que vous écrivez reste sur cet appareil jusqu’à l’envoi, sept jours au plus.';
const REPRIS = 'Nous avons repris votre brouillon.';
const RIEN = 'Rien n’est gardé sur cet appareil.';
const EFFACE = 'Votre brouillon est effacé.';
const REMIS = 'Votre brouillon est revenu.';

/** Le brouillon d'un formulaire, et ce que la page en dit. */
export type BrouillonDit = {
  phrase: string;
  aEffacer: boolean;
  aAnnuler: boolean;
  partage: boolean;
  effacer: () => void;
  annuler: () => void;
  changerPartage: (partage: boolean) => void;
};

export type BrouillonTenu = {
  dit: BrouillonDit;
  /** Remet ce qui avait été tapé. */
  reprendre: () => Record<string, string> | undefined;
  garder: () => void;
  oublier: () => void;
};

/**
 * @param nom nom du formulaire ; absent, rien ne reste sur l'appareil
 * @param apres appelée quand le formulaire vient d'être vidé ou rempli d'un coup
 */
export function useBrouillon(
  nom: string | undefined,
  formulaire: RefObject<HTMLFormElement | null>,
  apres: () => void,
): BrouillonTenu {
  const [etat, setEtat] = useState({ phrase: '', aEffacer: false, aAnnuler: false });
  const [partage, setPartage] = useState(false);
  const brouillon = nom === undefined ? undefined : new Brouillon(nom);
  const effaces = useRef<Record<string, string>>(undefined);

  const garder = () => {
    if (!brouillon || !formulaire.current) return;
    effaces.current = undefined;
    if (estPartage()) return;
    const textes = texteDesChamps(formulaire.current);
    // Un accord se donne à chaque envoi.
    delete textes.consentement;
    brouillon.garder(textes);
    setEtat({ phrase: GARDE, aEffacer: true, aAnnuler: false });
  };

  const vider = () => {
    if (!formulaire.current) return;
    effaces.current = texteDesChamps(formulaire.current);
    brouillon?.effacer();
    formulaire.current.reset();
    apres();
  };

  return {
    dit: {
      ...etat,
      partage,
      effacer: () => {
        vider();
        setEtat({ phrase: EFFACE, aEffacer: false, aAnnuler: true });
      },
      annuler: () => {
        const textes = effaces.current;
        if (!formulaire.current || !textes) return;
        remplirChamps(formulaire.current, textes);
        garder();
        apres();
        setEtat({ phrase: REMIS, aEffacer: true, aAnnuler: false });
      },
      changerPartage: (oui) => {
        direPartage(oui);
        setPartage(oui);
        if (oui) setEtat({ phrase: RIEN, aEffacer: false, aAnnuler: false });
        else garder();
      },
    },
    reprendre: () => {
      if (!brouillon) return undefined;
      const dejaPartage = estPartage();
      setPartage(dejaPartage);
      const textes = dejaPartage ? undefined : brouillon.lire();
      const phrase = textes ? `${REPRIS} ${GARDE}` : GARDE;
      setEtat({
        phrase: dejaPartage ? RIEN : phrase,
        aEffacer: textes !== undefined,
        aAnnuler: false,
      });
      return textes;
    },
    garder,
    oublier: () => {
      brouillon?.effacer();
      effaces.current = undefined;
    },
  };
}
