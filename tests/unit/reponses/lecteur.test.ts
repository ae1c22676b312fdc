import { describe, expect, it } from 'vitest';
import { lecteurDe, lecteurPermis } from '../../../src/reponses/regles/lecteur.ts';
import { ETATS_DE_SUIVI, type EtatDeSuivi } from '../../../src/suivi/regles/etats.ts';
import { unJournal } from '../../fabriques-suivi.ts';

/** Où l'entreprise et la tutrice ne se parlent pas, ou plus : écrit une seconde fois. */
const SANS_ECHANGE: readonly EtatDeSuivi[] = [
  'en-attente',
  'proposee',
  'a-verifier',
  'refus-a-trancher',
  'refuse',
  'retire',
];

const LE = '2026-12-01T09:00:00.000Z';
const uneReponse = (role: 'entreprise-2' | 'acheteur') =>
  unJournal(['reponse-par-courriel', 'systeme', { role, a: 'equipe', autre: false }, LE]);

const RIEN = unJournal(['ouvert', 'entreprise', { role: 'entreprise-1' }, LE]);
const PROPOSE = unJournal([
  'creneaux-proposes',
  'entreprise',
  { creneaux: [{ debut: '2026-12-14T10:30', minutes: 60 }] },
  LE,
]);
const REPONDU = uneReponse('entreprise-2');
const AUTRE_REPONSE = uneReponse('acheteur');

describe('qui lit une réponse', () => {
  it.each(ETATS_DE_SUIVI)('%s : la table de chacun', (etat) => {
    const parlent = !SANS_ECHANGE.includes(etat);
    for (const evenements of [RIEN, PROPOSE, REPONDU, AUTRE_REPONSE]) {
      const moment = { etat, evenements };
      for (const role of ['entreprise-1', 'entreprise-2'] as const)
        expect(lecteurDe(role, moment)).toBe(parlent ? 'tutrice' : 'equipe');
      for (const role of ['acheteur', 'prescripteur'] as const)
        expect(lecteurDe(role, moment)).toBe('equipe');
      const accepte = evenements === PROPOSE || evenements === REPONDU;
      expect(lecteurDe('tutrice', moment)).toBe(parlent && accepte ? 'entreprise' : 'equipe');
    }
  });

  it('est celui que le courriel annonçait, ou l’équipe : jamais un autre', () => {
    const moment = { etat: 'reponse-attendue', evenements: PROPOSE } as const;
    expect(lecteurPermis('entreprise', 'tutrice', moment)).toBe('entreprise');
    expect(lecteurPermis('equipe', 'tutrice', moment)).toBe('equipe');
    expect(lecteurPermis('entreprise', 'tutrice', { ...moment, etat: 'refuse' })).toBe('equipe');
    expect(lecteurPermis('entreprise', 'entreprise-1', moment)).toBe('equipe');
  });
});
