import { useRef, useState, type RefObject } from 'react';
import { partiesDe } from '../formulaire/scripts/reponses.ts';
import { useFormulaire, type Machine } from '../formulaire/useFormulaire.ts';
import { lieuDuCode } from '../lieux/appels/territoires.ts';
import type { PriseSurLeLieu } from '../lieux/ChampLieu.tsx';
import { trouver } from '../ui/dom.ts';
import type { Relue } from './RelireLaDeclaration.tsx';

/* Le schéma et la relecture sont lourds : ils n'arrivent que lorsque l'on écrit. */
const lesRegles = () => import('./regles/relecture.ts');

const caseDesTaches = (formulaire: HTMLFormElement) =>
  trouver<HTMLTextAreaElement>(formulaire, '[name=taches]');

const lignesDe = (texte: string) =>
  texte
    .split('\n')
    .map((ligne) => ligne.trim())
    .filter((ligne) => ligne !== '');

/** Ce que le reste du formulaire suit : les exemples du domaine, les tâches déjà écrites, la commune. */
type Suivis = { domaine: string; taches: readonly string[]; commune: string };

const suivis = (formulaire: HTMLFormElement): Suivis => ({
  domaine: trouver<HTMLSelectElement>(formulaire, '[name=domaine]').value,
  taches: lignesDe(caseDesTaches(formulaire).value),
  commune: trouver<HTMLInputElement>(formulaire, '[name=commune]').value,
});

export type DeclarationTenue = {
  machine: Machine;
  saisie: Suivis;
  /** Ce que le champ de lieu sait faire. */
  prise: RefObject<PriseSurLeLieu | null>;
  /** Écrit un exemple dans la case des tâches, ou l'en retire. */
  ecrireExemple: (exemple: string, coche: boolean) => void;
  /** Relit, et passe à la relecture s'il n'y a rien à corriger. */
  relire: () => Promise<void>;
  /** Ce qui se relit avant d'envoyer ; undefined tant que l'on remplit, et dès qu'il y a à corriger. */
  relue: Relue | undefined;
};

/** La déclaration que l'on remplit : on relit avec la page publique, puis on envoie. */
export function useDeclaration(fonctions: string): DeclarationTenue {
  const [saisie, setSaisie] = useState<Suivis>({ domaine: '', taches: [], commune: '' });
  const [relue, setRelue] = useState<Relue>();
  const prise = useRef<PriseSurLeLieu>(null);
  const machine = useFormulaire({
    nom: 'declaration',
    route: 'declaration/declarer-parcours',
    fonctions,
    regles: lesRegles,
    objet: () => 'Déclaration d’un parcours',
    decouvrir: () => {
      setRelue(undefined);
    },
    apresSaisie: (formulaire) => {
      setSaisie(suivis(formulaire));
    },
  });
  const { ref, resume, recu, signaler } = machine;

  const ecrireExemple = (exemple: string, coche: boolean) => {
    if (!ref.current) return;
    const taches = caseDesTaches(ref.current);
    const autres = lignesDe(taches.value).filter((ligne) => ligne !== exemple);
    taches.value = (coche ? [...autres, exemple] : autres).join('\n');
    taches.dispatchEvent(new Event('input', { bubbles: true }));
  };

  const relire = async () => {
    setRelue(undefined);
    await prise.current?.regler();
    const champs = await machine.relire();
    if (!champs || !ref.current) return;
    const { parcoursRelu } = await lesRegles();
    const parcours = parcoursRelu(champs);
    const lieu = await lieuDuCode(parcours.commune).catch(() => undefined);
    if (lieu === null) signaler({ commune: 'Nous ne connaissons pas cette commune.' });
    else setRelue({ parties: partiesDe(ref.current), parcours, lieu: lieu ?? null });
  };

  // Refusée par le service après la relecture, une réponse se corrige dans le formulaire.
  const aCorriger = resume.erreurs.length > 0;
  return {
    machine,
    saisie,
    prise,
    ecrireExemple,
    relire,
    relue: aCorriger || recu ? undefined : relue,
  };
}
