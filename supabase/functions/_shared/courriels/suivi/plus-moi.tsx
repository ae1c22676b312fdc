import { adresseDuSuivi } from './pieces.tsx';
import { Lien, Paragraphe } from '../gabarit.tsx';

/** Un contact sur deux a changé : tout courriel à l'entreprise donne les deux sorties, qu'elle sache ou non qui prend le relais. */
export function PlusLaBonnePersonne({
  site,
  jeton,
  suite = '',
}: {
  site: string;
  jeton: string | null;
  suite?: string;
}) {
  return (
    <Paragraphe>
      Vous n’êtes plus la bonne personne ?{' '}
      <Lien href={adresseDuSuivi(site, jeton, 'changer-contact')}>
        Dites-nous qui prend le relais
      </Lien>
      . Vous ne le savez pas ?{' '}
      <Lien href={adresseDuSuivi(site, jeton, 'plus-moi')}>
        Dites seulement que ce n’est plus vous
      </Lien>
      .{suite}
    </Paragraphe>
  );
}
