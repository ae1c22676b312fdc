import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { messageEquipeSchema } from '../../../src/contact/regles/message-equipe.ts';
import { declarationSchema } from '../../../src/declaration/regles/declaration.ts';
import { demandeSchema } from '../../../src/demande/regles/demande.ts';
import { champsDuFormulaire } from '../../../src/formulaire/regles/decodage.ts';

const recus = (champs: Record<string, string>) => new URLSearchParams(champs);

describe('les champs d’un formulaire posté', () => {
  it('se lisent comme le schéma les attend', () => {
    const lus = champsDuFormulaire(
      recus({
        taches: 'Accueillir\r\n\n  Ranger ',
        conditions: '',
        horairesAmenages: 'on',
        finLe: '2027-06-30',
        finReconductionLe: '',
        'entreprise1.nom': 'Camille Exemple',
        'entreprise1.telephone': '',
        'entreprise2.nom': '',
        consentement: 'on',
      }),
      declarationSchema,
    );
    expect(lus).toEqual({
      taches: ['Accueillir', 'Ranger'],
      conditions: [],
      horairesAmenages: true,
      finLe: '2027-06-30',
      finReconductionLe: null,
      entreprise1: { nom: 'Camille Exemple', telephone: '' },
      entreprise2: null,
      consentement: true,
    });
  });

  it('ne compte pas un groupe facultatif laissé vide, quel que soit le schéma qui l’entoure', () => {
    const lus = champsDuFormulaire(
      recus({ 'nouveauContact.nom': '', 'nouveauContact.courriel': '', message: '' }),
      messageEquipeSchema,
    );
    expect(lus).toEqual({ nouveauContact: null, message: '' });
  });

  it('laissent au schéma ce qu’il ne connaît pas, prototype compris', () => {
    const lus = champsDuFormulaire(recus({ __proto__x: 'a', 'a.b.c': 'd' }), demandeSchema);
    expect(lus).toEqual({ __proto__x: 'a', 'a.b.c': 'd' });
    const piege = champsDuFormulaire(
      [
        ['__proto__', 'piege'],
        ['__proto__.nom', 'x'],
        ['constructor.nom', 'y'],
      ],
      demandeSchema,
    );
    expect(Object.keys(piege)).toContain('__proto__');
    expect(demandeSchema.safeParse(piege).success).toBe(false);
  });

  it('reviennent d’un aller et retour, quelles que soient les réponses', () => {
    const schema = z.strictObject({
      texte: z.string(),
      vide: z.string().nullable(),
      oui: z.boolean().default(false),
      lignes: z.array(z.string()),
      groupe: z.strictObject({ nom: z.string() }).nullable(),
    });
    const mot = fc.stringMatching(/^[a-zé]{1,8}$/);
    const reponses = fc.record({
      texte: mot,
      vide: fc.option(mot),
      oui: fc.boolean(),
      lignes: fc.array(mot),
      groupe: fc.option(fc.record({ nom: mot })),
    });
    fc.assert(
      fc.property(reponses, ({ texte, vide, oui, lignes, groupe }) => {
        const postes = new URLSearchParams({ texte, vide: vide ?? '', lignes: lignes.join('\n') });
        if (oui) postes.set('oui', 'on');
        postes.set('groupe.nom', groupe?.nom ?? '');
        const lus = schema.parse(champsDuFormulaire(postes, schema));
        expect(lus).toEqual({ texte, vide, oui, lignes, groupe });
      }),
    );
  });
});
