import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import PourLaTutrice from '../../../src/relances/PourLaTutrice.tsx';
import { ETATS_DE_SUIVI, FINS } from '../../../src/suivi/regles/etats.ts';
import { echeancesDuService } from '../../../src/relances/regles/echeances.ts';
import { enEtat, finDiteParLaTutrice, JOURNAUX, questionPosee } from '../../fabriques-etats.ts';
import { unDossier, unJournal } from '../../fabriques-suivi.ts';
import { animer, defauts } from '../ilot.tsx';

const suiteDe = (recu = enEtat('reponse-attendue', 'tutrice')) =>
  recu.pourLaTutrice ?? { pas: null, avenir: [] };

describe('ce que la tutrice lit de la suite', () => {
  it.each(ETATS_DE_SUIVI)('%s : un geste, ou rien quand tout est fini', async (etat) => {
    const suite = suiteDe(enEtat(etat, 'tutrice'));
    expect(suite.pas === null).toBe(FINS.includes(etat));
    if (FINS.includes(etat)) expect(suite.avenir).toEqual([]);
    animer(<PourLaTutrice suite={suite} dossier={unDossier()} />);
    expect(screen.queryByRole('heading') === null).toBe(FINS.includes(etat));
    expect(await defauts()).toEqual([]);
  });

  it('dit chaque jour ce qui partira, et à qui', () => {
    animer(<PourLaTutrice suite={suiteDe()} dossier={unDossier()} />);
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
