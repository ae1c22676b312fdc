import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { texteDe } from '../../../src/documents/regles/bloc.ts';
import { libelleDuree } from '../../../src/calibrage/regles/calibrage.ts';
import { clauseEnDocument, compterBlancs } from '../../../src/clause/regles/clause-document.ts';
import { modeleDeClauseSchema } from '../../../src/clause/regles/modele.ts';
import { SANS_REPONSE, type Reponses } from '../../../src/clause/regles/reponses.ts';
import { redigerClause } from '../../../src/clause/regles/clause.ts';
import { reponsesDeClause as reponses } from '../../fabriques.ts';
import { typographier } from '../../../src/socle/typographie.ts';

const KIT = 'https://csf.example/kit/';
const MODELE = modeleDeClauseSchema.parse(load(readFileSync('content/clause.yaml', 'utf8')));

const texte = (reponses: Partial<Reponses> = {}) =>
  clauseEnDocument(MODELE, redigerClause(MODELE, { ...SANS_REPONSE, ...reponses }, KIT))
    .blocs.map(({ segments }) => texteDe(segments))
    .join('\n\n');

const COMPLETES: Reponses = {
  acheteur: 'La ville de Sainte-Invention',
  objet: 'entretien des espaces verts',
  heures: 300,
  portee: 'lots',
  lots: 2,
  numeros: '4 et 7',
  bons: 'oui',
  seuil: '80 000',
  delaiReponse: 21,
  delaiAccueil: 45,
  justificatifs: 12,
  gratification: 'oui',
  penaliteReunion: '611',
  penaliteRetard: '57',
  coefficient: '1,7',
};

/** Les nombres que le modèle contient de lui-même : âges, articles de loi, semaine de stage, seuil légal. */
const NOMBRES_DU_MODELE = new Set(texte().match(/\d+/g));

describe('la clause sans réponse', () => {
  it('montre chaque blanc entre crochets', () => {
    const vide = texte();
    for (const consigne of Object.entries(MODELE.blancs)) {
      if (['numero', 'numeros'].includes(consigne[0])) continue;
      expect(vide).toContain(`[${typographier(consigne[1])}]`);
    }
  });

  it('n’invente aucun montant ni aucun délai', () => {
    expect(texte()).not.toMatch(/\d\s*€|\d\s+(jours|semaines)/);
  });

  it('garde les alinéas facultatifs, avec leur consigne', () => {
    expect(texte()).toContain('[à garder pour un marché à bons de commande, à supprimer sinon] Le');
    expect(texte()).toContain('[à garder si la clause ne prévoit pas de gratification]');
  });
});

