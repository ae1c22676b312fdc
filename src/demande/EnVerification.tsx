import { jourAParis } from '../socle/dates.ts';
import { DemandeLue } from './DemandeLue.tsx';
import type { Lue } from './lue.ts';
import { direVerification } from './regles/verification.ts';

/** La demande est confirmée, et l'entreprise pas encore prévenue : qui vérifie, depuis quand, et la suite. */
export function EnVerification({ demande }: { demande: Lue }) {
  const { verification } = demande;
  return (
    <>
      <p>
        Vous écrivez d’une adresse que le service ne reconnaît pas. C’est la première fois : une
        personne du réseau doit dire qu’elle vous connaît. Nous écrivons à l’entreprise aussitôt
        après.
      </p>
      {verification && (
        <ul>
          {direVerification(verification, jourAParis(new Date(verification.depuisLe))).map(
            (phrase) => (
              <li key={phrase}>{phrase}</li>
            ),
          )}
        </ul>
      )}
      <DemandeLue demande={demande} />
      <p>
        Vous {demande.deja ? 'avez reçu' : 'recevez'} un courriel avec un lien pour suivre votre
        demande, ou la retirer. Pour aller plus vite, retirez-la, puis demandez avec l’adresse de
        votre académie, si vous en avez une.
      </p>
    </>
  );
}
