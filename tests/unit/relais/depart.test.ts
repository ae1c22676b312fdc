import { describe, expect, it } from 'vitest';
import { actionsDuLien } from '../../../src/relais/regles/droits.ts';
import { ditDuRelais, phraseDesPartis } from '../../../src/relais/regles/phrases-relais.ts';
import { phraseDuTour } from '../../../src/suivi/regles/phrases.ts';
import { phraseDEvenement } from '../../../src/suivi/regles/phrases-evenements.ts';
import { dit, Journal } from '../suivi/un-journal.ts';

const NEUF = { role: 'entreprise-1', nom: 'Andrea Exemple', courriel: 'andrea@entreprise.example' };

/** Une entreprise qui n'a qu'un contact. */
const seule = (acheteurs = 1) => Journal.actif(150, acheteurs, 1);

const derniere = (journal: Journal) => {
  const evenement = journal.evenements.at(-1);
  return evenement && phraseDEvenement(evenement);
};

describe('« ce n’est plus moi », sans savoir qui', () => {
  it('n’arrête rien tant que l’autre contact est là ; l’acheteur et lui sont sollicités', () => {
    const journal = Journal.actif().au(2).agir('entreprise-1', 'plus-moi');
    expect(journal.suivi).toMatchObject({
      etat: 'reponse-attendue',
      partis: ['entreprise-1'],
      injoignable: false,
      prochaine: { qui: 'entreprise', avantLe: '2027-01-19' },
    });
    expect(derniere(journal)).toBe(
      'La personne contactée (contact du marché) dit que ce n’est plus elle ; l’acheteur et le second contact sont sollicités',
    );
    expect(phraseDesPartis(journal.suivi)).toBe(
      'La personne contactée (contact du marché) dit que ce n’est plus elle : un autre contact est demandé.',
    );
  });

  it('seule, ou avec l’autre : l’acheteur a trois jours pour nommer quelqu’un, et chacun lit pourquoi', () => {
    const journal = seule().agir('entreprise-1', 'plus-moi');
    const { suivi } = journal;
    expect(suivi).toMatchObject({
      etat: 'contact-a-nommer',
      injoignable: true,
      prochaine: { qui: 'acheteur', avantLe: '2027-01-08' },
    });
    expect(derniere(journal)).toContain('n’est plus elle ; l’acheteur est sollicité');
    expect(phraseDuTour(suivi, 'tutrice')).toBe(
      'En attente de l’acheteur : la personne contactée dit que ce n’est plus elle, un autre contact est à nommer',
    );
    expect(phraseDuTour(suivi, 'acheteur')).not.toContain('courriels');
    expect(
      Journal.actif().agir('entreprise-1', 'plus-moi').agir('entreprise-2', 'plus-moi').suivi.etat,
    ).toBe('contact-a-nommer');
  });

  it('sans acheteur, c’est à l’équipe', () => {
    const journal = seule(0).agir('entreprise-1', 'plus-moi');
    expect(journal.suivi.prochaine?.qui).toBe('equipe');
    expect(derniere(journal)).toContain('l’équipe CSF est sollicitée');
  });

  it('n’est plus relancée, et l’entreprise n’est pas dite en retard', () => {
    const journal = seule().agir('entreprise-1', 'plus-moi');
    expect(dit(journal.au(3).dues)).toEqual(['acheteur contact']);
    journal.relancer();
    expect(dit(journal.au(14).dues)).toEqual(['equipe equipe']);
  });

  it('relire sa page, ou un courriel déjà parti, ne la fait pas revenir', () => {
    const journal = seule().agir('entreprise-1', 'plus-moi');
    expect(actionsDuLien(journal.suivi, 'entreprise-1', journal.instant)).toEqual([
      'changer-contact',
      'redevenir-contact',
    ]);
    journal.ecrire('courriel-remis', 'systeme', { role: 'entreprise-1' });
    journal.ecrire('ouvert', 'entreprise', { role: 'entreprise-1' });
    expect(journal.suivi).toMatchObject({ etat: 'contact-a-nommer', ouverts: [] });
    expect(ditDuRelais(journal.suivi, 'entreprise-1').dit?.titre).toContain(
      'vous n’avez rien à faire',
    );
    expect(ditDuRelais(journal.suivi, 'tutrice')).toEqual({});
  });

  it('un nouveau contact a le délai entier, et plus personne n’est dit parti', () => {
    const journal = seule().agir('entreprise-1', 'plus-moi').au(4);
    journal.agir('acheteur', 'nommer-contact', NEUF);
    expect(journal.suivi).toMatchObject({
      etat: 'reponse-attendue',
      partis: [],
      prochaine: { avantLe: '2027-01-23' },
    });
    expect(ditDuRelais(journal.suivi, 'tutrice')).toEqual({});
  });

  it('une réponse par courriel que personne n’a lue ne la retient pas', () => {
    const journal = seule().ecrire('reponse-par-courriel', 'systeme', {
      role: 'entreprise-1',
      a: 'tutrice',
      autre: false,
    });
    expect(journal.agir('entreprise-1', 'plus-moi').suivi.etat).toBe('contact-a-nommer');
  });

  it('pendant un accueil, l’accueil reste ce qu’il est', () => {
    const journal = seule()
      .au(6)
      .agir('tutrice', 'noter-reunion', { le: '2027-01-11' })
      .agir('tutrice', 'signer-convention', { le: '2027-01-11' })
      .agir('entreprise-1', 'commencer', { le: '2027-01-11' })
      .agir('entreprise-1', 'plus-moi');
    expect(journal.suivi).toMatchObject({ etat: 'accueil-en-cours', partis: ['entreprise-1'] });
    expect(ditDuRelais(journal.suivi, 'tutrice').dit?.aussi).toContain('n’est plus elle');
  });
});

describe('« finalement, c’est moi »', () => {
  it('reprend l’attente où elle en était : se tromper ne donne pas de délai', () => {
    const journal = seule().agir('entreprise-1', 'ouvrir').au(2).agir('entreprise-1', 'plus-moi');
    const revenu = journal.au(3).agir('entreprise-1', 'redevenir-contact');
    expect(revenu.suivi).toMatchObject({
      etat: 'reponse-attendue',
      partis: [],
      injoignable: false,
      ouvert: true,
      ancre: 1,
      prochaine: { qui: 'entreprise', avantLe: '2027-01-19' },
    });
    expect(derniere(revenu)).toBe(
      'La personne contactée (contact du marché) dit que c’est finalement elle',
    );
    expect(actionsDuLien(revenu.suivi, 'entreprise-1', revenu.instant)).toContain(
      'proposer-creneaux',
    );
  });

  it('personne ne le dit sans l’avoir quitté', () => {
    const journal = Journal.actif().agir('entreprise-1', 'plus-moi');
    for (const lien of ['entreprise-2', 'acheteur', 'equipe', 'tutrice'] as const)
      expect(actionsDuLien(journal.suivi, lien, journal.instant)).not.toContain(
        'redevenir-contact',
      );
  });
});
