import { describe, expect, it } from 'vitest';
import { fautIlChercherAilleurs } from '../../../src/relances/regles/ailleurs.ts';
import { pasDeLaTutrice } from '../../../src/relances/regles/pas-de-la-tutrice.ts';
import { DELAIS, dit, Journal } from '../suivi/un-journal.ts';

const UNE_DATE = 'Acceptez ici la date que l’entreprise propose, ou écartez-la.';
const SEPTEMBRE = { le: '2027-09-06' };

describe('le prochain geste de la tutrice', () => {
  it('est d’accepter la date proposée, ou non, quand il n’y a rien d’autre à faire', () => {
    const journal = Journal.actif().agir('entreprise-1', 'proposer-debut', SEPTEMBRE);
    expect(pasDeLaTutrice(journal.suivi)).toBe(UNE_DATE);
    journal.agir('tutrice', 'accepter-date');
    expect(pasDeLaTutrice(journal.suivi)).toMatch(/^Rien à écrire pour l’instant/);
  });

  it('garde aussi le sien, quand c’est à elle', () => {
    const journal = Journal.actif()
      .au(6)
      .agir('tutrice', 'noter-reunion', { le: '2027-01-11' })
      .agir('entreprise-1', 'proposer-debut', SEPTEMBRE);
    expect(pasDeLaTutrice(journal.suivi)).toBe(
      `Faites signer la convention, puis notez ici le jour. ${UNE_DATE}`,
    );
  });

  it('ne dit pas qu’un délai est demandé quand un appel est annoncé', () => {
    const journal = Journal.actif().agir('tutrice', 'rapporter-reponse', {
      canal: 'telephone',
      quoi: 'rappel',
      le: '2027-01-14',
    });
    expect(pasDeLaTutrice(journal.suivi)).toBe(
      'Rien à écrire : l’entreprise a annoncé un appel. Dès qu’elle appelle, notez ici ce qu’elle a répondu.',
    );
  });
});

describe('d’autres parcours, sur sa page', () => {
  it('se proposent avec l’alerte : le dernier jour est encore à l’entreprise', () => {
    const journal = Journal.actif().agir('entreprise-1', 'reporter', {
      jusquAu: '2027-01-14',
      motif: 'chantier',
    });
    const cherche = () => fautIlChercherAilleurs(journal.suivi, journal.instant, DELAIS);
    expect(dit(journal.au(9).dues)).not.toContain('tutrice delai-manque');
    expect(cherche()).toBe(false);
    expect(dit(journal.au(10).dues)).toContain('tutrice delai-manque');
    expect(cherche()).toBe(true);
  });
});
