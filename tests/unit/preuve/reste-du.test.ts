import { describe, expect, it } from 'vitest';
import { resteDu } from '../../../src/preuve/regles/reste-du.ts';
import { CALENDRIER, DELAIS } from '../suivi/un-journal.ts';

const fin = { le: '2027-03-05', heures: 21, comptees: 21, aConfirmerLe: null };
const parcours = { heures: 900, heuresFaites: 21, finLe: '2028-01-15', finReconductionLe: null };
const fini = (plus: object = {}) => ({
  avant: { fin },
  suivi: { etat: 'termine' as const, fin },
  parcours,
  jour: '2027-03-10',
  delais: DELAIS,
  calendrier: CALENDRIER,
  ...plus,
});

describe('ce qui reste dû, une fois le bilan fait', () => {
  it('est dit à l’entreprise et à l’acheteur : les justificatifs, et leur dernier jour', () => {
    expect(resteDu(fini(), 'entreprise')).toMatch(
      /^Il vous reste à remettre à l’acheteur la convention, .*bilan croisé, au plus tard le 19 mars 2027\./,
    );
    expect(resteDu(fini(), 'acheteur')).toMatch(/^L’entreprise vous remet .*le 19 mars 2027\./);
    expect(resteDu(fini(), 'tutrice')).not.toContain('remet');
  });

  it('dit passé un délai qui l’est', () => {
    expect(resteDu(fini({ jour: '2027-04-01' }), 'entreprise')).toContain(
      'bilan croisé : c’était attendu le 19 mars 2027.',
    );
  });

  it('dit les heures du parcours qu’un autre jeune peut faire, quand elles sont sûres', () => {
    const reste = /Il reste 879 h à ce parcours, pour un autre jeune\./;
    for (const role of ['entreprise', 'tutrice', 'acheteur', 'equipe'] as const)
      expect(resteDu(fini(), role)).toMatch(reste);
    for (const plus of [
      { suivi: { etat: 'termine', fin: { ...fin, aConfirmerLe: '2027-03-20' } } },
      { avant: { fin: { ...fin, comptees: 35 } } },
      { parcours: { ...parcours, heuresFaites: 900 } },
      { parcours: { ...parcours, finLe: '2027-03-09' } },
      { parcours: { ...parcours, heures: null } },
    ])
      expect(resteDu(fini(plus), 'equipe')).toBe('');
  });

  it('ne dit rien d’une demande retirée ou refusée, ni avant le bilan', () => {
    for (const etat of ['retire', 'refuse', 'bilan-a-faire'])
      expect(resteDu(fini({ suivi: { etat, fin: null } }), 'entreprise')).toBe('');
  });
});
