import type { Lieu } from './regles/lieu-lu.ts';

/** Où venir rencontrer l'entreprise, et qui y demander. */
export function OuVenir({ lieu }: { lieu: Lieu }) {
  const { adresse, demander, telephone, apporter } = lieu;
  return (
    <section aria-labelledby="ou-venir">
      <h2 id="ou-venir">Où venir</h2>
      <dl className="csf-faits">
        <dt>Adresse</dt>
        <dd>{adresse}</dd>
        <dt>À l’arrivée, demander</dt>
        <dd>{demander}</dd>
        <dt>Le jour même, appeler</dt>
        <dd>
          <a href={`tel:${telephone.replace(/\s/g, '')}`}>{telephone}</a>
        </dd>
        {apporter !== null && (
          <>
            <dt>À apporter</dt>
            <dd>{apporter}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
