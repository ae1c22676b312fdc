import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CONSERVATION } from '../../src/site/regles/conservation.ts';

const DOSSIER = 'supabase/migrations';
const PURGE = readdirSync(DOSSIER)
  .map((nom) => readFileSync(`${DOSSIER}/${nom}`, 'utf8'))
  .findLast((sql) => sql.includes('function public.purger('));

/** La durée que la purge applique à une table, telle que le SQL l'écrit. */
function dureeDe(condition: RegExp): string | undefined {
  return new RegExp(`${condition.source}[^;]*?interval '([^']+)'`).exec(PURGE ?? '')?.[1];
}

it('la page de confidentialité promet les durées que la base applique', () => {
  expect({
    demandeMois: dureeDe(/d\.close_le <= /),
    declarationMois: dureeDe(/coalesce\(d\.close_le, d\.cree_le\) <= /),
    contactMois: dureeDe(/greatest\(p\.fin_le, p\.fin_reconduction_le\)\s+<= /),
    messageMois: dureeDe(/prive\.messages m where /),
    nonConfirmeeJours: dureeDe(/d\.confirmee_le is null and /),
    courrielJours: dureeDe(/c\.envoye_le <= /),
    compteurJours: dureeDe(/prive\.compteurs c where /),
  }).toEqual(
    Object.fromEntries(
      Object.entries(CONSERVATION).map(([nom, duree]) => [
        nom,
        `${duree} ${nom.endsWith('Mois') ? 'months' : 'days'}`,
      ]),
    ),
  );
});
