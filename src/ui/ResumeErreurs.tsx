import type { Ref } from 'react';

/** Une ligne du résumé ; sans `id`, elle ne mène à aucun champ. */
export type ErreurDite = { message: string; id?: string };

interface Props {
  ref: Ref<HTMLDivElement>;
  erreurs: readonly ErreurDite[];
  /** Mène au champ, et montre d'abord ce qui le cache. */
  mener: (id: string) => void;
  /** Niveau du titre : un de plus que le titre qui le précède. */
  niveau?: 2 | 3;
}

/** Tout ce qui est à corriger, en tête du formulaire : le focus y va, et chaque ligne mène à son champ. */
export function ResumeErreurs({ ref, erreurs, mener, niveau = 2 }: Props) {
  const Titre = `h${niveau}` as const;
  return (
    <div
      ref={ref}
      className="csf-alerte csf-resume-erreurs"
      role="group"
      aria-labelledby="resume-erreurs"
      tabIndex={-1}
      hidden={erreurs.length === 0}
    >
      <Titre id="resume-erreurs" className="fr-h6">
        {erreurs.length > 1
          ? `Il y a ${erreurs.length} réponses à corriger`
          : 'Une réponse est à corriger'}
      </Titre>
      <ul>
        {erreurs.map(({ message, id }) => (
          <li key={`${id ?? ''} ${message}`}>
            {id === undefined ? (
              message
            ) : (
              <a
                href={`#${id}`}
                onClick={(evenement) => {
                  evenement.preventDefault();
                  mener(id);
                }}
              >
                {message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
