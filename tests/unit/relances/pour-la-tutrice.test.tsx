import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { direPartage } from '../../../src/formulaire/scripts/appareil.ts';
import { Brouillon } from '../../../src/formulaire/scripts/brouillon.ts';
import PourLaTutrice from '../../../src/relances/PourLaTutrice.tsx';
import { ETATS_DE_SUIVI, FINS } from '../../../src/suivi/regles/etats.ts';
import { echeancesDuService } from '../../../src/relances/regles/echeances.ts';
import { enEtat, JOURNAUX } from '../../fabriques-etats.ts';
import { finDiteParLaTutrice, questionPosee } from '../../fabriques-moments.ts';
import { unJournal } from '../../fabriques-suivi.ts';
import { animer, defauts } from '../ilot.tsx';

const suiteDe = (recu = enEtat('reponse-attendue', 'tutrice')) =>
  recu.pourLaTutrice ?? { pas: null, avenir: [] };

describe('ce que la tutrice lit de la suite', () => {
  it.each(ETATS_DE_SUIVI)('%s : un geste, ou rien quand tout est fini', async (etat) => {
    const recu = enEtat(etat, 'tutrice');
    const suite = suiteDe(recu);
    expect(suite.pas === null).toBe(FINS.includes(etat));
    if (FINS.includes(etat)) expect(suite.avenir).toEqual([]);
    animer(<PourLaTutrice recu={recu} />);
    expect(screen.queryByRole('list') === null).toBe(suite.avenir.length === 0);
    expect(screen.getByRole('link', { name: 'Toutes mes demandes' })).toBeTruthy();
    expect(await defauts()).toEqual([]);
  });

  it('dit chaque jour ce qui partira, et à qui', () => {
    animer(<PourLaTutrice recu={enEtat('reponse-attendue', 'tutrice')} />);
    const [premier] = within(screen.getByRole('list')).getAllByRole('listitem');
    expect(premier?.textContent.replaceAll(/\s/g, ' ')).toBe(
      'mardi 8 décembre 2026Nous rappelons votre demande à l’entreprise.',
    );
  });

  it('ne montre rien aux autres', () => {
    for (const role of ['entreprise', 'acheteur', 'equipe'] as const)
      expect(enEtat('reponse-attendue', role).pourLaTutrice).toBeUndefined();
  });

  it('demande d’abord si la demande est d’actualité, quand le service l’a demandé', () => {
    const { pas, avenir } = suiteDe(questionPosee('tutrice'));
    expect(pas).toBe('Dites d’abord si votre demande est toujours d’actualité.');
    expect(avenir.map(({ phrase }) => phrase)).toContain(
      'Sans un geste de votre part, votre demande est close : votre place va à un autre jeune',
    );
  });
});

describe('d’autres parcours', () => {
  const ailleurs = {
    parcours: [
      { id: 'bcdfghjk', intitule: 'Tenir un stock', dit: 'Lille (59), à 9 km, 9 semaines (300 h)' },
    ],
    recherche: '/parcours/?lieu=roubaix-59512&duree=courte&domaine=logistique',
  };
  const montrer = () => {
    const recu = enEtat('reponse-attendue', 'tutrice');
    animer(<PourLaTutrice recu={{ ...recu, pourLaTutrice: { ...suiteDe(recu), ailleurs } }} />);
    return screen.getByRole('link', { name: /^Dire votre intérêt pour Tenir un stock/ });
  };
  const brouillon = () => new Brouillon('interet').lire();

  it('« Dire votre intérêt » remplit le formulaire avec ce qu’elle avait tapé', async () => {
    const lien = montrer();
    expect(await defauts()).toEqual([]);
    expect(lien.getAttribute('href')).toBe('/interet/?parcours=bcdfghjk');
    fireEvent.click(lien);
    expect(brouillon()).toMatchObject({
      parcoursId: 'bcdfghjk',
      nom: 'Alix Essai',
      courriel: 'alix.essai@lycee.example',
      heures: '300',
      debutLe: '2027-01-11',
    });
    // Le message ne vaut que pour une entreprise, et un accord se donne à chaque envoi.
    expect(Object.keys(brouillon() ?? {})).not.toContain('message');
    new Brouillon('interet').effacer();
  });

  it('sur un appareil partagé, rien n’est gardé', () => {
    direPartage(true);
    fireEvent.click(montrer());
    expect(brouillon()).toBeUndefined();
    direPartage(false);
  });
});

describe('ce que le service fait sans écrire de rappel', () => {
  const echeances = (recu: ReturnType<typeof enEtat>) =>
    echeancesDuService({
      evenements: recu.evenements,
      suivi: recu.suivi,
      aujourdHui: recu.maintenant.slice(0, 10),
      verificationJours: 30,
    }).map(({ le, phrase }) => `${le} ${phrase}`);

  it('une adresse à vérifier : le relais, la garde, la fin', () => {
    expect(echeances(enEtat('a-verifier', 'tutrice'))).toEqual([
      '2026-12-03 L’équipe CSF prend le relais de la coordination',
      '2026-12-09 Le parcours ne vous est plus gardé',
      '2026-12-31 Sans réponse de personne, votre demande est close',
    ]);
  });

  it('le relais de l’équipe ne recommence pas les trente jours', () => {
    const { faits } = JOURNAUX['a-verifier'];
    const relais = unJournal(...faits, [
      'verification-demandee',
      'systeme',
      { par: 'equipe', relaisLe: null, gardeeJusquAu: '2026-12-08' },
      '2026-12-03T09:00:00.000Z',
    ]);
    expect(echeances({ ...enEtat('a-verifier', 'tutrice'), evenements: relais }).at(-1)).toMatch(
      /^2026-12-31 /,
    );
  });

  it('un parcours proposé, et des heures à confirmer', () => {
    expect(echeances(enEtat('proposee', 'tutrice'))).toEqual([
      '2026-12-06 Sans votre accord, le parcours est proposé à la demande suivante',
    ]);
    expect(echeances(finDiteParLaTutrice('tutrice'))).toEqual([
      '2027-03-12 Sans réponse de l’entreprise, nous comptons les heures que vous avez notées',
    ]);
    expect(echeances(enEtat('reponse-attendue', 'tutrice'))).toEqual([]);
  });
});
