import type { LieuConnu } from '../../../../src/catalogue/regles/ailleurs.ts';
import { departementDuCode } from '../../../../src/lieux/regles/lieux.ts';
import { distanceKm } from '../../../../src/socle/distance.ts';
import lieux from './lieux.json' with { type: 'json' };

let memoire: ReadonlyMap<string, LieuConnu> | undefined;

/* Trente-cinq mille communes : elles ne se déplient que si l'on cherche. */
function deplier(): ReadonlyMap<string, LieuConnu> {
  const parCode = new Map<string, LieuConnu>();
  for (const [debut, liste] of Object.entries(lieux))
    for (const lieu of liste.split(';')) {
      const [entete = '', position = ''] = lieu.split('|');
      const [latitude = 0, longitude = 0] = position
        .split(',')
        .map((centiemes) => +centiemes / 100);
      const code = debut + entete.slice(0, 3);
      parCode.set(code, {
        code,
        nom: entete.slice(3),
        departement: departementDuCode(code),
        point: { latitude, longitude },
      });
    }
  return parCode;
}

/** Le lieu d'une commune par son code INSEE ; undefined si le référentiel ne la connaît pas. */
export function lieuDe(commune: string): LieuConnu | undefined {
  memoire ??= deplier();
  return memoire.get(commune);
}

/** Les codes des communes à moins de `km` d'un lieu, les plus proches d'abord, lui compris. */
export function communesAutour({ point }: LieuConnu, km: number): string[] {
  memoire ??= deplier();
  return [...memoire.values()]
    .map((lieu) => ({ code: lieu.code, km: distanceKm(point, lieu.point) }))
    .filter((lieu) => lieu.km <= km)
    .sort((un, autre) => un.km - autre.km)
    .map(({ code }) => code);
}
