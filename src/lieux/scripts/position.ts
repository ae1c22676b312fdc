import { communeLaPlusProche, type LieuPropose } from '../appels/lieux.ts';
import { PANNE } from './propositions-de-lieu.ts';

const REFUS: Record<number, string> = {
  1: 'La position n’a pas été partagée. Tapez une commune ou un code postal.',
  2: 'La position est introuvable pour le moment. Tapez une commune ou un code postal.',
  3: 'La position met trop de temps à venir. Tapez une commune ou un code postal.',
};

type Suites = {
  /** Appelée au clic ; ce qu'elle rend dit, plus tard, si la position est encore attendue. */
  commencer: () => () => boolean;
  dire: (message: string) => void;
  prendre: (lieu: LieuPropose) => void;
};

/** Bouton « Autour de moi » : montré si l'appareil sait se situer, il choisit la commune la plus proche. */
export function brancherPosition(
  bouton: HTMLButtonElement | null,
  signal: AbortSignal,
  { commencer, dire, prendre }: Suites,
) {
  if (!bouton || !('geolocation' in navigator)) return;
  const situer = () => {
    const attendue = commencer();
    // Entre-temps, la personne a pu taper une commune : la sienne l'emporte.
    const repondre = (message: string) => {
      if (attendue()) dire(message);
    };
    dire('Recherche de la position…');
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => {
        communeLaPlusProche({ latitude, longitude }).then(
          (lieu) => {
            if (!lieu) repondre('Aucune commune connue près de cette position. Tapez une commune.');
            else if (attendue()) prendre(lieu);
          },
          () => {
            repondre(PANNE);
          },
        );
      },
      ({ code }) => {
        repondre(REFUS[code] ?? REFUS[2] ?? '');
      },
      { maximumAge: 600_000, timeout: 10_000 },
    );
  };
  bouton.hidden = false;
  signal.addEventListener('abort', () => {
    bouton.hidden = true;
  });
  bouton.addEventListener('click', situer, { signal });
}
