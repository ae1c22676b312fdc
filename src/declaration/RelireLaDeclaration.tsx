import { useEffect, useRef } from 'react';
import { BoutonEnvoyer } from '../formulaire/BoutonEnvoyer.tsx';
import { EnvoiRefuse } from '../formulaire/EnvoiRefuse.tsx';
import { Recapitulatif } from '../formulaire/Recapitulatif.tsx';
import type { Partie } from '../formulaire/scripts/reponses.ts';
import type { Machine } from '../formulaire/useFormulaire.ts';
import type { LieuLu } from '../lieux/useLieuDuCode.ts';
import type { Parcours } from '../parcours/regles/parcours.ts';
import { PagePublique } from './PagePublique.tsx';

/** Ce qui se relit avant d'envoyer. */
export type Relue = { parties: readonly Partie[]; parcours: Parcours; lieu: LieuLu };

interface Props {
  machine: Machine;
  relue: Relue;
  domaines: Readonly<Record<string, string>>;
  /** Revient au formulaire, au champ dit. */
  modifier: (id: string) => void;
}

/** Les réponses, puis la page publique telle qu'elle sera : rien n'est encore parti. */
export function RelireLaDeclaration({ machine, relue, domaines, modifier }: Props) {
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    section.current?.focus({ preventScroll: true });
    section.current?.scrollIntoView();
  }, []);
  return (
    <section ref={section} className="csf-relecture" aria-labelledby="relire" tabIndex={-1}>
      <h3 id="relire">Relisez avant d’envoyer</h3>
      <Recapitulatif parties={relue.parties} niveau={4} modifier={modifier} />
      <h3>La page publique, telle qu’elle sera</h3>
      <p className="csf-note">
        La page aura en plus sa référence, sa date de publication, une carte, les étapes qui suivent
        et le bouton « Ce parcours m’intéresse ».
      </p>
      <PagePublique parcours={relue.parcours} lieu={relue.lieu} domaines={domaines} />
      <EnvoiRefuse refus={machine.refus} />
      <p className="csf-boutons">
        <BoutonEnvoyer
          machine={machine}
          libelle="Envoyer la déclaration"
          surAppui={() => void machine.envoyer()}
        />
        <button
          type="button"
          className="fr-btn fr-btn--secondary"
          onClick={() => {
            modifier('c-domaine');
          }}
        >
          Revenir au formulaire
        </button>
      </p>
    </section>
  );
}
