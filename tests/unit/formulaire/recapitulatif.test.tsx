import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Recapitulatif } from '../../../src/formulaire/Recapitulatif.tsx';
import { partiesDe, type Partie } from '../../../src/formulaire/scripts/reponses.ts';
import { Case } from '../../../src/ui/Case.tsx';
import { Champ } from '../../../src/ui/Champ.tsx';
import { Liste } from '../../../src/ui/Liste.tsx';
import { Radios } from '../../../src/ui/Radios.tsx';
import { animer, defauts } from '../ilot.tsx';

const modifier = vi.fn();
beforeEach(() => {
  modifier.mockClear();
});

function Page({ niveau, avecLAccord }: { niveau?: 3; avecLAccord?: boolean }) {
  const [parties, setParties] = useState<readonly Partie[]>([]);
  return (
    <>
      <form
        aria-label="Essai"
        noValidate
        onSubmit={(evenement) => {
          evenement.preventDefault();
          setParties(partiesDe(evenement.currentTarget, avecLAccord));
        }}
      >
        <fieldset className="csf-groupe">
          <legend>Un groupe</legend>
          <Champ nom="nom" libelle="Prénom et nom" aide="Les vôtres." />
          <Champ nom="debut" libelle="Début" type="date" />
          <Champ nom="taches" libelle="Tâches" lignes={3} facultatif />
          <Liste nom="domaine" libelle="Domaine" options={{ bois: 'Travail du bois' }} />
        </fieldset>
        <section data-etape="2">
          <h2>
            Une étape<span>Étape 2 sur 2</span>
          </h2>
          <Radios
            nom="role"
            legende="Vous êtes"
            options={[
              { valeur: 'un', libelle: 'Tuteur', aide: 'D’un lycée.' },
              { valeur: 'deux', libelle: 'Tutrice' },
            ]}
          />
          <Case nom="consentement" libelle="J’accepte" />
        </section>
        <button>Relire</button>
      </form>
      <Recapitulatif parties={parties} modifier={modifier} {...(niveau && { niveau })} />
    </>
  );
}

const dites = (container: Element) =>
  [...container.querySelectorAll('dl > div')].map((ligne) =>
    [...ligne.querySelectorAll('dt, dd:nth-of-type(1) > span')].map(({ textContent }) =>
      textContent.replaceAll(/\s/g, ' '),
    ),
  );

describe('les réponses à relire', () => {
  it('disent ce qui est répondu, ligne à ligne, et ce qui est laissé vide', async () => {
    const { container } = animer(<Page avecLAccord />);
    await userEvent.type(screen.getByLabelText(/Prénom/), ' Camille Exemple ');
    fireEvent.change(screen.getByLabelText('Début'), { target: { value: '2027-01-14' } });
    await userEvent.type(screen.getByLabelText(/Tâches/), 'Ranger{Enter}{Enter} Trier');
    await userEvent.selectOptions(screen.getByLabelText('Domaine'), 'bois');
    await userEvent.click(screen.getByLabelText('Tutrice'));
    await userEvent.click(screen.getByRole('button', { name: 'Relire' }));
    expect(dites(container)).toEqual([
      ['Prénom et nom', 'Camille Exemple'],
      ['Début', 'jeudi 14 janvier 2027'],
      ['Tâches', 'Ranger', 'Trier'],
      ['Domaine', 'Travail du bois'],
      ['Vous êtes', 'Tutrice'],
      ['J’accepte', 'Non renseigné'],
    ]);
    expect(screen.queryByRole('heading', { name: 'Un groupe' })).toBeNull();
    expect(await defauts()).toEqual([]);
  });

  it('nomment chaque bouton par son champ, et mènent à lui', async () => {
    animer(<Page />);
    await userEvent.click(screen.getByLabelText('Tutrice'));
    await userEvent.click(screen.getByRole('button', { name: 'Relire' }));
    await userEvent.click(screen.getByRole('button', { name: /^Modifier\s?: Prénom et nom$/ }));
    await userEvent.click(screen.getByRole('button', { name: /^Modifier\s?: Vous êtes$/ }));
    expect(modifier.mock.calls).toEqual([['c-nom'], ['c-role-deux']]);
    expect(screen.queryByRole('button', { name: /J’accepte/ })).toBeNull();
  });

  it('partie par partie, disent de laquelle est le champ', async () => {
    animer(<Page niveau={3} />);
    await userEvent.click(screen.getByRole('button', { name: 'Relire' }));
    expect(screen.getByRole('heading', { level: 3, name: 'Un groupe' })).toBeDefined();
    expect(screen.getByRole('heading', { level: 3, name: 'Une étape' })).toBeDefined();
    screen.getByRole('button', { name: /^Modifier\s?: Prénom et nom \(Un groupe\)$/ });
    screen.getByRole('button', { name: /^Modifier\s?: Vous êtes \(Une étape\)$/ });
    expect(await defauts()).toEqual([]);
  });
});
