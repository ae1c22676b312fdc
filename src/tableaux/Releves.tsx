import type { LienTenu } from '../lien/useLien.ts';
import type { ReleveLue } from '../releve/regles/releve-lue.ts';
import { direLaStructure } from '../releve/regles/verifier.ts';
import { DeuxReponses } from './DeuxReponses.tsx';
import { Liste } from './Liste.tsx';
import { direJour } from './regles/mots.ts';

interface Props {
  releves: readonly ReleveLue[];
  appeler: LienTenu['appeler'];
}

const DIT: Readonly<Record<string, string>> = {
  acceptee: 'C’est fait : ses liens partent, et la personne remplacée est prévenue.',
  refusee: 'C’est noté : un courriel le lui dit.',
  inconnu: 'Cette demande a déjà sa réponse.',
};

function Releve({ releve, appeler }: Pick<Props, 'appeler'> & { releve: ReleveLue }) {
  const { id, nom, courriel, telephone, courrielParti, reference, acheteur, parcours, creeLe } =
    releve;
  return (
    <li>
      <strong>{nom}</strong>
      <small>
        {courriel}
        {telephone !== null && `, ${telephone}`}
      </small>
      <small>
        Remplace :{' '}
        {[acheteur ?? courrielParti, reference !== null && `référence ${reference}`]
          .filter(Boolean)
          .join(', ')}
      </small>
      <small>
        {parcours} parcours, demandé le {direJour(creeLe)}. {direLaStructure(releve)}
      </small>
      <DeuxReponses
        nom={nom}
        oui={acheteur === null ? null : 'Accepter'}
        non="Refuser"
        dit={DIT}
        repondre={async (accepte) =>
          (await appeler('suivi/decider-releve', { releve: id, accepte })).statut
        }
      />
    </li>
  );
}

/** Les collègues d'un acheteur parti : acceptés, ses parcours et leurs liens leur passent. */
export function Releves({ releves, appeler }: Props) {
  return (
    <Liste
      nom="releves"
      titre="Acheteurs à remplacer"
      aide="Un collègue demande les dossiers d’un acheteur parti. Vérifiez qu’il est de la même structure : appelez son standard, pas le numéro donné."
      aucun="Personne n’attend."
      elements={releves.map((releve) => (
        <Releve key={releve.id} releve={releve} appeler={appeler} />
      ))}
    />
  );
}
