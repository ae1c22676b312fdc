import { Radios } from '../ui/Radios.tsx';
import { CLAUSES, NOMS_DES_CLAUSES, QUESTIONS, type Raison } from './regles/choisir.ts';
import { useMonCas } from './useMonCas.ts';

const SENS: Record<Raison['sens'], string> = {
  pour: 'Va dans ce sens',
  reserve: 'À savoir',
  non: 'L’écarte',
};

/** Les raisons de prendre l'une ou l'autre clause, pendant que l'on répond. */
export function DansMonCas() {
  const { formulaire, conclusion, raisons, repondre, effacer } = useMonCas();
  return (
    <div className="csf-choisir csf-avec-js">
      <form
        ref={formulaire}
        aria-label="Votre cas"
        autoComplete="off"
        onChange={repondre}
        onSubmit={(evenement) => evenement.preventDefault()}
      >
        {QUESTIONS.map(({ id, question, options }) => (
          <Radios
            key={id}
            nom={id}
            legende={question}
            options={options}
            requis={false}
            classe="csf-question"
          />
        ))}
        <p>
          <button type="button" className="fr-btn fr-btn--secondary" onClick={effacer}>
            Effacer mes réponses
          </button>
        </p>
      </form>
      <section className="csf-resultat" aria-labelledby="mes-raisons">
        <h3 id="mes-raisons">Vos raisons</h3>
        <p className="csf-resultat__resume" role="status">
          {conclusion}
        </p>
        <div className="csf-raisons">
          {CLAUSES.map((clause) => (
            <div key={clause} id={`raisons-${clause}`} hidden={raisons[clause].length === 0}>
              <h4>{NOMS_DES_CLAUSES[clause]}</h4>
              <ul>
                {raisons[clause].map(({ sens, texte }) => (
                  <li key={texte}>
                    <strong>{SENS[sens]} :</strong> {texte}
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      </section>
    </div>
  );
}
