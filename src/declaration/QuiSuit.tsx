import { Radios } from '../ui/Radios.tsx';
import { Personne, type BornesDePersonne } from './Personne.tsx';

const ROLES = [
  { valeur: 'acheteur', libelle: 'L’acheteur', aide: 'La personne qui passe le marché.' },
  {
    valeur: 'prescripteur',
    libelle: 'Le prescripteur',
    aide: 'La personne du service qui a exprimé le besoin.',
  },
];

/** La personne qui déclare, et qui suivra. */
export function QuiSuit({ bornes }: { bornes: BornesDePersonne }) {
  return (
    <fieldset className="csf-groupe">
      <legend>Vous, qui suivez le parcours</legend>
      <Radios nom="roleDuSuivi" legende="Vous êtes" options={ROLES} />
      <Personne groupe="suivi" bornes={bornes} soi />
    </fieldset>
  );
}
