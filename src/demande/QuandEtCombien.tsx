import { HEURES_PAR_SEMAINE, libelleDuree, VOLUMES } from '../calibrage/regles/calibrage.ts';
import { Etape } from '../formulaire/Etape.tsx';
import type { Etapes } from '../formulaire/useEtapes.ts';
import { Champ } from '../ui/Champ.tsx';
import { Radios, type Option } from '../ui/Radios.tsx';

/** Les nombres d'heures à choisir : les volumes qui tiennent dans ce qui reste, et tout ce qui reste. */
function choixDHeures(restantes: number): Option[] {
  const volumes = VOLUMES.map(({ heures }) => heures).filter((heures) => heures < restantes);
  return [...volumes, restantes].map((heures) => ({
    valeur: String(heures),
    libelle: libelleDuree(heures),
    aide: heures === restantes && volumes.length > 0 ? 'Toutes les heures qui restent' : undefined,
  }));
}

interface Props {
  etapes: Etapes;
  /** Ce qui reste du parcours, en heures, si le service le sait. */
  heuresRestantes: number | undefined;
}

/** Deuxième étape : quand, et combien d'heures. */
export function QuandEtCombien({ etapes, heuresRestantes }: Props) {
  return (
    <Etape etapes={etapes} numero={2} titre="Quand, et combien d’heures ?">
      <Champ
        nom="debutLe"
        libelle="Le jeune peut commencer le"
        aide="La date exacte se règle avec l’entreprise."
        type="date"
      />
      {heuresRestantes === undefined ? (
        // Une case de texte : la molette n'y change pas le nombre.
        <Champ
          nom="heures"
          libelle="Nombre d’heures"
          aide={`D’une semaine (${HEURES_PAR_SEMAINE} h) à tout ce qui reste dans le parcours.`}
          inputmode="decimal"
        />
      ) : (
        <Radios nom="heures" legende="Combien de temps ?" options={choixDHeures(heuresRestantes)} />
      )}
    </Etape>
  );
}
