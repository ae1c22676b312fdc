import { HEURES_DE_REUNION } from '../rencontre/regles/creneaux.ts';
import { Champ } from '../ui/Champ.tsx';
import { Liste } from '../ui/Liste.tsx';
import { Radios } from '../ui/Radios.tsx';
import type { ChampsDAction } from './action-dite.ts';
import { Precision } from './Precision.tsx';
import { CANAUX, MOTIFS_DE_REFUS, REPONSES_RAPPORTEES } from './regles/mots.ts';

const enOptions = (mots: Readonly<Record<string, string>>) =>
  Object.entries(mots).map(([valeur, libelle]) => ({ valeur, libelle }));

/** Le mot libre de chaque réponse : la raison d'un refus est la seule exigée. */
const MOTS_LIBRES: Readonly<Record<string, string>> = {
  'rendez-vous': 'Où se présenter, que prévoir',
  'mauvaise-personne': 'Qui s’en occupe, si on vous l’a dit : sa fonction, son service',
  refus: 'La raison qu’elle a donnée',
};

function Suite({ quoi, dates }: Pick<ChampsDAction, 'quoi' | 'dates'>) {
  if (quoi === 'rendez-vous')
    return (
      <>
        <Champ nom="jour" libelle="Jour du rendez-vous" type="date" {...dates.creneau} />
        <Champ
          nom="heure"
          libelle="Heure"
          type="time"
          min={HEURES_DE_REUNION.debut}
          max={HEURES_DE_REUNION.fin}
          pas={300}
        />
      </>
    );
  if (quoi === 'rappel')
    return <Champ nom="rappelLe" libelle="Elle rappelle le" type="date" {...dates.report} />;
  if (quoi === 'refus') return <Liste nom="motif" libelle="Pourquoi" options={MOTIFS_DE_REFUS} />;
  return null;
}

/** Ce que l'entreprise a répondu, au téléphone ou par courriel : une question, puis ce qu'elle demande. */
export function RapporterUneReponse(champs: ChampsDAction) {
  const { quoi, dates } = champs;
  return (
    <>
      <p>
        Les rappels à l’entreprise s’arrêtent. Elle reçoit un court courriel pour confirmer ou
        corriger ; chacun lit votre réponse dans le suivi.
      </p>
      <Radios nom="canal" legende="Comment a-t-elle répondu ?" options={enOptions(CANAUX)} />
      <Radios nom="quoi" legende="Qu’a-t-elle répondu ?" options={enOptions(REPONSES_RAPPORTEES)} />
      <Suite quoi={quoi} dates={dates} />
      <Precision
        {...champs}
        libelle={MOTS_LIBRES[quoi] ?? 'Une précision'}
        facultatif={quoi !== 'refus'}
      />
    </>
  );
}
