import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { HEURES_PAR_SEMAINE } from '../calibrage/regles/calibrage.ts';
import { demanderEtat } from '../formulaire/appels/fonctions.ts';
import { etatDuMoment, type EtatMontre } from '../parcours/regles/fiche.ts';

/** Le parcours que l'adresse de la page désigne, ou une chaîne vide. */
export const parcoursDeLAdresse = (): string =>
  new URLSearchParams(location.search).get('parcours')?.slice(0, 40) ?? '';

/** Un parcours demandé, et ce que le service en sait : rien quand il est en panne. */
export type ParcoursDemande = {
  reference: string;
  inconnu: boolean;
  etat: EtatMontre | undefined;
};

export type ParcoursTenu = {
  demande: ParcoursDemande | undefined;
  /** Vrai si la référence se tape ; faux quand le parcours est trouvé et nommé. */
  aTaper: boolean;
  /** Les heures qui restent, quand elles se choisissent dans une liste. */
  heuresRestantes: number | undefined;
  /** Montre la case de la référence, pour choisir un autre parcours. */
  choisirUnAutre: () => void;
};

const valeurDe = (formulaire: HTMLFormElement | null, nom: string): string => {
  const valeur = formulaire && new FormData(formulaire).get(nom);
  return typeof valeur === 'string' ? valeur : '';
};

/* Les heures se tapent, puis se choisissent dans une liste : le choix passe d'une forme à l'autre. */
function remettreLesHeures(formulaire: HTMLFormElement | null, heures: string | undefined) {
  if (heures === undefined) return;
  for (const champ of formulaire?.querySelectorAll<HTMLInputElement>('[name=heures]') ?? [])
    if (champ.type === 'radio') champ.checked = champ.value === heures;
    else champ.value = heures;
}

/** Le parcours demandé : son état du moment, et les heures que l'on peut y choisir. */
export function useParcours(
  fonctions: string,
  formulaire: RefObject<HTMLFormElement | null>,
): ParcoursTenu {
  const [demande, setDemande] = useState<ParcoursDemande>();
  const [autre, setAutre] = useState(false);
  const suivie = useRef('');
  const heures = useRef<string>(undefined);

  const suivre = async () => {
    const reference = valeurDe(formulaire.current, 'parcoursId').trim().toLowerCase();
    if (reference === suivie.current) return;
    suivie.current = reference;
    const reponse = reference === '' ? undefined : await demanderEtat(fonctions, reference);
    // Une autre référence a été tapée entre-temps.
    if (reference !== suivie.current) return;
    heures.current = valeurDe(formulaire.current, 'heures');
    setAutre(false);
    setDemande(
      reference === ''
        ? undefined
        : {
            reference,
            inconnu: reponse?.statut === 'inconnu',
            etat: reponse && etatDuMoment(reponse),
          },
    );
  };

  // Avant que la relecture ne lise ce qui est choisi.
  useLayoutEffect(() => {
    remettreLesHeures(formulaire.current, heures.current);
  }, [formulaire, demande]);

  useEffect(() => {
    const champ = formulaire.current?.querySelector<HTMLInputElement>('[name=parcoursId]');
    if (!champ) return undefined;
    // Ce qui a été tapé avant que la page ne s'anime a écarté le brouillon, pas le parcours de l'adresse.
    champ.value ||= parcoursDeLAdresse();
    const surChangement = () => void suivre();
    surChangement();
    champ.addEventListener('change', surChangement);
    return () => champ.removeEventListener('change', surChangement);
    // À l'arrivée seulement : ensuite, c'est la référence tapée qui change.
  }, []);

  const restantes = demande?.etat?.heuresRestantes ?? undefined;
  return {
    demande,
    aTaper: demande === undefined || demande.inconnu || autre,
    // Moins d'une semaine : la case reste, et dit à qui écrire.
    heuresRestantes:
      restantes !== undefined && restantes >= HEURES_PAR_SEMAINE ? restantes : undefined,
    choisirUnAutre: () => {
      setAutre(true);
    },
  };
}
