import { readFile } from 'node:fs/promises';
import messageries from 'email-providers/all.json' with { type: 'json' };
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import {
  domainesReconnusSchema,
  estReconnue,
  listeDesDomaines,
} from '../../src/demande/regles/confiance.ts';
import { academies } from '../../src/lieux/referentiel/academies.ts';

const reconnus = domainesReconnusSchema.parse(
  load(await readFile('content/domaines-reconnus.yaml', 'utf8')),
);
const domaines = listeDesDomaines(reconnus);

describe('les domaines reconnus', () => {
  it('comptent celui de chaque académie, sauf de la Polynésie française, à confirmer', () => {
    const sans = academies()
      .map(({ slug }) => slug)
      .filter((slug) => !(slug in reconnus.academies));
    expect(sans).toEqual(['polynesie-francaise']);
    expect(
      Object.keys(reconnus.academies).filter((slug) => !academies().some((a) => a.slug === slug)),
    ).toEqual([]);
  });

  it('ne comptent aucune messagerie grand public, et chacun une fois', () => {
    expect(messageries.length).toBeGreaterThan(4_000);
    expect(domaines.filter((domaine) => messageries.includes(domaine))).toEqual([]);
    expect(new Set(domaines).size).toBe(domaines.length);
  });
});

describe('une adresse reconnue', () => {
  it.each(['lou@ac-lyon.fr', 'lou@AC-Lyon.fr', 'lou@education.gouv.fr', 'lou@lycee.example'])(
    '%s',
    (courriel) => expect(estReconnue(courriel, domaines)).toBe(true),
  );

  it.each([
    'lou@ac-quelque-chose.fr',
    'lou@ac-lyon.fr.example',
    'lou@x.ac-lyon.fr',
    'lou@gmail.com',
    'lou@xac-lyon.fr',
    '"a@ac-lyon.fr"@poste.example',
    'ac-lyon.fr',
    '',
  ])('« %s » n’en est pas une', (courriel) => expect(estReconnue(courriel, domaines)).toBe(false));
});
