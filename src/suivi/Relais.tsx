import { Champ } from '../ui/Champ.tsx';
import type { ChampsDAction } from './action-dite.ts';

interface Props {
  bornes: ChampsDAction['bornes'];
  telephone?: boolean;
}

/** La personne qui prend le relais. Ce ne sont pas les coordonnées de qui écrit : le navigateur n'a rien à proposer. */
export function Relais({ bornes, telephone = true }: Props) {
  return (
    <>
      <Champ nom="nom" libelle="Prénom et nom de cette personne" {...bornes.nom} />
      <Champ
        nom="courriel"
        libelle="Son adresse électronique professionnelle"
        type="email"
        {...bornes.courriel}
      />
      {telephone && (
        <Champ
          nom="telephone"
          libelle="Son téléphone professionnel"
          type="tel"
          {...bornes.telephone}
          facultatif
        />
      )}
    </>
  );
}
