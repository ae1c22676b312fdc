import { describe, expect, it } from 'vitest';
import {
  derniereFin,
  disponibiliteLe,
  estOuvert,
  prochaineFin,
} from '../../../src/parcours/regles/disponibilite.ts';

const fins = { finLe: '2026-11-14', finReconductionLe: '2028-11-14' };

describe('la disponibilité au jour de la publication', () => {
  it('reste celle de l’export tant qu’une reconduction est possible', () => {
    expect(disponibiliteLe({ ...fins, disponibilite: 'disponible' }, '2026-11-23')).toBe(
      'disponible',
    );
  });

  it('devient « terminé » le lendemain de la dernière fin', () => {
    const parcours = { finLe: '2026-11-14', finReconductionLe: null };
    expect(disponibiliteLe({ ...parcours, disponibilite: 'disponible' }, '2026-11-14')).toBe(
      'disponible',
    );
    expect(disponibiliteLe({ ...parcours, disponibilite: 'disponible' }, '2026-11-15')).toBe(
      'termine',
    );
  });

  it('ne connaît pas de fin quand l’export n’en donne pas', () => {
    const parcours = { finLe: null, finReconductionLe: null };
    expect(derniereFin(parcours)).toBeNull();
    expect(disponibiliteLe({ ...parcours, disponibilite: 'reserve' }, '2099-01-01')).toBe(
      'reserve',
    );
  });

  it('annonce la fin ferme tant qu’elle est à venir, puis la reconduction', () => {
    expect(prochaineFin(fins, '2026-11-14')).toBe('2026-11-14');
    expect(prochaineFin(fins, '2026-11-15')).toBe('2028-11-14');
  });

  it('ne garde dans les listes que ce qui est ouvert', () => {
    expect(estOuvert('reserve')).toBe(true);
    expect(estOuvert('pourvu')).toBe(false);
    expect(estOuvert('termine')).toBe(false);
  });
});