describe('la clause remplie', () => {
  it('n’a plus aucun blanc', () => {
    expect(compterBlancs(redigerClause(MODELE, COMPLETES, KIT))).toBe(0);
    expect(texte(COMPLETES)).not.toMatch(/[[\]{}]/);
  });

  it('dit le volume en semaines et en heures', () => {
    expect(texte({ heures: 300 })).toContain('9\u00A0semaines (300\u00A0h)');
  });

  it('accorde le lot, les lots et le marché', () => {
    expect(texte({ portee: 'lots', lots: 1, numeros: '3' })).toContain('au lot n°\u00A03.');
    expect(texte({ portee: 'lots', lots: 1 })).toContain('au lot n°\u00A0[numéro du lot].');
    expect(texte({ portee: 'lots', lots: 3 })).toContain(
      'aux 3 lots suivants\u00A0: n°\u00A0[numéros des lots].',
    );
    expect(texte(COMPLETES)).toContain('aux 2 lots suivants\u00A0: n°\u00A04 et 7.');
    expect(texte({ portee: 'marche' })).toContain('s’applique à l’ensemble du marché.');
    expect(texte(COMPLETES)).toContain('Le titulaire de chaque lot accueille');
    expect(texte({ portee: 'lots', lots: 1 })).toContain('Le titulaire du lot accueille');
  });

  it('ne garde que l’alinéa de gratification choisi', () => {
    expect(texte({ gratification: 'oui' })).toContain('dès la première heure');
    expect(texte({ gratification: 'oui' })).not.toContain('ne prévoit pas de gratification');
    expect(texte({ gratification: 'non' })).toContain('Au-delà de 308 heures');
    expect(texte({ gratification: 'non' })).not.toContain('dès la première heure');
  });

  it('dit dans le règlement aussi que le volume est par lot, et quand il joue', () => {
    const reglement = (donnees: Reponses) =>
      redigerClause(MODELE, donnees, KIT)
        .find(({ id }) => id === 'reglement')
        ?.articles.flatMap(({ paragraphes }) => paragraphes.map(texteDe))
        .join('\n');
    expect(reglement(COMPLETES)).toContain('chacun des lots');
    expect(reglement(COMPLETES)).toContain('dépasse 80 000\u00A0€ HT');
    expect(reglement({ ...COMPLETES, lots: 1, bons: 'non' })).not.toMatch(
      /chacun des lots|bons de/,
    );
  });

  it('ne parle de bons de commande que pour un marché à bons de commande', () => {
    expect(texte({ bons: 'non' })).not.toContain('bons de commande');
    expect(texte(COMPLETES)).toContain('dépasse 80 000\u00A0€ HT');
  });

  it('compte un jour au singulier', () => {
    expect(texte({ delaiReponse: 1 })).toContain('délai de 1\u00A0jour à compter');
    expect(texte({ justificatifs: 10 })).toContain('10\u00A0jours ouvrés après');
  });

  it('signale un champ ou un fait que le modèle invente', () => {
    const fautif = structuredClone(MODELE);
    fautif.parties[0]?.articles[0]?.paragraphes.push('Voir [budget].');
    expect(() => redigerClause(fautif, SANS_REPONSE, KIT)).toThrow('[budget]');
    const autre = structuredClone(MODELE);
    autre.parties[0]?.articles[0]?.paragraphes.push('Voir {taux}.');
    expect(() => redigerClause(autre, SANS_REPONSE, KIT)).toThrow('{taux}');
  });
});

describe('quelles que soient les réponses', () => {
  it('chaque réponse est dans le texte, telle quelle', () => {
    fc.assert(
      fc.property(reponses, (donnees) => {
        const { portee, bons, lots, heures, ...autres } = donnees;
        const redigee = texte(donnees);
        const { numeros, seuil, ...toujours } = { ...autres, gratification: '' };
        for (const valeur of Object.values(toujours)) {
          if (valeur !== '' && valeur !== null) expect(redigee).toContain(String(valeur));
        }
        if (heures !== null) expect(redigee).toContain(typographier(libelleDuree(heures)));
        if (portee === 'lots') expect(redigee).toContain(numeros);
        if (portee === 'lots' && lots !== null && lots > 1)
          expect(redigee).toContain(`${lots} lots`);
        if (bons !== 'non') expect(redigee).toContain(seuil);
      }),
    );
  });

  it('aucun nombre ne vient d’ailleurs que du modèle ou des réponses', () => {
    fc.assert(
      fc.property(reponses, (donnees) => {
        const permis = new Set(NOMBRES_DU_MODELE);
        for (const valeur of Object.values(donnees)) {
          for (const lu of String(valeur).match(/\d+/g) ?? []) permis.add(lu);
        }
        if (donnees.heures !== null) {
          for (const lu of libelleDuree(donnees.heures).match(/\d+/g) ?? []) permis.add(lu);
        }
        for (const lu of texte(donnees).match(/\d+/g) ?? []) expect(permis).toContain(lu);
      }),
    );
  });

  it('ni trou ni mot de programme', () => {
    fc.assert(
      fc.property(reponses, (donnees) => {
        expect(texte(donnees)).not.toMatch(/undefined|null|NaN|\[object|\{|\}|\[\]/);
      }),
    );
  });

  it('les blancs comptés sont les blancs montrés', () => {
    fc.assert(
      fc.property(reponses, (donnees) => {
        const parties = redigerClause(MODELE, donnees, KIT);
        const montres = parties
          .flatMap(({ articles }) => articles.flatMap((article) => article.paragraphes))
          .map(texteDe)
          .join('\n')
          .match(/\[/g);
        expect(compterBlancs(parties)).toBe(montres?.length ?? 0);
      }),
    );
  });
});
