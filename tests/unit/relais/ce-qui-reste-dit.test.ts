import { describe, expect, it } from 'vitest';
import { ditDuRelais } from '../../../src/relais/regles/phrases-relais.ts';
import { ditDuDossier } from '../../../src/suivi/regles/dit.ts';
import { phraseDuTour } from '../../../src/suivi/regles/phrases.ts';
import { unDossier } from '../../fabriques-suivi.ts';
import { Journal } from '../suivi/un-journal.ts';

describe('un départ n’efface pas ce que l’on savait', () => {
  it('la tutrice lit encore la date qui attend son accord', () => {
    const { suivi, evenements, instant } = Journal.actif()
      .agir('entreprise-2', 'proposer-debut', { le: '2027-09-06' })
      .agir('entreprise-1', 'plus-moi');
    const lu = {
      suivi,
      role: 'tutrice' as const,
      actions: [],
      dossier: { ...unDossier(), relais: [] },
      evenements: evenements.map((evenement) => ({ ...evenement, phrase: '' })),
      maintenant: instant.toISOString(),
    };
    const { aussi } = ditDuDossier(lu, ditDuRelais(suivi, { ...lu, cede: false }));
    expect(aussi).toContain('n’est plus elle');
    expect(aussi).toContain('à partir du 6 septembre 2027');
  });

  it('revenue, qui avait annoncé un appel n’a pas demandé un report', () => {
    const journal = Journal.actif(150, 1, 1).agir('tutrice', 'rapporter-reponse', {
      canal: 'telephone',
      quoi: 'rappel',
      le: '2027-01-14',
    });
    const { rapportee, prochaine, ...avant } = journal.suivi;
    journal.agir('entreprise-1', 'plus-moi').agir('entreprise-1', 'redevenir-contact');
    expect(journal.suivi).toMatchObject({ etat: 'reporte', rapportee, prochaine });
    expect(phraseDuTour(journal.suivi, 'acheteur')).toBe(
      phraseDuTour({ ...avant, rapportee, prochaine }, 'acheteur'),
    );
  });
});
