import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { BoutonEnvoyer } from '../../../src/formulaire/BoutonEnvoyer.tsx';
import { EnvoiRefuse } from '../../../src/formulaire/EnvoiRefuse.tsx';
import { Formulaire } from '../../../src/formulaire/Formulaire.tsx';
import type * as ModuleEnvoi from '../../../src/formulaire/scripts/envoi.ts';
import { useFormulaire } from '../../../src/formulaire/useFormulaire.ts';
import { Champ } from '../../../src/ui/Champ.tsx';
import { animer } from '../ilot.tsx';

vi.mock('../../../src/formulaire/scripts/envoi.ts', async (original) => ({
  ...(await original<typeof ModuleEnvoi>()),
  estProtege: () => true,
  Envoi: class {
    preparer() {
      return undefined;
    }
  },
}));

beforeEach(() => localStorage.clear());

/* La page est là, le réseau ne l'est plus : ce qui relit le formulaire n'arrive pas. */
function Essai() {
  const machine = useFormulaire({
    nom: 'essai',
    route: 'contact/contacter',
    fonctions: 'https://service.example',
    regles: () => Promise.reject(new TypeError('Failed to fetch dynamically imported module')),
    objet: () => 'Essai',
  });
  return (
    <Formulaire machine={machine}>
      <Champ nom="message" libelle="Votre message" />
      <EnvoiRefuse refus={machine.refus} />
      <BoutonEnvoyer machine={machine} libelle="Envoyer" />
    </Formulaire>
  );
}

it('le dit et garde ce qui est tapé quand la relecture ne se charge pas', async () => {
  animer(<Essai />);
  const message = screen.getByLabelText<HTMLInputElement>('Votre message');
  await userEvent.type(message, 'Bonjour');
  await userEvent.click(screen.getByRole('button', { name: 'Envoyer' }));
  const refus = await screen.findByRole('group', { name: 'Rien n’a été envoyé' });
  expect(document.activeElement).toBe(refus);
  expect(message.value).toBe('Bonjour');
});
