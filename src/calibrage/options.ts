import { libelleDuree, VOLUMES } from './regles/calibrage.ts';
import { NOMBRES_DE_JEUNES } from './regles/marche.ts';

/** Les volumes que l'on peut vouloir. */
export const volumes = Object.fromEntries(
  VOLUMES.map(({ heures }) => [heures, libelleDuree(heures)]),
);

export const nombresDeJeunes = Object.fromEntries(
  NOMBRES_DE_JEUNES.map((nombre) => [
    nombre,
    nombre === 1 ? 'Un seul jeune' : `${nombre} jeunes, l’un après l’autre`,
  ]),
);

export const acheteurs = { etat: 'L’État', collectivite: 'Une collectivité' };

export const natures = { services: 'Fournitures et services', travaux: 'Travaux' };
