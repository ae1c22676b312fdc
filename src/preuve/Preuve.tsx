import { enFrancais } from '../socle/dates.ts';
import { direHeures } from '../suivi/regles/phrases.ts';
import { semaineDite, type Preuve as PreuveDExecution } from './regles/preuve-execution.ts';

interface TableauProps {
  classe: string;
  titres: readonly string[];
  lignes: readonly (readonly string[])[];
  total?: string;
}

/* La première case nomme la rangée. */
function Tableau({ classe, titres, lignes, total }: TableauProps) {
  return (
    <table className={classe}>
      <thead>
        <tr>
          {titres.map((titre) => (
            <th key={titre} scope="col">
              {titre}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lignes.map(([nom = '', ...cases], rang) => (
          <tr key={rang}>
            <th scope="row">{nom}</th>
            {cases.map((texte, colonne) => (
              <td key={colonne}>{texte}</td>
            ))}
          </tr>
        ))}
      </tbody>
      {total !== undefined && (
        <tbody className="csf-preuve__total">
          <tr>
            <th scope="row">Total déclaré semaine par semaine</th>
            <td>{total}</td>
          </tr>
        </tbody>
      )}
    </table>
  );
}

/** Le dossier d'exécution, pour le papier seulement. */
export function Preuve({ preuve }: { preuve: PreuveDExecution }) {
  const {
    reference,
    etabliLe,
    faits,
    etapes,
    semaines,
    total,
    decompte,
    documents,
    avertissement,
  } = preuve;
  return (
    <section className="csf-preuve">
      <p>Clause sociale de formation sous statut scolaire</p>
      <h1>Exécution de la clause</h1>
      <p>
        Dossier <span className="csf-reference">{reference}</span>
        {`, établi le ${enFrancais(etabliLe)}. ${avertissement}`}
      </p>
      <h2>Le parcours</h2>
      <dl className="csf-faits">
        {faits.flatMap(({ terme, valeur }) => [
          <dt key={`dt ${terme}`}>{terme}</dt>,
          <dd key={`dd ${terme}`}>{valeur}</dd>,
        ])}
      </dl>
      <h2>Les étapes</h2>
      <Tableau
        classe="csf-preuve__etapes"
        titres={['Date', 'Étape', 'Qui']}
        lignes={etapes.map(({ le, quoi, qui }) => [enFrancais(le), quoi, qui])}
      />
      <h2>Les heures, semaine par semaine</h2>
      {semaines.length === 0 ? (
        decompte === null && <p>Aucune heure n’est déclarée.</p>
      ) : (
        <Tableau
          classe="csf-preuve__semaines"
          titres={['Semaine', 'Heures']}
          lignes={semaines.map(({ lundi, heures }) => [
            `Semaine ${semaineDite(lundi)}`,
            direHeures(heures),
          ])}
          total={direHeures(total)}
        />
      )}
      {decompte !== null && <p>{decompte}</p>}
      <h2>Les documents à joindre</h2>
      <Tableau
        classe="csf-preuve__documents"
        titres={['Document', 'Rempli par']}
        lignes={documents.map(({ titre, remplitPar }) => [titre, remplitPar])}
      />
    </section>
  );
}
