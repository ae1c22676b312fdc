import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  catalogueOuvertSchema,
  COLONNES_OUVERTES,
  ligneCsv,
  parcoursOuvertSchema,
} from '../../../src/parcours/regles/parcours-ouvert.ts';
import { unParcours } from '../../fabriques.ts';

const OUVERT = parcoursOuvertSchema.parse({
  ...unParcours({ intitule: 'Trier "à la main", puis ranger', heures: null }),
  adresse: 'https://csf.example/parcours/bcdfghjk/',
  nomDomaine: 'Logistique',
  semaines: null,
  nomCommune: 'Nanterre',
  codeDepartement: '92',
  nomDepartement: 'Hauts-de-Seine',
  academie: 'Versailles',
  region: 'Île-de-France',
  latitude: 48.892,
  longitude: -2.207,
  positionApproximative: false,
});

describe('les données ouvertes', () => {
  it('décrivent chacun de leurs champs', () => {
    for (const champ of Object.values(parcoursOuvertSchema.shape))
      expect(champ.description).toBeTruthy();
  });

  it('ont un schéma JSON qui refuse tout champ inconnu', () => {
    const schema = JSON.stringify(z.toJSONSchema(catalogueOuvertSchema));
    expect(schema).toContain('"additionalProperties":false');
    expect(schema).toContain('"gratificationPrevue"');
  });

  it('passent en CSV sans perdre une virgule ni un guillemet', () => {
    const texte = `${COLONNES_OUVERTES.join(',')}\r\n${ligneCsv(OUVERT)}`;
    const [ligne] = parse<Record<string, string>>(texte, { columns: true });
    expect(ligne?.intitule).toBe('Trier "à la main", puis ranger');
    expect(ligne?.taches).toBe('Préparer une commande | Tenir un inventaire');
    expect(ligne?.heures).toBe('');
    expect(ligne?.longitude).toBe('-2.207');
  });

  it('n’offrent pas de formule à un tableur', () => {
    const piege = { ...OUVERT, intitule: '=HYPERLINK("x")' };
    expect(ligneCsv(piege)).toContain(`"'=HYPERLINK(""x"")"`);
  });
});
