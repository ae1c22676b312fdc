import { AvertissementsDuMessage } from '../contact/AvertissementsDuMessage.tsx';
import { Champ } from '../ui/Champ.tsx';
import type { ChampsDAction } from './action-dite.ts';

interface Props extends Pick<ChampsDAction, 'bornes' | 'precision'> {
  libelle?: string;
  facultatif?: boolean;
}

/** Quelques mots libres, relus comme un message : une coordonnée les retient, un nom avertit. */
export function Precision({
  bornes,
  precision,
  libelle = 'Une précision',
  facultatif = true,
}: Props) {
  return (
    <>
      <Champ
        nom="precision"
        libelle={libelle}
        aide="N’écrivez ni nom, ni coordonnées, rien sur la santé ou la famille du jeune."
        lignes={3}
        {...bornes.precision}
        facultatif={facultatif}
      />
      <AvertissementsDuMessage message={precision} />
    </>
  );
}
