import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { annoncesDe, DIRE_LE_PALIER } from '../../../src/relances/regles/annonces.ts';
import {
  DERNIER_PASSAGE,
  HORIZON_JOURS,
  rappelsAVenir,
} from '../../../src/relances/regles/avenir.ts';
import { estAClore } from '../../../src/relances/regles/sommeil.ts';
import { ajouterJours } from '../../../src/socle/dates.ts';
import { CALENDRIER, DELAIS, dit, Journal } from '../suivi/un-journal.ts';
import { jouer, pourToutePartie } from '../suivi/une-partie.ts';

const prevuPour = (journal: Journal) =>
  rappelsAVenir({
    evenements: journal.evenements,
    instant: journal.instant,
    delais: DELAIS,
    calendrier: CALENDRIER,
    academie: journal.academie,
    debutLe: journal.debutLe,
    contacts: journal.contacts,
  });

const annonces = (journal: Journal) =>
  annoncesDe(prevuPour(journal)).map(({ le, phrase }) => `${le} ${phrase}`);

/** Joue l'horloge : chaque jour ouvré, un passage par heure prévue, comme la tâche planifiée. Personne n'agit. */
function jouerLesPassages(journal: Journal) {
  const [depart, aujourdHui] = [journal.instant, journal.jour];
  const partis: string[] = [];
  for (let n = 0; n <= HORIZON_JOURS; n += 1) {
    const jour = ajouterJours(aujourdHui, n);
    if ([0, 6].includes(new Date(jour).getUTCDay())) continue;
    for (const heure of ['07', '12', '16']) {
      const passage = new Date(`${jour}T${heure}:00:00.000Z`);
      if (passage <= depart) continue;
      journal.instant = passage;
      if (estAClore(journal.suivi, passage)) return { partis, closeLe: jour };
      partis.push(...dit(journal.relancer()).map((rappel) => `${jour} ${rappel}`));
    }
  }
  return { partis, closeLe: null };
}

describe('ce que le service annonce à la tutrice', () => {
  it('le silence d’une entreprise, du second contact à la fin de la demande', () => {
    expect(annonces(Journal.actif())).toEqual([
      '2027-01-08 Si la demande n’est toujours pas ouverte, nous la renvoyons au tuteur entreprise, son second contact',
      '2027-01-12 Nous rappelons votre demande à l’entreprise',
      '2027-01-12 Nous vous écrivons où en est votre demande, avec d’autres parcours libres s’il y en a tout près',
      // J + 12 est un dimanche.
      '2027-01-18 Nous prévenons l’entreprise que son délai se termine',
      '2027-01-20 Nous alertons l’acheteur : l’entreprise n’a pas répondu, et nous le disons à l’entreprise et à vous',
      '2027-01-26 Nous alertons l’équipe CSF, qui reprend la main',
      '2027-02-04 Nous vous demandons si votre demande est toujours d’actualité',
      '2027-02-11 Sans un geste de votre part, votre demande est close : votre place va à un autre jeune',
    ]);
  });

  it('une réunion prévue : la veille, le lendemain, puis l’équipe', () => {
    const journal = Journal.actif()
      .au(1)
      .agir('entreprise-2', 'proposer-creneaux', {
        creneaux: [{ debut: '2027-01-14T10:30', minutes: 60 }],
      })
      .au(2)
      .agir('tutrice', 'choisir-creneau', { debut: '2027-01-14T10:30' });
    expect(annonces(journal).slice(0, 3)).toEqual([
      '2027-01-13 Nous vous rappelons, ainsi qu’à l’entreprise, la réunion de présentation',
      '2027-01-15 Nous vous demandons si la réunion a eu lieu',
      '2027-01-25 Nous alertons l’équipe CSF, qui reprend la main',
    ]);
  });

  it('ne dit plus ce qui est déjà parti, ni rien une fois la demande finie', () => {
    const journal = Journal.actif().au(7);
    journal.relancer();
    expect(annonces(journal)[0]).toMatch(/^2027-01-18 /);
    expect(annonces(journal.agir('tutrice', 'retirer'))).toEqual([]);
  });

  it('est ce qui part, jour pour jour, si personne n’agit', () => {
    pourToutePartie(
      (journal, coups) => {
        for (const suivant of coups) jouer(journal, suivant);
        const { rappels, closeLe } = prevuPour(journal);
        const annonce = rappels.flatMap(({ le, relance }) =>
          dit([relance]).map((rappel) => `${le} ${rappel}`),
        );
        const joue = jouerLesPassages(journal);
        expect({ partis: annonce.toSorted(), closeLe }).toEqual({
          partis: joue.partis.toSorted(),
          closeLe: joue.closeLe,
        });
        for (const { relance } of rappels)
          expect(Object.keys(DIRE_LE_PALIER)).toContain(relance.palier.replace(/-\d+$/, ''));
      },
      { numRuns: 40 },
    );
  });

  it('compte sur le dernier passage de la journée, tel que la tâche est planifiée', () => {
    const [, heure] = /'0 7-(\d+) \* \* 1-5'/.exec(readFileSync('docs/service.md', 'utf8')) ?? [];
    expect(DERNIER_PASSAGE).toBe(`T${heure ?? ''}:00:00.000Z`);
  });
});
