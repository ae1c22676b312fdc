import { communeLaPlusProche, type LieuPropose } from '../appels/lieux.ts';

const REFUS: Record<number, string> = {
  1: 'La position n’a pas été partagée. Tapez une commune ou un code postal.',
  2: 'La position est introuvable pour le moment. Tapez une commune ou un code postal.',
  3: 'La position met trop de temps à venir. Tapez une commune ou un code postal.',
};

type Suites = { dire: (message: string) => void; choisir: (lieu: LieuPropose) => void };

/** Bouton « Autour de moi » : montré si l'appareil sait se situer, il choisit la commune la plus proche. */
export function brancherPosition(bouton: HTMLButtonElement | null, { dire, choisir }: Suites) {
  if (!bouton || !('geolocation' in navigator)) return;
  bouton.hidden = false;
  bouton.addEventListener('click', () => {
    dire('Recherche de la position…');
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => {
        communeLaPlusProche({ latitude, longitude }).then(
          (lieu) => {
            if (lieu) choisir(lieu);
            else dire('Aucune commune connue près de cette position. Tapez une commune.');
          },
          () => {
            dire('Les communes n’ont pas pu se charger. Vérifiez la connexion, puis réessayez.');
          },
        );
      },
      ({ code }) => {
        dire(REFUS[code] ?? REFUS[2] ?? '');
      },
      { maximumAge: 600_000, timeout: 10_000 },
    );
  });
}
