import { useEffect, useRef, useState } from 'react';
import type { Vigilance } from '../anonymisation/regles/vigilance.ts';
import type { Regles } from '../formulaire/relecture.ts';
import { estPartage } from '../formulaire/scripts/appareil.ts';
import { Brouillon } from '../formulaire/scripts/brouillon.ts';
import { estProtege } from '../formulaire/scripts/envoi.ts';
import { useEtapes, type Etapes } from '../formulaire/useEtapes.ts';
import { useFormulaire, type Machine } from '../formulaire/useFormulaire.ts';
import { allerALaSuite } from './scripts/recu.ts';
import { parcoursDeLAdresse, useParcours, type ParcoursTenu } from './useParcours.ts';
import { useVigilance } from './useVigilance.ts';

const NOM = 'interet';
const ETAPES = 3;

/* Le schéma est lourd : il n'arrive que lorsque l'on écrit ; ce qui relit le message, que s'il y en a un. */
async function lesRegles(message: string): Promise<Regles> {
  const [{ champsDeLaDemande, relireAvec }, complet] = await Promise.all([
    import('./regles/relecture.ts'),
    message === '' ? undefined : import('./regles/demande.ts'),
  ]);
  const schema = complet?.demandeSchema ?? champsDeLaDemande;
  return { schema, relire: relireAvec(schema) };
}

/** Ce qui vaut pour un seul parcours : un autre parcours repart sans. */
const PROPRES_AU_PARCOURS = ['cle', 'debutLe', 'heures', 'message'];

function reprendre(textes: Record<string, string>): Record<string, string> {
  const demande = parcoursDeLAdresse();
  if (demande === '' || textes.parcoursId === demande) return textes;
  return Object.fromEntries(
    Object.entries(textes).filter(([nom]) => !PROPRES_AU_PARCOURS.includes(nom)),
  );
}

const imposes = (): Record<string, string> => {
  const parcoursId = parcoursDeLAdresse();
  return parcoursId === '' ? {} : { parcoursId };
};

const aUnBrouillon = () => !estPartage() && new Brouillon(NOM).lire() !== undefined;

const valeurDe = (formulaire: HTMLFormElement | null, nom: string) => {
  const valeur = formulaire && new FormData(formulaire).get(nom);
  return typeof valeur === 'string' ? valeur : '';
};

export type DemandeTenue = {
  machine: Machine;
  etapes: Etapes;
  parcours: ParcoursTenu;
  vigilance: Vigilance;
  /** Pourquoi rien n'est parti, tant que l'on n'est pas revenu corriger une réponse. */
  refus: Machine['refus'];
  /** Ce que fait le bouton principal : continuer, ou envoyer depuis la relecture. */
  soumettre: () => void;
};

/** Le formulaire d'une demande, ses étapes et le parcours qu'elle vise. */
export function useDemande(fonctions: string): DemandeTenue {
  const [message, setMessage] = useState('');
  const enChemin = useRef(false);
  /* L'étape où l'on vient d'essayer : un refus ne se montre que là. */
  const [essayee, setEssayee] = useState<number>();
  const etapes = useEtapes(ETAPES, aUnBrouillon);
  const tenu = useFormulaire({
    nom: NOM,
    route: 'demande/exprimer-interet',
    fonctions,
    regles: () => lesRegles(valeurDe(tenu.ref.current, 'message')),
    imposes,
    reprendre,
    objet: (formulaire) =>
      `Parcours ${valeurDe(formulaire, 'parcoursId')} : ce parcours m’intéresse`,
    concerne: etapes.estAtteint,
    decouvrir: (champ) => {
      if (champ.id === 'c-parcoursId') parcours.choisirUnAutre();
      etapes.decouvrir(champ);
    },
    apresSaisie: (formulaire) => {
      setMessage(valeurDe(formulaire, 'message'));
    },
    surReception: ({ reference }, { courriel }) => {
      tenu.ref.current?.reset();
      allerALaSuite({ reference, courriel });
    },
  });
  const { ref, refus, recu } = tenu;
  const parcours = useParcours(fonctions, ref);
  const vigilance = useVigilance(message, etapes.enRelecture);

  useEffect(() => {
    // Revenue de l'historique après l'envoi, la page montrerait une relecture vide.
    const revenir = ({ persisted }: PageTransitionEvent) => {
      if (persisted && recu) location.reload();
    };
    addEventListener('pageshow', revenir);
    return () => removeEventListener('pageshow', revenir);
  }, [recu]);

  const continuer = async () => {
    if (enChemin.current) return;
    enChemin.current = true;
    // Sans connexion protégée rien ne partira : on le dit avant que tout soit rempli.
    if (!estProtege()) await tenu.envoyer();
    else if (await tenu.relire()) etapes.continuer();
    enChemin.current = false;
  };

  const effacer = () => {
    const reference = valeurDe(ref.current, 'parcoursId');
    tenu.brouillon.effacer();
    const champ = ref.current?.querySelector<HTMLInputElement>('[name=parcoursId]');
    if (champ) champ.value = reference;
    etapes.recommencer();
  };

  return {
    machine: { ...tenu, brouillon: { ...tenu.brouillon, effacer } },
    etapes,
    parcours,
    vigilance,
    refus: essayee === etapes.etape ? refus : undefined,
    soumettre: () => {
      // La page part vers la suivante : rien ne s'envoie deux fois.
      if (recu) return;
      setEssayee(etapes.etape);
      void (etapes.enRelecture ? tenu.envoyer() : continuer());
    },
  };
}
