import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOTS_MAXIMUM } from '../../../src/calibrage/regles/calibrage.ts';
import { depuisAdresse, lireReponses, versAdresse } from '../../../src/clause/regles/reponses.ts';
import { reponsesDeClause } from '../../fabriques.ts';

describe('les réponses du formulaire', () => {
  it('refuse ce qui n’est ni un montant ni un nombre de jours, et laisse le blanc', () => {
    const { reponses: lues, erreurs } = lireReponses({
      penaliteReunion: 'cinq cents',
      delaiReponse: '0',
      lots: 'deux',
      coefficient: '1.5.2',
      penaliteRetard: '1 500,50',
    });
    expect(Object.keys(erreurs).sort()).toEqual([
      'coefficient',
      'delaiReponse',
      'lots',
      'penaliteReunion',
    ]);
    expect(erreurs.penaliteReunion).toContain('par exemple');
    expect(lues.penaliteReunion).toBe('');
    expect(lues.delaiReponse).toBeNull();
    expect(lues.penaliteRetard).toBe('1\u202F500,50');
  });

  it('lit les nombres comme on les écrit', () => {
    const { reponses: lues, erreurs } = lireReponses({
      penaliteReunion: '500 €',
      penaliteRetard: '1500.50',
      delaiReponse: '14 jours',
      delaiAccueil: '30 j',
      justificatifs: '10 jours ouvrés',
      coefficient: '1.5',
      lots: '150',
    });
    expect(erreurs).toEqual({});
    expect(lues).toMatchObject({
      penaliteReunion: '500',
      penaliteRetard: '1\u202F500,50',
      delaiReponse: 14,
      delaiAccueil: 30,
      justificatifs: 10,
      coefficient: '1,5',
      lots: 150,
    });
  });

  it('prévient quand l’accueil viendrait avant la réponse, et garde les deux délais', () => {
    const { reponses: lues, erreurs } = lireReponses({ delaiReponse: '14', delaiAccueil: '7' });
    expect(erreurs.delaiAccueil).toContain('plus court que le délai de réponse');
    expect(lues).toMatchObject({ delaiReponse: 14, delaiAccueil: 7 });
    expect(lireReponses({ delaiReponse: '14', delaiAccueil: '14' }).erreurs).toEqual({});
  });

  it('n’accepte pas plus de lots que le calibrage', () => {
    expect(lireReponses({ lots: String(LOTS_MAXIMUM) }).erreurs).toEqual({});
    expect(lireReponses({ lots: String(LOTS_MAXIMUM + 1) }).erreurs.lots).toContain(
      'nombre de lots',
    );
    expect(depuisAdresse(`?lots=${LOTS_MAXIMUM + 1}`)).toEqual({});
  });

  it('ignore un volume qui n’est pas du calibrage', () => {
    expect(lireReponses({ heures: '200' }).reponses.heures).toBeNull();
    expect(lireReponses({ heures: '450' }).reponses.heures).toBe(450);
  });

  it('lit l’adresse du calibrage et ignore le reste', () => {
    expect(depuisAdresse('?heures=300&lots=2&montant=150000')).toEqual({
      heures: '300',
      portee: 'lots',
      lots: '2',
      bons: '',
      seuil: '',
    });
    expect(depuisAdresse('?heures=300&lots=1&montant=9')).toMatchObject({ portee: '', lots: '' });
    expect(depuisAdresse('?bons=oui&seuil=80000')).toEqual({ bons: 'oui', seuil: '80\u202F000' });
    expect(depuisAdresse('?bons=peut-etre&seuil=80000')).toEqual({});
    expect(depuisAdresse('?lots=1')).toEqual({});
    expect(depuisAdresse('?heures=301&lots=-4')).toEqual({});
    expect(depuisAdresse('?heures=&lots=abc')).toEqual({});
  });

  it('l’adresse écrite se relit à l’identique, sans rien de saisi librement', () => {
    fc.assert(
      fc.property(reponsesDeClause, (donnees) => {
        const adresse = versAdresse(donnees);
        const { reponses: relues } = lireReponses(depuisAdresse(`?${adresse}`));
        expect(versAdresse(relues)).toBe(adresse);
        expect(relues.heures).toBe(donnees.heures);
        expect(adresse).not.toMatch(/[qwxz]{2}/i);
      }),
    );
  });
});
