import type { Bornes } from '../socle/bornes.ts';
import { Champ } from '../ui/Champ.tsx';

interface Props {
  bornes: Readonly<Record<'nom' | 'courriel' | 'telephone', Bornes>>;
}

/** La personne qui prend le relais : le style ne la demande que pour ce sujet, et la relecture l'exige alors. */
export function NouveauContact({ bornes }: Props) {
  return (
    <fieldset className="csf-groupe csf-relais">
      <legend>La personne qui prend le relais</legend>
      <Champ
        nom="nouveauContact.nom"
        libelle="Son prénom et son nom"
        {...bornes.nom}
        requis={false}
      />
      <Champ
        nom="nouveauContact.courriel"
        libelle="Son adresse électronique professionnelle"
        type="email"
        {...bornes.courriel}
        requis={false}
      />
      <Champ
        nom="nouveauContact.telephone"
        libelle="Son téléphone professionnel"
        type="tel"
        {...bornes.telephone}
        facultatif
      />
    </fieldset>
  );
}
