import { describe, expect, it } from 'vitest';
import { actionsDuLien } from '../../../src/relais/regles/droits.ts';
import { phraseDuSeulContact, sansDoublon } from '../../../src/relais/regles/seul-contact.ts';
import { ditDuRelais, phraseDesPartis } from '../../../src/relais/regles/phrases-relais.ts';
import type { Contact } from '../../../src/suivi/regles/dossier.ts';
import type { RoleDeLien } from '../../../src/suivi/regles/mots.ts';
import { phraseDuTour } from '../../../src/suivi/regles/phrases.ts';
import { phraseDEvenement } from '../../../src/suivi/regles/phrases-evenements.ts';
import { dit, Journal } from '../suivi/un-journal.ts';

const PERSONNE = { nom: 'Andrea Exemple', courriel: 'andrea@entreprise.example' };
const NEUF = { role: 'entreprise-1', ...PERSONNE };

/** Une entreprise qui n'a qu'un contact. */
const seule = (acheteurs = 1) => Journal.actif(150, acheteurs, 1);

/** Ce que le service dit en propre à qui tient ce lien. */
const lireComme = (
  journal: Journal,
  role: RoleDeLien,
  plus: { cede?: boolean; nom?: string } = {},
) =>
  ditDuRelais(journal.suivi, {
    role,
    cede: plus.cede ?? false,
    dossier: { relais: plus.nom === undefined ? [] : [{ role: 'entreprise-1', nom: plus.nom }] },
    evenements: journal.evenements,
  });

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

  it('dit par le second contact, c’est l’autre qui est sollicité', () => {
    const journal = Journal.actif().au(2).agir('entreprise-2', 'plus-moi');
    expect(derniere(journal)).toMatch(/ ; l’acheteur et l’autre contact sont sollicités$/);
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
    expect(lireComme(journal, 'entreprise-1').titre).toContain('vous n’avez rien à faire');
    expect(lireComme(journal, 'tutrice')).toEqual({});
  });

  it('un nouveau contact a le délai entier, et plus personne n’est dit parti', () => {
    const journal = seule().agir('entreprise-1', 'plus-moi').au(4);
    journal.agir('acheteur', 'nommer-contact', NEUF);
    expect(journal.suivi).toMatchObject({
      etat: 'reponse-attendue',
      partis: [],
      prochaine: { avantLe: '2027-01-23' },
    });
    expect(lireComme(journal, 'tutrice')).toEqual({});
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
    expect(lireComme(journal, 'tutrice').aussi).toContain('n’est plus elle');
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

describe('passer la main à quelqu’un que l’on nomme', () => {
  const passer = () =>
    Journal.actif()
      .agir('entreprise-2', 'ouvrir')
      .au(1)
      .agir('entreprise-1', 'changer-contact', { ...PERSONNE, precision: 'Je change de service.' });

  it('se reprend tant que la personne nommée n’a pas ouvert son lien', () => {
    const journal = passer();
    const { suivi, instant } = journal;
    expect(suivi).toMatchObject({ cedes: ['entreprise-1'], etat: 'reponse-attendue' });
    const droits = (cede: boolean) => actionsDuLien(suivi, 'entreprise-1', instant, cede);
    expect(droits(true)).toEqual(['redevenir-contact']);
    // L'autre contact a déjà ouvert la page : le sien est noté quand même, c'est lui qui éteint l'ancien.
    expect(droits(false)).toContain('ouvrir');
    expect(droits(false)).not.toContain('redevenir-contact');
    expect(actionsDuLien(suivi, 'entreprise-2', instant)).not.toContain('ouvrir');
    expect(lireComme(journal, 'entreprise-1', { cede: true }).titre).toContain(
      'Vous avez passé la main',
    );
    journal.agir('entreprise-1', 'ouvrir');
    expect(journal.suivi.cedes).toEqual([]);
    expect(actionsDuLien(journal.suivi, 'entreprise-1', instant, true)).toEqual([]);
  });

  it('dit à la personne nommée qui lui passe la main, jusqu’à son premier geste', () => {
    const journal = passer();
    const lu = () => lireComme(journal, 'entreprise-1', { nom: 'Camille Exemple' }).aussi;
    expect(lu()).toBe('Camille Exemple (contact du marché) vous passe la main.');
    journal.agir('entreprise-1', 'ouvrir');
    expect(lu()).toBeDefined();
    journal.agir('entreprise-1', 'reporter', { jusquAu: '2027-02-01', motif: 'chantier' });
    expect(lu()).toBeUndefined();
  });

  it('l’acheteur qui en nomme un autre ne laisse personne à qui revenir', () => {
    const journal = passer().agir('acheteur', 'nommer-contact', NEUF);
    expect(journal.suivi.cedes).toEqual([]);
  });

  it.each([
    ['relais', 'La personne qui avait passé la main (contact du marché) la reprend'],
    [
      'rebond',
      'Le courriel n’est pas arrivé à la personne nommée (contact du marché) : la main revient à la précédente',
    ],
  ] as const)('la main qui revient (%s) se dit, et ne déplace aucune date', (apres, phrase) => {
    const journal = passer();
    const { prochaine } = journal.suivi;
    journal.ecrire('contact-revenu', 'systeme', { role: 'entreprise-1', apres });
    expect(derniere(journal)).toBe(phrase);
    expect(journal.suivi).toMatchObject({ cedes: [], prochaine });
  });
});

describe('une seule personne pour les deux rôles', () => {
  const contact = (role: Contact['role'], courriel: string) => ({
    ...{ role, courriel, nom: null, telephone: null },
  });
  const seule = [
    contact('entreprise-1', 'Seule@entreprise.example'),
    contact('entreprise-2', 'seule@entreprise.example'),
    contact('acheteur', 'seule@entreprise.example'),
  ];

  it('ne se montre qu’une fois, sous le rôle de son lien, et le lit', () => {
    const roles = (lien: RoleDeLien) => sansDoublon(seule, lien).map(({ role }) => role);
    expect(roles('tutrice')).toEqual(['entreprise-1', 'acheteur']);
    expect(roles('entreprise-2')).toEqual(['entreprise-2', 'acheteur']);
    expect(phraseDuSeulContact(seule, 'entreprise-1')).toContain('seul contact');
    expect(phraseDuSeulContact(seule, 'acheteur')).toBeUndefined();
    const deux = [...seule.slice(0, 1), contact('entreprise-2', 'autre@entreprise.example')];
    expect(phraseDuSeulContact(deux, 'entreprise-1')).toBeUndefined();
  });
});
