import { Champ } from '../ui/Champ.tsx';
import { LONGUEURS_DU_LIEU } from './regles/creneaux.ts';
import type { Lieu } from './regles/lieu-lu.ts';

/** Où venir : ce que l'entreprise a dit la dernière fois est déjà écrit. */
export function ChampsDuLieu({ connu }: { connu: Lieu | null | undefined }) {
  const { adresse, demander, apporter } = LONGUEURS_DU_LIEU;
  return (
    <fieldset className="csf-groupe">
      <legend>Où venir</legend>
      <p className="csf-note">
        Pour l’entreprise, le tuteur ou la tutrice, et l’équipe seulement. Effacé avec la demande.
      </p>
      <Champ
        nom="lieu.adresse"
        libelle="Adresse"
        aide="Numéro, rue, ville ; bâtiment ou entrée."
        maxlength={adresse}
        valeur={connu?.adresse ?? ''}
      />
      <Champ
        nom="lieu.demander"
        libelle="Qui demander à l’arrivée"
        maxlength={demander}
        valeur={connu?.demander ?? ''}
      />
      <Champ
        nom="lieu.telephone"
        libelle="Téléphone à appeler le jour même"
        type="tel"
        maxlength={30}
        valeur={connu?.telephone ?? ''}
      />
      <Champ
        nom="lieu.apporter"
        libelle="Ce qu’il faut apporter"
        facultatif
        maxlength={apporter}
        valeur={connu?.apporter ?? ''}
      />
    </fieldset>
  );
}
