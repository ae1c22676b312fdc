import { describe, expect, it } from 'vitest';
import { MOTS_DES_ACTIONS } from '../../../src/suivi/regles/actions-mots.ts';
import { ACTIONS, actionsPermises } from '../../../src/suivi/regles/actions.ts';
import { ecartJours, heureAParis } from '../../../src/socle/dates.ts';
import { DONNEES_D_EVENEMENT } from '../../../src/suivi/regles/evenement.ts';
import { ROLES_DE_LIEN, roleDuLien } from '../../../src/suivi/regles/mots.ts';
import { phraseDuTour } from '../../../src/suivi/regles/phrases.ts';
import { phraseDEvenement } from '../../../src/suivi/regles/phrases-evenements.ts';
import { estOuvre } from '../../../src/calendrier/regles/calendrier.ts';
import { CALENDRIER, Journal } from './un-journal.ts';
import { FINS, jouer, pourToutePartie, type Coup } from './une-partie.ts';

/** Les états dont le service fixe lui-même la date : jamais un samedi, un dimanche ou un jour férié. */
const DU_SERVICE = [
  'contact-a-nommer',
  'refus-a-trancher',
  'creneau-a-choisir',
  'reunion-prevue',
  'convention-a-signer',
  'interrompu',
];

describe('toute suite d’actions permises', () => {
  it('laisse exactement une personne qui doit agir, ou une fin', () => {
    const vus = new Set<string>();
    const verifier = (journal: Journal, coups: readonly Coup[]) => {
      for (const suivant of coups) {
        jouer(journal, suivant);
        const { etat, prochaine } = journal.suivi;
        vus.add(etat);
        if (prochaine === null) expect(FINS).toContain(etat);
        else {
          expect(FINS).not.toContain(etat);
          expect(['tutrice', 'entreprise', 'acheteur', 'equipe']).toContain(prochaine.qui);
          expect(prochaine.quoi).toBe(etat);
          expect(prochaine.avantLe).toMatch(/^\d{4}-\d{2}-\d{2}$/);
          if (DU_SERVICE.includes(etat))
            expect(estOuvre(prochaine.avantLe ?? '', CALENDRIER), etat).toBe(true);
          expect(prochaine.retardJours).toBe(
            Math.max(0, ecartJours(prochaine.avantLe ?? '', journal.jour)),
          );
        }
      }
    };
    pourToutePartie(verifier, { numRuns: 100 });
    pourToutePartie(verifier, { numRuns: 150, seed: 2029 });
    // Ces parties-là passent par tous les états d'une demande active : sinon, la propriété ne dit rien d'eux.
    expect([...vus].sort()).toEqual([
      'accueil-a-commencer',
      'accueil-en-cours',
      'bilan-a-faire',
      'contact-a-nommer',
      'convention-a-signer',
      'creneau-a-choisir',
      'interrompu',
      'refus-a-trancher',
      'refuse',
      'reponse-attendue',
      'reporte',
      'retire',
      'reunion-prevue',
      'termine',
    ]);
  });

  it('écrit des événements que le journal accepte, et que la règle retient', () => {
    pourToutePartie((journal, coups) => {
      for (const suivant of coups) {
        const action = jouer(journal, suivant);
        if (!action) continue;
        const ecrit = journal.evenements.at(-1);
        if (!ecrit) throw new Error('Rien d’écrit.');
        expect(() => DONNEES_D_EVENEMENT[ecrit.genre].parse(ecrit.donnees)).not.toThrow();
        if (action === 'relancer') expect(journal.suivi.derniereRelanceManuelle).toBe(ecrit.le);
        else expect(journal.suivi.derniere?.evenement).toEqual(ecrit);
      }
    });
  });

  it('laisse toujours un geste à qui doit agir', () => {
    pourToutePartie((journal, coups) => {
      for (const suivant of coups) {
        jouer(journal, suivant);
        const { prochaine } = journal.suivi;
        if (prochaine === null || prochaine.qui === 'systeme') continue;
        const gestes = actionsPermises(journal.suivi, prochaine.qui, journal.instant);
        expect(gestes.filter((geste) => geste !== 'ouvrir')).not.toEqual([]);
      }
    });
  });

  it('se dit en phrases, pour chacun', () => {
    pourToutePartie(
      (journal, coups) => {
        for (const suivant of coups) jouer(journal, suivant);
        for (const lien of ROLES_DE_LIEN) {
          const phrase = phraseDuTour(journal.suivi, roleDuLien(lien));
          expect(phrase).toMatch(/^(C’est à vous|En attente d[eu]|Terminé) ?.*: \S/);
          expect(phrase).not.toMatch(/undefined|null|\.$/);
        }
        for (const evenement of journal.evenements)
          expect(phraseDEvenement(evenement)).toMatch(/^\p{Lu}[^\n]*[^.\s]$/u);
      },
      { numRuns: 40 },
    );
  });

  it('ne donne rien à faire à une coordination, ni à personne une fois finie, que des heures à confirmer ou à corriger', () => {
    pourToutePartie((journal, coups) => {
      for (const suivant of coups) jouer(journal, suivant);
      expect(actionsPermises(journal.suivi, 'coordination', journal.instant)).toEqual([]);
      if (journal.suivi.prochaine === null)
        for (const lien of ROLES_DE_LIEN) {
          const role = roleDuLien(lien);
          const { fin } = journal.suivi;
          const confirme = Boolean(fin?.aConfirmerLe) && ['entreprise', 'equipe'].includes(role);
          expect(actionsPermises(journal.suivi, role, journal.instant)).toEqual([
            ...(confirme ? ['confirmer-heures'] : []),
            ...(fin !== null && role === 'equipe' ? ['corriger-heures'] : []),
          ]);
        }
    });
  });

  it('n’offre à chacun que ses actions, l’équipe tout sauf parler pour quelqu’un, et corrige seule des heures', () => {
    pourToutePartie((journal, coups) => {
      for (const suivant of coups) jouer(journal, suivant);
      const { suivi, instant } = journal;
      const permises = (role: 'tutrice' | 'entreprise' | 'acheteur' | 'equipe') =>
        actionsPermises(suivi, role, instant);
      const deTous = new Set([
        ...permises('tutrice'),
        ...permises('entreprise'),
        ...permises('acheteur'),
      ]);
      deTous.delete('ouvrir');
      for (const deSoi of [
        'changer-contact',
        'plus-moi',
        'redevenir-contact',
        'confirmer-rapport',
      ] as const)
        deTous.delete(deSoi);
      if (suivi.fin !== null) deTous.add('corriger-heures');
      expect(new Set(permises('equipe'))).toEqual(deTous);
    });
  });
});

describe('les actions', () => {
  it('disent leur bouton, et se font dans au moins un état', () => {
    for (const { libelle } of Object.values(MOTS_DES_ACTIONS)) expect(libelle).toMatch(/^\p{Lu}/u);
    for (const { etats, roles } of Object.values(ACTIONS)) {
      expect(etats.length).toBeGreaterThan(0);
      expect(roles).not.toContain('coordination');
    }
  });

  it('ne relancent qu’une fois par jour, le lendemain à minuit compris', () => {
    const journal = Journal.actif().au(3);
    const peut = () =>
      actionsPermises(journal.suivi, 'acheteur', journal.instant).includes('relancer');
    expect(peut()).toBe(true);
    journal.agir('acheteur', 'relancer');
    journal.instant = new Date('2027-01-08T22:59:00Z');
    expect(heureAParis(journal.instant)).toBe('2027-01-08T23:59');
    expect(peut()).toBe(false);
    journal.instant = new Date('2027-01-08T23:00:00Z');
    expect(peut()).toBe(true);
  });
});
