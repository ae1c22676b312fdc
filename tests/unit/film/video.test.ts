import { expect, test } from 'vitest';
import { poidsLisible } from '../../../src/film/regles/video.ts';

test.each([
  [31_400, '32 ko'],
  [999_000, '999 ko'],
  [2_543_000, '2,5 Mo'],
])('un fichier de %d octets pèse « %s »', (octets, attendu) => {
  expect(poidsLisible(octets)).toBe(attendu);
});
