import { Fragment } from 'react';
import { NOMS_DES_ROLES, type PersonneRecue } from './regles/declaration-recue.ts';

/** Les personnes d'une déclaration, telles que l'équipe les lit. */
export function LesPersonnes({ personnes }: { personnes: readonly PersonneRecue[] }) {
  return (
    <dl className="csf-faits">
      {personnes.map(({ role, nom, courriel, telephone }) => (
        <Fragment key={role}>
          <dt>{NOMS_DES_ROLES[role] ?? role}</dt>
          <dd>
            {nom}
            <small>{[courriel, telephone].filter(Boolean).join(', ')}</small>
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}
