import { useEffect, useRef, useState, type SyntheticEvent, type RefObject } from 'react';
import { trouver } from '../ui/dom.ts';
import type { Reponse } from './appels/fonctions.ts';
import type { Regles, Relue } from './relecture.ts';
import type { Refus } from './regles/refus.ts';
import type { Route } from './regles/routes.ts';
import { entreesDe, estIntact, remplirChamps } from './scripts/champs.ts';
import { Envoi, erreursRecues, estProtege } from './scripts/envoi.ts';
import { reponsesEnClair } from './scripts/reponses.ts';
import { useBrouillon, type BrouillonDit } from './useBrouillon.ts';
import { useResume, type Resume } from './useResume.ts';

interface Options {
  /** Nom du brouillon ; absent, rien ne reste sur l'appareil. */
  nom?: string;
  route: Route;
  /** Adresse des fonctions, sans barre finale. */
  fonctions: string;
  /** Charge ce qui relit le formulaire : à la première frappe, ou à l'envoi. */
  regles: () => Promise<Regles>;
  /**
   * Remplace l'envoi et sa preuve de travail, quand un lien personnel en tient lieu. Rend undefined quand la page a
   * montré elle-même la réponse : ce qui est tapé repartira alors avec une clé neuve.
   */
  acheminer?: (champs: Record<string, unknown>) => Promise<Reponse | undefined>;
  /** Ce que l'adresse de la page impose, à la place du brouillon. */
  imposes?: () => Record<string, string>;
  /** Ce qui ne vaut que pour un envoi, et ne se reprend pas d'un brouillon. */
  reprendre?: (textes: Record<string, string>) => Record<string, string>;
  /** Objet du courriel préparé, quand le service ne répond pas. */
  objet: (formulaire: HTMLFormElement) => string;
  /** Seules ces erreurs se montrent : une étape à venir n'a pas encore été remplie. */
  concerne?: (nom: string) => boolean;
  /** Montre ce qui cache un champ, avant d'y mener. */
  decouvrir?: (champ: HTMLElement) => void;
  /** Après toute saisie, reprise ou remise à zéro. */
  apresSaisie?: (formulaire: HTMLFormElement) => void;
  /** Vrai si cette réponse conclut l'envoi ; sans précision : « recu » et « recue ». */
  conclut?: (reponse: Reponse) => boolean;
  /** Quand le service a reçu. */
  surReception?: (reponse: Reponse, champs: Record<string, unknown>) => void;
}

/** Ce que les pièces d'un formulaire montrent et appellent. */
export type Machine = Pick<Resume, 'erreurs' | 'resume'> & {
  ref: RefObject<HTMLFormElement | null>;
  formulaire: {
    method: 'post';
    action: string;
    onSubmit: (evenement: SyntheticEvent) => void;
    onInput: () => void;
  };
  enCours: boolean;
  /** Pourquoi rien n'est parti, et ce qui peut partir par courriel. */
  refus: { raison: Refus; objet: string; texte: string } | undefined;
  /** La réponse du service, quand il a reçu. */
  recu: Reponse | undefined;
  brouillon: BrouillonDit;
  /** Relit, montre ce qui est à corriger, et rend ce qui partirait ; undefined s'il y a à corriger. */
  relire: () => Promise<Relue['champs'] | undefined>;
  /** Relit et envoie, une seule fois même si l'on appuie deux fois. */
  envoyer: () => Promise<void>;
  /** Montre ce que seule la page pouvait vérifier : une commune que personne ne connaît. */
  signaler: (erreurs: Record<string, string>) => void;
};

const champCle = (formulaire: HTMLFormElement) =>
  trouver<HTMLInputElement>(formulaire, '[name=cle]');

const estRecu = ({ statut }: Reponse) => statut === 'recu' || statut === 'recue';

