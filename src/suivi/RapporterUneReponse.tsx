import { HEURES_DE_REUNION } from '../rencontre/regles/creneaux.ts';
import { Champ } from '../ui/Champ.tsx';
import { Liste } from '../ui/Liste.tsx';
import { Radios } from '../ui/Radios.tsx';
import type { ChampsDAction } from './action-dite.ts';
import { Precision } from './Precision.tsx';
import { CANAUX, MOTIFS_DE_REFUS, REPONSES_RAPPORTEES } from './regles/mots.ts';

const enOptions = (mots: Readonly<Record<string, string>>) =>
  Object.entries(mots).map(([valeur, libelle]) => ({ valeur, libelle }));

/* La seule fois où un nom s'écrit : c'est lui que l'acheteur cherche. Il s'efface avec la demande, comme toute précision. */
function MotLibre(champs: ChampsDAction) {
  const { quoi, bornes } = champs;
  if (quoi === 'mauvaise-personne')
    return (
      <Champ
        nom="precision"
        libelle="La bonne personne, si on vous l’a dite"
        aide="Son nom, sa fonction ou son service. Ni numéro, ni adresse : l’acheteur, ou l’équipe CSF, les demande."
        lignes={3}
        {...bornes.precision}
        facultatif
      />
    );
  if (quoi === 'refus')
    return <Precision {...champs} libelle="La raison qu’elle a donnée" facultatif={false} />;
  if (quoi === 'rendez-vous')
    return <Precision {...champs} libelle="Où se présenter, que prévoir" />;
  return <Precision {...champs} />;
}

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
        corriger. Chacun lit dans le suivi ce que vous notez ici.
      </p>
      <Radios nom="canal" legende="Comment a-t-elle répondu ?" options={enOptions(CANAUX)} />
      <Radios nom="quoi" legende="Qu’a-t-elle répondu ?" options={enOptions(REPONSES_RAPPORTEES)} />
      <Suite quoi={quoi} dates={dates} />
      <MotLibre {...champs} />
    </>
  );
}
