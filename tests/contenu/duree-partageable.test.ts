import { readdirSync, readFileSync } from 'node:fs';
import { CORE_SCHEMA, load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { estPartageable } from '../../src/parcours/regles/carte.ts';
import { dureeDeParcours } from '../../src/catalogue/regles/duree.ts';
import { filtrer } from '../../src/catalogue/regles/catalogue.ts';
import { SANS_FILTRE } from '../../src/catalogue/regles/filtres.ts';
import { communeParCode } from '../../src/lieux/referentiel/communes.ts';
import { parcoursSchema } from '../../src/parcours/regles/parcours.ts';

const PARCOURS = readdirSync('content/parcours').map((nom) =>
  parcoursSchema.parse(
    load(readFileSync(`content/parcours/${nom}`, 'utf8'), { schema: CORE_SCHEMA }),
  ),
);
const DOMAINES = [...new Set(PARCOURS.map(({ domaine }) => domaine))];
const COMMUNES = PARCOURS.map(({ commune }) => communeParCode(commune));

/* Le catalogue publié, en un seul lot : une commune par parcours. */
const LOT = {
  id: 'tout',
  communes: COMMUNES.map((commune) => ({
    code: commune?.code ?? '',
    nom: commune?.nom ?? '',
    departement: commune?.departement ?? '',
    latitude: commune?.latitude ?? null,
    longitude: commune?.longitude ?? null,
    approximative: false,
  })),
  lignes: PARCOURS.map((parcours, commune) => ({
    commune,
    domaine: DOMAINES.indexOf(parcours.domaine),
    duree: dureeDeParcours(parcours.heures),
    disponibilite: parcours.disponibilite,
    horairesAmenages: parcours.horairesAmenages,
    gratification: parcours.gratificationPrevue,
    publie: 0,
    fin: 0,
  })),
};

function chercher(commune: string, domaine: string, durees: ('courte' | 'longue')[]) {
  const { latitude, longitude } = communeParCode(commune) ?? {};
  const { trouvailles, comptes } = filtrer([LOT], {
    filtres: { ...SANS_FILTRE, lieu: commune, durees },
    centre: { latitude: latitude ?? 0, longitude: longitude ?? 0 },
    portee: { domaine: null, departements: null },
    domaine: DOMAINES.indexOf(domaine),
  });
  return { trouves: trouvailles.map(({ rang }) => PARCOURS[rang]), comptes };
}

describe('le filtre de durée, sur le catalogue publié', () => {
  it('à Roubaix, en logistique, jusqu’à deux mois : le long parcours qui se partage est là', () => {
    const { trouves, comptes } = chercher('59512', 'logistique', ['courte']);
    expect(trouves.map((parcours) => parcours?.id)).toContain('8tvjp8x9');
    expect(trouves.find((parcours) => parcours?.id === '8tvjp8x9')?.heures).toBe(900);
    expect(comptes.duree.courte).toBe(trouves.length);
  });

  it('et il reste parmi les plus de deux mois', () => {
    const { trouves } = chercher('59512', 'logistique', ['longue']);
    expect(trouves.map((parcours) => parcours?.id)).toContain('8tvjp8x9');
  });

  it('ne partage que ce qui se découpe en volumes du calibrage', () => {
    expect([150, 300, 450, 600, 900, 700, null].map(estPartageable)).toEqual([
      false,
      false,
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