/** Un formulaire qui se poste sans JavaScript, et que le navigateur relit, garde et envoie sans quitter la page. */
export function useFormulaire(options: Options): Machine {
  const { nom, route, fonctions, regles, objet, surReception, acheminer } = options;
  const { concerne = () => true, apresSaisie, decouvrir, imposes, reprendre } = options;
  const { conclut = estRecu } = options;
  const ref = useRef<HTMLFormElement>(null);
  const envoi = useRef<Envoi>(undefined);
  const occupe = useRef(false);
  const [enCours, setEnCours] = useState(false);
  const [refus, setRefus] = useState<Machine['refus']>();
  const [recu, setRecu] = useState<Reponse>();

  const { erreurs, resume, montrer } = useResume(ref, decouvrir);

  const brouillon = useBrouillon(nom, ref, () => {
    montrer({});
    if (!ref.current) return;
    champCle(ref.current).value = '';
    apresSaisie?.(ref.current);
  });

  useEffect(() => {
    const formulaire = ref.current;
    if (!formulaire) return;
    // Sans JavaScript, le navigateur dit ce qui manque ; avec, c'est le résumé.
    formulaire.noValidate = true;
    if (!acheminer) envoi.current ??= new Envoi(fonctions, route);
    const garde = brouillon.reprendre();
    const voulus = { ...(reprendre?.(garde ?? {}) ?? garde), ...imposes?.() };
    // Ce qui a été tapé avant que la page ne s'anime l'emporte sur le brouillon.
    if (Object.keys(voulus).length > 0 && estIntact(formulaire)) remplirChamps(formulaire, voulus);
    apresSaisie?.(formulaire);
    // Une seule fois, à l'arrivée : les options ne changent pas d'un rendu à l'autre.
  }, []);

  const relire = async () => {
    const formulaire = ref.current;
    if (!formulaire) return undefined;
    setRefus(undefined);
    const chargees = await Promise.all([regles(), import('./relecture.ts')]).catch(() => undefined);
    // Hors réseau, ce qui relit n'arrive pas : c'est une panne comme une autre.
    if (!chargees) {
      refuser({ statut: 'indisponible' }, formulaire);
      return undefined;
    }
    const [lesRegles, { relire: relireAvec }] = chargees;
    const { champs, erreurs: trouvees } = relireAvec(lesRegles, entreesDe(formulaire));
    // La clé ne se tire qu'à l'envoi : avant, il n'y a rien à en dire.
    const aTirer = champCle(formulaire).value === '';
    const montrees = Object.entries(trouvees).filter(
      ([champ]) => concerne(champ) && !(aTirer && champ === 'cle'),
    );
    montrer(Object.fromEntries(montrees));
    return montrees.length === 0 ? champs : undefined;
  };

  const envoyer = async () => {
    const formulaire = ref.current;
    if (!formulaire || occupe.current) return;
    occupe.current = true;
    try {
      if (!estProtege()) {
        refuser({ statut: 'http' }, formulaire);
        return;
      }
      // Le même contenu renvoyé porte la même clé, même après un rechargement : il n'est reçu qu'une fois.
      champCle(formulaire).value ||= crypto.randomUUID();
      brouillon.garder();
      const champs = await relire();
      if (!champs) return;
      setEnCours(true);
      const leurre = formulaire.querySelector<HTMLInputElement>('[name=leurre]')?.value ?? '';
      const reponse = await (acheminer
        ? acheminer(champs)
        : envoi.current?.envoyer(champs, leurre));
      if (reponse) conclure(reponse, champs, formulaire);
      else champCle(formulaire).value = '';
    } finally {
      occupe.current = false;
      setEnCours(false);
    }
  };

  const refuser = (raison: Refus, formulaire: HTMLFormElement) => {
    setRefus({ raison, objet: objet(formulaire), texte: reponsesEnClair(formulaire) });
  };

  const conclure = (reponse: Reponse, champs: Relue['champs'], formulaire: HTMLFormElement) => {
    const refusees = erreursRecues(reponse);
    if (conclut(reponse)) {
      brouillon.oublier();
      setRecu(reponse);
      surReception?.(reponse, champs);
    } else if (refusees) montrer(refusees);
    else refuser(reponse, formulaire);
  };

  return {
    ref,
    formulaire: {
      method: 'post',
      action: `${fonctions}/${route}`,
      onSubmit: (evenement) => {
        evenement.preventDefault();
        void envoyer();
      },
      onInput: () => {
        // Une réponse changée fait un autre envoi.
        if (ref.current) champCle(ref.current).value = '';
        if (!acheminer) envoi.current?.preparer();
        // En avance : ce qui manquerait se redemande à l'envoi, et se dit alors.
        void regles().catch(() => undefined);
        brouillon.garder();
        if (ref.current) apresSaisie?.(ref.current);
      },
    },
    erreurs,
    resume,
    enCours,
    refus,
    recu,
    brouillon: brouillon.dit,
    relire,
    envoyer,
    signaler: montrer,
  };
}
