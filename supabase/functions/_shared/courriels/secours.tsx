import { direLeCode, JOURS_DU_CODE } from '../../../../src/lien/regles/code.ts';
import type { Contexte } from './donnees.ts';
import { DUnTenant, Lien, Note } from './gabarit.tsx';

/* Le code qui remplace un lien personnel, pour qui sa messagerie abîme tous les liens. */

/** Sous un bouton : la référence et le code à taper. Rien quand il n'y a pas de lien ; un lien court dit sa fin. */
export function Secours(proprietes: {
  donnees: { reference: string; code: string | null; expireLe?: string };
  contexte: Contexte;
}) {
  const { donnees, contexte } = proprietes;
  if (donnees.code === null) return null;
  const page = `${contexte.site}/suivi/`;
  return (
    <Note>
      Le lien ne marche pas ? Sur <Lien href={page}>{page}</Lien>, tapez la référence{' '}
      <DUnTenant>{donnees.reference}</DUnTenant> et le code{' '}
      <DUnTenant>{direLeCode(donnees.code)}</DUnTenant>. Il vaut{' '}
      {donnees.expireLe === undefined ? `${JOURS_DU_CODE} jours` : 'aussi longtemps que le lien'}.
    </Note>
  );
}

/** Derrière un lien d'une liste, qui donne déjà sa référence. */
export const CodeDuLien = ({ code }: { code: string }) => (
  <>
    {' '}
    (code <DUnTenant>{direLeCode(code)}</DUnTenant>)
  </>
);

/** Une fois pour toute une liste. */
export function CommentTaperUnCode({ contexte }: { contexte: Contexte }) {
  const page = `${contexte.site}/suivi/`;
  return (
    <Note>
      Un lien ne marche pas ? Sur <Lien href={page}>{page}</Lien>, tapez sa référence et son code.
      Un code vaut {JOURS_DU_CODE} jours.
    </Note>
  );
}
