import { useEffect, useRef } from 'react';
import { BoutonEnvoyer } from '../formulaire/BoutonEnvoyer.tsx';
import { EnvoiRefuse } from '../formulaire/EnvoiRefuse.tsx';
import { partiesDe, reponsesDonnees } from '../formulaire/scripts/reponses.ts';
import type { Machine } from '../formulaire/useFormulaire.ts';

/** Une réponse à relire, ou toutes celles d'un groupe sous son nom. */
export type Relue = { libelle: string; lignes: readonly string[] };

/** Ce qui est tapé, à relire ; ce qui est laissé vide n'y est pas. */
export function reluesDe(formulaire: HTMLFormElement): Relue[] {
  const groupes = partiesDe(formulaire).map(({ titre, reponses }) => ({
    libelle: titre,
    lignes: reponses.flatMap(({ lignes }) => lignes),
  }));
  const seules = reponsesDonnees(formulaire).filter(({ nom }) => !nom.includes('.'));
  return [...groupes.filter(({ lignes }) => lignes.length > 0), ...seules];
}

interface Props {
  machine: Machine;
  relues: readonly Relue[];
  /** Vrai si rien ne défera l'action. */
  definitive: boolean;
  bouton: string;
  modifier: () => void;
}

/** Ce qui va s'enregistrer, avant que d'autres n'en soient prévenus. */
export function Relecture({ machine, relues, definitive, bouton, modifier }: Props) {
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.focus(), []);
  return (
    <section ref={section} className="csf-relecture" aria-labelledby="relire" tabIndex={-1}>
      <h4 id="relire">
        {definitive ? 'Relisez : cela ne se reprend pas' : 'Relisez avant d’enregistrer'}
      </h4>
      {relues.length > 0 ? (
        <dl className="csf-faits">
          {relues.flatMap(({ libelle, lignes }) => [
            <dt key={`dt ${libelle}`}>{libelle}</dt>,
            <dd key={`dd ${libelle}`}>
              {lignes.map((ligne, rang) => (
                <span key={rang}>{ligne}</span>
              ))}
            </dd>,
          ])}
        </dl>
      ) : (
        <p>Vous n’ajoutez aucune précision.</p>
      )}
      <EnvoiRefuse refus={machine.refus} />
      <p className="csf-boutons">
        <BoutonEnvoyer machine={machine} libelle={bouton} surAppui={() => void machine.envoyer()} />
        <button type="button" className="fr-btn fr-btn--secondary" onClick={modifier}>
          Modifier
        </button>
      </p>
    </section>
  );
}
