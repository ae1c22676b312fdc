import { Fragment } from 'react';
import type { Segment } from '../documents/regles/bloc.ts';
import type { PartieDeClause } from './regles/clause.ts';

const CLASSES = { reponse: 'csf-reponse', blanc: 'csf-blanc' } as const;

/* Les rangs suffisent : un passage n'a rien à retenir quand la clause change. */
function Paragraphe({ segments }: { segments: readonly Segment[] }) {
  return (
    <p>
      {segments.map(({ genre, texte }, rang) =>
        genre === 'texte' ? (
          texte
        ) : (
          <span key={rang} className={CLASSES[genre]}>
            {texte}
          </span>
        ),
      )}
    </p>
  );
}

/** Une partie de la clause : ses articles, ce que l'acheteur a répondu, et les blancs qui restent. */
export function Partie({ partie: { id, titre, articles } }: { partie: PartieDeClause }) {
  return (
    <div id={id}>
      <h2>{titre}</h2>
      {articles.map((article, rang) => (
        <Fragment key={rang}>
          <h3>{article.titre}</h3>
          {article.paragraphes.map((segments, place) => (
            <Paragraphe key={place} segments={segments} />
          ))}
        </Fragment>
      ))}
    </div>
  );
}
