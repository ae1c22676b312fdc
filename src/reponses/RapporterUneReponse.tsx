import { ChampsDuLieu } from '../rencontre/ChampsDuLieu.tsx';
import { HEURES_DE_REUNION } from '../rencontre/regles/creneaux.ts';
import type { ChampsDAction } from '../suivi/action-dite.ts';
import { Precision } from '../suivi/Precision.tsx';
import { CANAUX, MOTIFS_DE_REFUS, REPONSES_RAPPORTEES } from '../suivi/regles/mots.ts';
import { Champ } from '../ui/Champ.tsx';
import { Liste } from '../ui/Liste.tsx';
import { Radios } from '../ui/Radios.tsx';

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
  return <Precision {...champs} />;
}

function RendezVous({ dates, recu }: Pick<ChampsDAction, 'dates' | 'recu'>) {
  return (
    <>
      <Champ nom="le" libelle="Jour du rendez-vous" type="date" {...dates.creneau} />
      <Champ
        nom="heure"
        libelle="Heure"
        type="time"
        min={HEURES_DE_REUNION.debut}
        max={HEURES_DE_REUNION.fin}
        pas={300}
      />
      <ChampsDuLieu connu={recu.dossier.lieu} />
    </>
  );
}

function Suite({ quoi, dates, recu }: Pick<ChampsDAction, 'quoi' | 'dates' | 'recu'>) {
  if (quoi === 'rendez-vous') return <RendezVous dates={dates} recu={recu} />;
  if (quoi === 'rappel')
    return (
      <Champ
        nom="le"
        libelle="Elle rappelle le"
        aide="Sans nouvelle le lendemain, nous vous demandons si elle a appelé."
        type="date"
        {...dates.rappel}
      />
    );
  if (quoi === 'report')
    return <Champ nom="le" libelle="Jusqu’à quelle date" type="date" {...dates.report} />;
  if (quoi === 'refus') return <Liste nom="motif" libelle="Pourquoi" options={MOTIFS_DE_REFUS} />;
  return null;
}

/** Ce que l'entreprise a répondu, au téléphone ou par courriel : une question, puis ce qu'elle demande. */
export function RapporterUneReponse(champs: ChampsDAction) {
  const { recu } = champs;
  return (
    <>
      <p>
        Les rappels à l’entreprise s’arrêtent. Elle reçoit un court courriel pour confirmer ou
        corriger. Chacun lit dans le suivi ce que vous notez ici.
      </p>
      {recu.suivi.etat === 'reponse-recue' ? (
        <input type="hidden" name="canal" value="courriel" />
      ) : (
        <Radios nom="canal" legende="Comment a-t-elle répondu ?" options={enOptions(CANAUX)} />
      )}
      <Radios nom="quoi" legende="Qu’a-t-elle répondu ?" options={enOptions(REPONSES_RAPPORTEES)} />
      <Suite {...champs} />
      <MotLibre {...champs} />
    </>
  );
}
