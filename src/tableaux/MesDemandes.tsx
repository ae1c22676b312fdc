import { useState } from 'react';
import { LienPersonnel } from '../lien/LienPersonnel.tsx';
import { Dossiers } from './Dossiers.tsx';
import { Etiquette } from './Etiquette.tsx';
import { etatsDuTableau } from './etats.ts';
import { Ouvert } from './Ouvert.tsx';
import { direLeCompte } from './regles/mots.ts';
import type { NomsConnus } from './regles/noms.ts';
import { pourLaTutrice } from './regles/tableau.ts';
import { effacerLesEtiquettes } from './scripts/etiquettes.ts';
import { useTableau } from './useTableau.ts';

interface Props {
  /** Adresse des fonctions, sans barre finale. */
  fonctions: string;
  noms: NomsConnus;
}

const ETATS = etatsDuTableau(
  'Cette page montre vos demandes de parcours, toutes ensemble. Elle s’ouvre avec un lien personnel : donnez votre adresse professionnelle, vous le recevez par courriel.',
);

/** Toutes les demandes d'un tuteur ou d'une tutrice : ce qui l'attend d'abord. */
export function MesDemandes({ fonctions, noms }: Props) {
  /* Effacées, les étiquettes se relisent : les champs repartent vides. */
  const [effacees, setEffacees] = useState(0);
  const { lien, ouvert } = useTableau({
    fonctions,
    noms,
    portees: ['demandes'],
    memoire: 'demandes',
    ranger: pourLaTutrice,
  });
  return (
    <LienPersonnel
      lien={lien}
      etats={ETATS}
      secours={null}
      titre={ouvert && direLeCompte(ouvert.retenues)}
    >
      {ouvert && (
        <Ouvert titre="Vos demandes" lien={lien} ouvert={ouvert}>
          <p>
            Donnez à chaque dossier une étiquette à vous, « jeune A » par exemple, sans nom. Elle
            reste sur cet appareil : elle n’est jamais envoyée, ni à nous, ni à l’entreprise.
          </p>
          <Dossiers
            ouvert={ouvert}
            legende="Vos demandes : ce qui vous attend d’abord, ce qui est fini à la fin"
            vide="Aucune demande n’est en cours à votre adresse."
            enPlus={({ reference }) => <Etiquette key={effacees} reference={reference} />}
          />
          <div className="csf-actions">
            <a className="fr-btn fr-btn--secondary fr-btn--sm" href="/parcours/">
              Chercher un parcours
            </a>
            <button
              type="button"
              className="fr-btn fr-btn--secondary fr-btn--sm"
              onClick={() => {
                effacerLesEtiquettes();
                setEffacees(effacees + 1);
              }}
            >
              Effacer mes étiquettes de cet appareil
            </button>
            <button
              type="button"
              className="fr-btn fr-btn--tertiary fr-btn--sm"
              onClick={lien.fermer}
            >
              Fermer cette liste
            </button>
            <p className="csf-message" role="status">
              {effacees > 0 ? 'Vos étiquettes sont effacées de cet appareil.' : ''}
            </p>
          </div>
        </Ouvert>
      )}
    </LienPersonnel>
  );
}
