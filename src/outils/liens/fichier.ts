import { load } from 'js-yaml';
import { z } from 'zod';
import { lienSchema, type Lien } from '../../site/regles/lien.ts';

/** Lit le texte de content/liens.yaml. */
export function lireLiens(yaml: string): Lien[] {
  return z.array(lienSchema).parse(load(yaml));
}

/**
 * Écrit la date de vérification de quelques liens dans le texte de content/liens.yaml. Les commentaires et la
 * mise en forme restent : seules les lignes `verifieLe` de ces liens changent.
 * @param ids identifiants des liens vérifiés
 * @param jour jour de la vérification (AAAA-MM-JJ)
 * @throws si un lien n'a pas sa ligne `verifieLe`
 */
export function daterLiens(yaml: string, ids: ReadonlySet<string>, jour: string): string {
  let courant = '';
  const date = yaml
    .split('\n')
    .map((ligne) => {
      courant = /^- id: (\S+)$/.exec(ligne)?.[1] ?? courant;
      return ids.has(courant) ? ligne.replace(/^( {2}verifieLe:) .*$/, `$1 '${jour}'`) : ligne;
    })
    .join('\n');
  const oublie = lireLiens(date).find((lien) => ids.has(lien.id) && lien.verifieLe !== jour);
  if (oublie) throw new Error(`Le lien « ${oublie.id} » n’a pas de ligne « verifieLe » à dater.`);
  return date;
}
