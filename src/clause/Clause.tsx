import { ClauseRedigee } from './ClauseRedigee.tsx';
import { FormulaireDeClause } from './FormulaireDeClause.tsx';
import type { ModeleDeClause } from './regles/modele.ts';
import type { Reponses } from './regles/reponses.ts';
import { useClause } from './useClause.ts';

interface Props {
  modele: ModeleDeClause;
  /** Les réponses avant toute saisie : les délais de la frise, et rien d'autre. */
  depart: Reponses;
  /** Adresse complète du kit entreprise. */
  kit: string;
}

/** La clause : à gauche ce que l'on répond, à droite le texte qui en résulte. */
export function Clause(props: Props) {
  const clause = useClause(props);
  return (
    <div className="csf-clause">
      <FormulaireDeClause
        clause={clause}
        depart={props.depart}
        ordresDeGrandeur={props.modele.ordresDeGrandeur}
      />
      <ClauseRedigee clause={clause} modele={props.modele} />
    </div>
  );
}
