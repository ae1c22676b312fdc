import { LONGUEURS_DU_MARCHE } from '../marche/regles/mots.ts';
import { Champ } from '../ui/Champ.tsx';

/* De quel marché il s'agit : une entreprise et un acheteur en ont plusieurs. */
const LIGNES = [
  ['objet', 'Objet du marché', 'Quelques mots, comme dans l’avis.'],
  ['lot', 'Lot', 'Son numéro, et son nom s’il en a un.'],
  ['entreprise', 'Entreprise titulaire', ''],
  ['acheteur', 'Organisme acheteur', ''],
  ['site', 'Adresse du site', 'Là où le jeune sera accueilli.'],
] as const;

/** De quel marché il s'agit, pour les personnes prévenues seulement. */
export function LeMarche() {
  return (
    <fieldset className="csf-groupe">
      <legend>Le marché, jamais publié</legend>
      <p className="csf-note">
        Vous et l’entreprise suivez plusieurs marchés : ces lignes, dans nos courriels, disent
        duquel il s’agit.
      </p>
      {LIGNES.map(([nom, libelle, aide]) => (
        <Champ
          key={nom}
          nom={`marche.${nom}`}
          libelle={libelle}
          {...(aide === '' ? {} : { aide })}
          maxlength={LONGUEURS_DU_MARCHE[nom]}
          facultatif
        />
      ))}
    </fieldset>
  );
}
