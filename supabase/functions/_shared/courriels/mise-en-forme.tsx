import { render } from '@react-email/render';
import type { ReactElement } from 'react';
import type { Lecteur } from '../../../../src/reponses/regles/adresse.ts';
import { typographier, typographierHtml } from '../../../../src/socle/typographie.ts';
import type { PieceJointe } from './donnees.ts';
import { AvecReponse } from './gabarit.tsx';

export type Courriel = { objet: string; html: string; texte: string; pieces: PieceJointe[] };

/** Un objet tient sur une ligne : un retour à la ligne y glisserait un en-tête. */
function surUneLigne(objet: string): string {
  return typographier(objet).replace(/\s+/g, ' ').slice(0, 150);
}

/** Un courriel avant qu'il soit mis en HTML et en texte. */
export type ARendre = { objet: string; corps: ReactElement; pieces: PieceJointe[] };

/** Ce courriel dit qui lit sa réponse, quand elle a une adresse à elle. */
export const adressee = (corps: ReactElement, lecteur: Lecteur | null) =>
  lecteur === null ? corps : <AvecReponse lecteur={lecteur}>{corps}</AvecReponse>;

export async function mettreEnForme({ objet, corps, pieces }: ARendre): Promise<Courriel> {
  const [html, texte] = await Promise.all([render(corps), render(corps, { plainText: true })]);
  return {
    objet: surUneLigne(objet),
    html: typographierHtml(html),
    texte: typographier(texte),
    pieces,
  };
}
