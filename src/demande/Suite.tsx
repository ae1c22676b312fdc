import { phraseDuDebut, projeter } from '../frise/regles/projection.ts';
import { enFrancais, jourAParis } from '../socle/dates.ts';
import type { Lue } from './lue.ts';

/** Les délais de la frise, en jours. */
export type Delais = { reponse: number; accueil: number };

const enLettres = (jour: string) => enFrancais(jour, { jourDeSemaine: true });

function echeances({ activeLe, debutLe }: Lue, delais: Delais) {
  if (!activeLe || !debutLe) return undefined;
  const jourJ = jourAParis(new Date(activeLe));
  const { reponseLe, accueilLe } = projeter(delais, jourJ, { heures: null, fin: null });
  return { reponseLe, accueilLe, plusTard: phraseDuDebut(debutLe, accueilLe) };
}

/** La demande est active : à qui elle part, et les deux dates. */
export function Suite({ demande, delais }: { demande: Lue; delais: Delais }) {
  const dates = echeances(demande, delais);
  return (
    <>
      <p>
        Votre demande {demande.deja ? 'est partie' : 'part'} à ses contacts, à l’acheteur (la
        personne qui a passé le marché public) et à l’équipe de la clause sociale de formation
        (CSF). La page de suivi dit quand le courriel est arrivé à l’entreprise. Vous{' '}
        {demande.deja ? 'avez reçu' : 'recevez'} un courriel avec les deux dates, à mettre dans
        votre agenda.
      </p>
      <ol className="csf-etapes">
        <li>
          <strong>L’entreprise vous répond.</strong>
          {dates && ` Date limite : ${enLettres(dates.reponseLe)}`}
        </li>
        <li>
          <strong>Réunion de présentation</strong>, sur place, avec le jeune. Puis la convention se
          signe.
        </li>
        <li>
          <strong>Le jeune est accueilli.</strong>
          {dates && ` Date limite : ${enLettres(dates.accueilLe)}. ${dates.plusTard ?? ''}`}
        </li>
      </ol>
      <p>
        Sans réponse à la première date, vous n’avez rien à écrire : nous alertons l’acheteur, qui
        rappelle ses engagements à l’entreprise. Votre lien de suivi dit à tout moment qui doit
        agir. Perdu ? <a href="/suivi/retrouver/">Retrouvez vos liens</a>.
      </p>
      <p>
        <a href="/tuteur/">Préparer la suite avec le guide du tuteur ou de la tutrice</a>
      </p>
    </>
  );
}
