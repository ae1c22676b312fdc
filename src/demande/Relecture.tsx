import { useEffect, useState, type RefObject } from 'react';
import type { Vigilance as Relue } from '../anonymisation/regles/vigilance.ts';
import { libelleDuree } from '../calibrage/regles/calibrage.ts';
import { Recapitulatif } from '../formulaire/Recapitulatif.tsx';
import { partiesDe, type Partie } from '../formulaire/scripts/reponses.ts';
import { TITRE_DE_LA_RELECTURE } from '../formulaire/useEtapes.ts';
import { Vigilance } from './Vigilance.tsx';

interface Props {
  formulaire: RefObject<HTMLFormElement | null>;
  montree: boolean;
  /** Change quand les réponses ont pu changer sans que l'on quitte la relecture. */
  selon: unknown;
  vigilance: Relue;
  modifier: (id: string) => void;
}

/* Un nombre tapé se relit comme on le choisit dans une liste : en semaines et en heures. */
function enDuree(ligne: string): string {
  const heures = Number(ligne.replace(',', '.'));
  return Number.isNaN(heures) ? ligne : libelleDuree(heures);
}

const reponsesA = (formulaire: HTMLFormElement): Partie[] =>
  partiesDe(formulaire, true).map(({ titre, reponses }) => ({
    titre,
    reponses: reponses.map((reponse) =>
      reponse.nom === 'heures' ? { ...reponse, lignes: reponse.lignes.map(enDuree) } : reponse,
    ),
  }));

/** Après les étapes : ce qui va partir, à relire et à corriger. */
export function Relecture({ formulaire, montree, selon, vigilance, modifier }: Props) {
  const [parties, setParties] = useState<readonly Partie[]>([]);
  useEffect(() => {
    if (montree && formulaire.current) setParties(reponsesA(formulaire.current));
  }, [formulaire, montree, selon]);
  return (
    <section className="csf-relecture" aria-labelledby={TITRE_DE_LA_RELECTURE} hidden={!montree}>
      <h2 id={TITRE_DE_LA_RELECTURE} tabIndex={-1}>
        Relisez avant d’envoyer
      </h2>
      <p>Rien n’est encore parti.</p>
      <Recapitulatif parties={parties} modifier={modifier} />
      <div className="csf-vigilance">
        <Vigilance vigilance={vigilance} />
      </div>
    </section>
  );
}
