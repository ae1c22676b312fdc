import type { ReactNode } from 'react';
import {
  libelleDuree,
  SEUIL_GRATIFICATION_HEURES,
  VOLUMES,
} from '../calibrage/regles/calibrage.ts';
import { Case } from '../ui/Case.tsx';
import { Champ } from '../ui/Champ.tsx';
import { Liste } from '../ui/Liste.tsx';
import { Radios } from '../ui/Radios.tsx';
import { CONDITIONS_MAX, TACHES_MAX } from './regles/lignes.ts';

interface Props {
  /** Nom de chaque domaine, dans l'ordre. */
  domaines: Readonly<Record<string, string>>;
  exemples: ReactNode;
  commune: ReactNode;
}

const volumes = VOLUMES.map(({ heures, objet }) => ({
  valeur: String(heures),
  libelle: libelleDuree(heures),
  aide: `Pour ${objet}`,
}));

/** Ce que le catalogue montrera du parcours. */
export function LeParcours({ domaines, exemples, commune }: Props) {
  return (
    <>
      <fieldset className="csf-groupe">
        <legend>Ce que le jeune fera</legend>
        <Liste nom="domaine" libelle="Domaine" options={domaines} />
        {exemples}
        <Champ
          nom="taches"
          libelle="Tâches proposées"
          aide={`Une par ligne, ${TACHES_MAX} au plus. Aucun nom de personne ni d’entreprise.`}
          lignes={5}
        />
        <Radios nom="heures" legende="Durée prévue par la clause" options={volumes} />
      </fieldset>
      <fieldset className="csf-groupe">
        <legend>Où et quand</legend>
        {commune}
        <Champ
          nom="finLe"
          libelle="Fin du parcours, sur la durée ferme du marché"
          aide="Jour, mois, année."
          type="date"
        />
        <Champ
          nom="finReconductionLe"
          libelle="Fin si le marché est reconduit"
          aide="Jour, mois, année."
          type="date"
          facultatif
        />
      </fieldset>
      <fieldset className="csf-groupe">
        <legend>Les conditions d’accueil</legend>
        <Champ
          nom="conditions"
          libelle="Conditions"
          aide={`Repas, transport, tenue… Une par ligne, ${CONDITIONS_MAX} au plus. Aucun nom.`}
          lignes={4}
          facultatif
        />
        <Case nom="horairesAmenages" libelle="Des horaires aménagés sont possibles" />
        <Case
          nom="gratificationPrevue"
          libelle="La clause prévoit une gratification"
          aide={`Elle est de droit au-delà de ${SEUIL_GRATIFICATION_HEURES} heures de présence, même si la clause n’en dit rien.`}
        />
      </fieldset>
    </>
  );
}
