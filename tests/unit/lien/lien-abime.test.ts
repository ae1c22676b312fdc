import { describe, expect, it } from 'vitest';
import { reparerLien } from '../../../src/lien/regles/lien-abime.ts';
import { PAGES_DES_LIENS } from '../../../src/lien/regles/portees.ts';

const JETON = 'jEt0n-d_essai-qui-a-quarante-trois-signes-0';

describe('un lien abîmé par une messagerie', () => {
  it.each([...PAGES_DES_LIENS])('%s retrouve son fragment', (page) => {
    expect(JETON).toHaveLength(43);
    for (const diese of ['%23', '%2523', '%252523']) {
      expect(reparerLien(`${page}${diese}${JETON}`)).toBe(`${page}#${JETON}`);
      expect(reparerLien(`${page.slice(0, -1)}${diese}${JETON}`)).toBe(`${page}#${JETON}`);
    }
  });

  it.each([
    [`/suivi/%23${JETON}.relancer`, `/suivi/#${JETON}.relancer`],
    [`/suivi/%23${JETON}/`, `/suivi/#${JETON}`],
    [`/suivi/%23${JETON}.relancer/?utm_source=courriel`, `/suivi/#${JETON}.relancer`],
    [`/suivi/%23${JETON}?utm_source=courriel&utm_campaign=a%23b`, `/suivi/#${JETON}`],
    [`/suivi/%23${JETON}&utm_source=courriel`, `/suivi/#${JETON}`],
    [`/suivi/%23${JETON}%3Futm_source%3Dcourriel`, `/suivi/#${JETON}`],
    [`/suivi/%23${JETON}%2Erelancer`, `/suivi/#${JETON}.relancer`],
    [`/suivi/%23${JETON.replaceAll('_', '%5F').replaceAll('-', '%2D')}`, `/suivi/#${JETON}`],
    [`/suivi/%23${JETON}.`, `/suivi/#${JETON}`],
    [`/suivi/?utm_source=courriel%23${JETON}`, `/suivi/#${JETON}`],
    [`//suivi//%23${JETON}?taux=100%`, `/suivi/#${JETON}`],
    [`/suivi/${JETON}.relancer`, `/suivi/#${JETON}.relancer`],
    // Coupé : la page du lien saura dire qu'il l'est.
    ['/suivi/%23coupe', '/suivi/#coupe'],
  ])('%s devient %s', (abime, repare) => {
    expect(reparerLien(abime)).toBe(repare);
  });

  it.each([
    '/nulle-part/',
    '/suivi/',
    '/suivi/?utm_source=courriel',
    '/suivi/%23',
    '/suivi/retrouver/%23envoye',
    `/parcours/%23${JETON}`,
    `/https:%2F%2Fautre.example%2Fsuivi%2F%23${JETON}`,
    `/%2F%2Fautre.example/suivi/%23${JETON}`,
    `/suivi/..%2Fautre%23${JETON}`,
    `/suivi/${JETON.slice(1)}`,
    '%E0%A4%A',
  ])('%s n’en est pas un', (adresse) => {
    expect(reparerLien(adresse)).toBeUndefined();
  });

  it('se lit en un temps proportionnel à sa longueur', () => {
    const depart = performance.now();
    for (const morceau of ['%25', '%23', '/', '#', '%', 'a-'])
      reparerLien(`/suivi/${morceau.repeat(100_000)}`);
    expect(performance.now() - depart).toBeLessThan(2_000);
  });
});
