import { describe, expect, it } from 'vitest';
import { releveSchema } from '../../../src/releve/regles/releve.ts';
import { direLaStructure } from '../../../src/releve/regles/verifier.ts';
import { erreursDe } from '../../../src/socle/saisie.ts';

const MOI = {
  cle: '6b446bf0-5b2f-41a7-9ed5-9517c827e2bb',
  nom: 'Noa Exemple',
  courriel: 'Noa@Mairie.example',
};

const erreurs = (champs: object) => {
  const lecture = releveSchema.safeParse({ ...MOI, ...champs });
  return lecture.success ? {} : erreursDe(lecture.error);
};

describe('une demande de relève', () => {
  it('dit qui est parti, ou une référence : l’un des deux suffit', () => {
    expect(erreurs({ courrielParti: 'partie@mairie.example', reference: '' })).toEqual({});
    expect(erreurs({ courrielParti: '', reference: 'Marché 2024.AC.12, lot 2' })).toEqual({});
    for (const vides of [{}, { courrielParti: ' ', reference: ' ' }, { courrielParti: null }])
      expect(erreurs(vides)).toEqual({
        courrielParti: expect.stringContaining('référence') as string,
      });
  });

  it('dit ce qui manque, champ par champ', () => {
    const faux = { nom: '', courriel: 'noa', courrielParti: 'partie', reference: 'x'.repeat(121) };
    expect(Object.keys(erreurs(faux))).toEqual(['nom', 'courriel', 'courrielParti', 'reference']);
  });

  it.each([
    ['D-bcdfgh', 'D-bcdfgh'],
    [' d bcdfgh ', 'D-bcdfgh'],
    ['DBCDFGH', 'D-bcdfgh'],
    ['2024-17  lot 2', '2024-17 lot 2'],
  ])('lit la référence « %s » : %s', (reference, lue) => {
    expect(releveSchema.parse({ ...MOI, reference })).toMatchObject({
      courriel: 'noa@mairie.example',
      courrielParti: null,
      reference: lue,
    });
  });

  it('montre à l’équipe si les deux adresses sont de la même structure, sans rien prouver', () => {
    const releve = { id: MOI.cle, nom: 'Noa', courriel: 'noa@mairie.example', telephone: null };
    const dire = (acheteur: string | null) =>
      direLaStructure({
        ...releve,
        ...{ courrielParti: null, reference: null, parcours: 1, creeLe: '2026-12-01' },
        acheteur,
      });
    expect(dire('partie@Mairie.example')).toContain('sont de la même structure');
    expect(dire('partie@mairie.example.autre.example')).toContain('ne sont pas');
    expect(dire(null)).toContain('Aucun acheteur connu');
  });
});
