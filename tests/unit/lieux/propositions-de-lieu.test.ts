import { describe, expect, it } from 'vitest';
import type { LieuPropose, Propositions } from '../../../src/lieux/appels/lieux.ts';
import {
  annoncer,
  ecrire,
  nommer,
  type Trouve,
} from '../../../src/lieux/scripts/propositions-de-lieu.ts';

const lyon: LieuPropose = {
  valeur: 'lyon-69123',
  nom: 'Lyon',
  departement: '69',
  codePostal: '69001',
  latitude: 45.758,
  longitude: 4.835,
};
const trouve = (texte: string, nombre: number, de: Partial<Propositions> = {}): Trouve => {
  const lieux = Array.from({ length: nombre }, () => lyon);
  const reponse = { lieux, homonymes: false, ressemblants: false, ...de };
  return { texte, reponse, demande: reponse.homonymes };
};

describe('ce que dit le champ de lieu', () => {
  it('nomme la commune choisie et son département', () => {
    expect(ecrire(lyon)).toBe('Lyon (69)');
    expect(nommer(lyon)).toBe('Commune choisie : Lyon, département 69.');
  });

  it.each([
    ['ouverte', '8 communes : choisissez dans la liste.'],
    ['refermee', '8 communes : liste refermée, la flèche vers le bas la rouvre.'],
    ['quittee', '8 communes : revenez au champ pour choisir.'],
  ] as const)('dit où est la liste (%s)', (place, dit) => {
    expect(annoncer(trouve('lyo', 8), place)).toBe(dit);
  });

  it('accorde une seule commune', () => {
    expect(annoncer(trouve('lyon 3', 1), 'ouverte')).toBe('1 commune : choisissez dans la liste.');
  });

  it('ne promet pas de choix quand rien ne commence ainsi', () => {
    for (const place of ['ouverte', 'refermee', 'quittee'] as const)
      expect(annoncer(trouve('zzyzx', 0), place)).toBe('Aucune commune ne commence par « zzyzx ».');
  });

  it('propose ce qui ressemble, et dit combien quand la liste n’est pas là', () => {
    expect(annoncer(trouve('lyno', 2, { ressemblants: true }), 'ouverte')).toBe(
      'Aucune commune ne s’appelle « lyno ». Vouliez-vous dire…',
    );
    expect(annoncer(trouve('lyno', 2, { ressemblants: true }), 'quittee')).toBe(
      'Aucune commune ne s’appelle « lyno ». 2 communes au nom proche : revenez au champ pour choisir.',
    );
  });

  it('dit ce que plusieurs communes ont en commun', () => {
    expect(annoncer(trouve('Saint-Denis', 2, { homonymes: true }), 'ouverte')).toBe(
      'Plusieurs communes portent ce nom : choisissez dans la liste.',
    );
    expect(annoncer(trouve('01 090', 2, { homonymes: true }), 'quittee')).toBe(
      'Plusieurs communes ont ce code postal : revenez au champ pour choisir.',
    );
  });
});
