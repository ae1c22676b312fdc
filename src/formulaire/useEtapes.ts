import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/** L'identifiant du titre de chaque étape ; la relecture vient après la dernière. */
export const TITRE_DE_LA_RELECTURE = 'recapitulatif';
export const titreDeLEtape = (numero: number) => `etape-${numero}`;

/** Les étapes d'un formulaire, une à la fois, puis sa relecture. */
export type Etapes = {
  nombre: number;
  /** L'étape montrée, à partir de 1 ; undefined dans la page construite, qui les montre toutes. */
  etape: number | undefined;
  enRelecture: boolean;
  estMontree: (numero: number) => boolean;
  /** Étape suivante ; une fois la relecture atteinte, corriger une réponse y ramène. */
  continuer: () => void;
  reculer: () => void;
  /** Revient à la première étape, sans déplacer le focus : le formulaire vient d'être vidé. */
  recommencer: () => void;
  /** Montre l'étape qui contient un champ, avant d'y mener. */
  decouvrir: (champ: HTMLElement) => void;
  /** Vrai si ce champ est dans une étape déjà atteinte : celles d'après n'ont pas encore été remplies. */
  estAtteint: (nom: string) => boolean;
};

type Place = { etape: number; relu: boolean };

/* L'étape est gardée dans l'historique : « retour » la remonte, recharger la page la retrouve. */
function etapeGardee(): number | undefined {
  const etat: unknown = history.state;
  const gardee = typeof etat === 'object' && etat !== null && 'etape' in etat ? etat.etape : 0;
  return typeof gardee === 'number' && gardee >= 1 ? gardee : undefined;
}

const retenir = (etape: number) => {
  history.replaceState({ etape }, '');
};

function etapeDe(element: Element | null | undefined): number | undefined {
  const section = element?.closest<HTMLElement>('[data-etape]');
  return section ? Number(section.dataset.etape) : undefined;
}

/**
 * @param nombre d'étapes avant la relecture
 * @param aReprendre vrai si un brouillon attend : sans lui, il n'y a pas d'étape à retrouver
 */
export function useEtapes(nombre: number, aReprendre: () => boolean): Etapes {
  const [place, setPlace] = useState<Place>();
  // Ce qui est à l'écran au moment où l'on agit : une relecture a pu finir entre-temps.
  const ici = useRef<Place>(undefined);
  const derniere = nombre + 1;

  const placer = (etape: number, relu = ici.current?.relu ?? false) => {
    const bornee = Math.min(etape, derniere);
    ici.current = { etape: bornee, relu: relu || bornee === derniere };
    setPlace(ici.current);
  };

  const aller = (etape: number, relu?: boolean) => {
    if (etape !== ici.current?.etape) history.pushState({ etape }, '');
    placer(etape, relu);
  };

  const afficher = (changer: () => void) => {
    flushSync(changer);
    const { etape = 1 } = ici.current ?? {};
    const titre = etape === derniere ? TITRE_DE_LA_RELECTURE : titreDeLEtape(etape);
    document.getElementById(titre)?.focus();
  };

  useEffect(() => {
    const etape = (aReprendre() ? etapeGardee() : undefined) ?? 1;
    retenir(etape);
    placer(etape);
    const revenir = () => {
      const gardee = etapeGardee();
      // « Aller au contenu » change aussi l'historique : ce n'est pas une étape.
      if (gardee === undefined) retenir(ici.current?.etape ?? 1);
      else afficher(() => placer(gardee));
    };
    addEventListener('popstate', revenir);
    return () => removeEventListener('popstate', revenir);
    // À l'arrivée seulement : ensuite, l'étape ne change que par un geste.
  }, []);

  return {
    nombre,
    etape: place?.etape,
    enRelecture: place?.etape === derniere,
    estMontree: (numero) => place === undefined || place.etape === numero,
    continuer: () => {
      const { etape = 1, relu = false } = ici.current ?? {};
      afficher(() => aller(relu ? derniere : etape + 1));
    },
    reculer: () => {
      afficher(() => aller(Math.max(1, (ici.current?.etape ?? 1) - 1)));
    },
    recommencer: () => {
      aller(1, false);
    },
    decouvrir: (champ) => {
      const etape = etapeDe(champ);
      if (etape !== undefined) aller(etape);
    },
    estAtteint: (nom) => {
      const { etape = 1, relu = false } = ici.current ?? {};
      // Un groupe de boutons radio, ou un champ dont la forme a changé, garde le même identifiant.
      return relu || (etapeDe(document.getElementById(`c-${nom}`)) ?? Infinity) <= etape;
    },
  };
}
