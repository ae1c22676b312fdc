import { Fragment } from 'react';
import type { Partie } from './scripts/reponses.ts';

interface Props {
  parties: readonly Partie[];
  /** Mène au champ à corriger. */
  modifier: (id: string) => void;
  /** Niveau du titre de chaque partie ; absent : une seule liste, sans titre. */
  niveau?: 3 | 4;
}

/* Deux parties ont chacune un « Prénom et nom » : son titre dit lequel le bouton modifie. */
function Reponses({ parties, modifier, niveau }: Props) {
  return (
    <dl className="csf-recapitulatif">
      {parties.flatMap(({ titre, reponses }) =>
        reponses.map(({ nom, libelle, lignes, id }) => (
          <div key={nom}>
            <dt>{libelle}</dt>
            <dd>
              {(lignes.length > 0 ? lignes : ['Non renseigné']).map((ligne, rang) => (
                <span key={rang}>{ligne}</span>
              ))}
            </dd>
            <dd>
              <button type="button" className="csf-lien" onClick={() => modifier(id)}>
                Modifier
                <span className="fr-sr-only">
                  {niveau === undefined ? ` : ${libelle}` : ` : ${libelle} (${titre})`}
                </span>
              </button>
            </dd>
          </div>
        )),
      )}
    </dl>
  );
}

/** Les réponses d'un formulaire à relire avant d'envoyer (voir `partiesDe`), chacune avec son bouton « Modifier ». */
export function Recapitulatif({ parties, modifier, niveau }: Props) {
  if (niveau === undefined) return <Reponses parties={parties} modifier={modifier} />;
  const Titre = `h${niveau}` as const;
  return parties.map((partie) => (
    <Fragment key={partie.titre}>
      <Titre>{partie.titre}</Titre>
      <Reponses parties={[partie]} modifier={modifier} niveau={niveau} />
    </Fragment>
  ));
}
