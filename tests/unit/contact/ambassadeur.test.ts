import { describe, expect, it } from 'vitest';
import { ambassadeurSchema } from '../../../src/contact/regles/ambassadeur.ts';

const UNE_ENTREPRISE = {
  entreprise: 'Entreprise Exemple',
  activite: 'Elle entretient des espaces verts.',
  departement: '2A',
  domaines: ['autre'],
  propose: ['Répondre aux questions d’une entreprise qui hésite'],
  accordLe: '2026-11-23',
};

describe('une entreprise ambassadrice', () => {
  it('paraît sans témoignage tant qu’elle n’en a pas écrit', () => {
    expect(ambassadeurSchema.parse(UNE_ENTREPRISE).temoignage).toBeNull();
  });

  it('ne paraît pas sans son accord daté', () => {
    const sansAccord = { ...UNE_ENTREPRISE, accordLe: undefined };
    expect(ambassadeurSchema.safeParse(sansAccord).success).toBe(false);
  });

  it.each(['courriel', 'telephone', 'contact'])('n’a pas de champ « %s »', (champ) => {
    expect(ambassadeurSchema.safeParse({ ...UNE_ENTREPRISE, [champ]: 'x' }).success).toBe(false);
  });
});
