import { direLeCode, JOURS_DU_CODE } from '../../../../src/lien/regles/code.ts';
import type { Contexte } from './donnees.ts';
import { Lien, Note } from './gabarit.tsx';

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
      {donnees.reference} et le code {direLeCode(donnees.code)}. Il vaut{' '}
      {donnees.expireLe === undefined ? `${JOURS_DU_CODE} jours` : 'aussi longtemps que le lien'}.
    </Note>
  );
}

/** Derrière un lien d'une liste, qui donne déjà sa référence. */
export const CodeDuLien = ({ code }: { code: string }) => <> (code {direLeCode(code)})</>;

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
