import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ajouterJours } from '../../../src/socle/dates.ts';
import { ETATS_DE_SUIVI } from '../../../src/suivi/regles/etats.ts';
import {
  compterPar,
  ecrireFiltresDeTableau,
  filtrer,
  lireFiltresDeTableau,
  TABLEAU_ENTIER,
  type FiltresDeTableau,
} from '../../../src/tableaux/regles/filtres.ts';
import {
  estARelancer,
  pourLAcheteur,
  pourLEquipe,
  retardDe,
  type LigneDeTableau,
} from '../../../src/tableaux/regles/tableau.ts';
import { lignesDuTableau } from '../../../src/tableaux/regles/mots.ts';
import { unSuiviDeTableau, uneLigneDeTableau } from '../../fabriques-tableau.ts';

const ACADEMIES = ['versailles', 'lyon', 'nantes'];
const QUI = ['tutrice', 'entreprise', 'acheteur', 'equipe'] as const;
const jour = fc.integer({ min: 0, max: 400 }).map((rang) => ajouterJours('2026-01-01', rang));

const ligne: fc.Arbitrary<LigneDeTableau> = fc
  .record({
    rang: fc.integer({ min: 0, max: 9999 }),
    academie: fc.constantFrom(...ACADEMIES),
    qui: fc.constantFrom(...QUI),
    quoi: fc.constantFrom(...ETATS_DE_SUIVI),
    retardJours: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 60 })),
    close: fc.boolean(),
    notifieLe: fc.option(jour),
    activeLe: fc.option(jour),
  })
  .map(({ rang, academie, notifieLe, activeLe, close, ...prochaine }) =>
    uneLigneDeTableau({
      reference: `D-${rang}`,
      academie,
      notifieLe,
      activeLe,
      suivi: unSuiviDeTableau(close ? null : prochaine),
    }),
  );
const lignes = fc.array(ligne, { maxLength: 40 });
const filtres: fc.Arbitrary<FiltresDeTableau> = fc.record({
  academie: fc.constantFrom('', ...ACADEMIES),
  etat: fc.constantFrom('' as const, ...ETATS_DE_SUIVI),
  qui: fc.constantFrom('' as const, ...QUI),
  retard: fc.boolean(),
});

const estFini = ({ suivi }: LigneDeTableau) => suivi.prochaine === null;

describe('l’ordre des dossiers', () => {
  it('l’équipe voit toujours le plus grand retard d’abord', () => {
    fc.assert(
      fc.property(lignes, (toutes) => {
        const retards = pourLEquipe(toutes).map(retardDe);
        expect(retards).toEqual(retards.toSorted((a, b) => b - a));
      }),
    );
  });

  it('à retard égal, l’équipe voit d’abord le parcours publié depuis le plus longtemps', () => {
    const rangees = pourLEquipe([
      uneLigneDeTableau({ reference: 'D-sans', notifieLe: null }),
      uneLigneDeTableau({ reference: 'D-recent', notifieLe: '2026-11-01' }),
      uneLigneDeTableau({ reference: 'D-ancien', notifieLe: '2026-02-01' }),
    ]);
    expect(rangees.map(({ reference }) => reference)).toEqual(['D-ancien', 'D-recent', 'D-sans']);
  });

  it('un acheteur voit ce qui est en retard, puis du plus ancien au plus récent, et ce qui est fini à la fin', () => {
    fc.assert(
      fc.property(lignes, (toutes) => {
        const rangees = pourLAcheteur(toutes);
        const groupes = rangees.map((une) => (estFini(une) ? 2 : Number(retardDe(une) === 0)));
        expect(groupes).toEqual(groupes.toSorted());
        for (const groupe of [0, 1, 2]) {
          const jours = rangees
            .filter((_, rang) => groupes[rang] === groupe)
            .map(({ activeLe }) => activeLe ?? '9999');
          expect(jours).toEqual(jours.toSorted());
        }
      }),
    );
  });

  it('ne dépend pas de l’ordre reçu, n’oublie et n’invente aucune ligne', () => {
    const distinctes = fc.uniqueArray(ligne, { selector: ({ reference }) => reference });
    fc.assert(
      fc.property(distinctes, (toutes) => {
        for (const ordre of [pourLEquipe, pourLAcheteur]) {
          const rangees = ordre(toutes);
          expect(ordre(toutes.toReversed())).toEqual(rangees);
          expect(ordre(rangees)).toEqual(rangees);
          expect(new Set(rangees)).toEqual(new Set(toutes));
          expect(rangees).toHaveLength(toutes.length);
        }
      }),
    );
  });
});

describe('les filtres', () => {
  it('se composent : deux filtres posés gardent ce que chacun garde', () => {
    fc.assert(
      fc.property(lignes, filtres, (toutes, poses) => {
        const un = { ...TABLEAU_ENTIER, academie: poses.academie, retard: poses.retard };
        const deux = { ...TABLEAU_ENTIER, etat: poses.etat, qui: poses.qui };
        expect(filtrer(filtrer(toutes, un), deux)).toEqual(filtrer(toutes, poses));
        expect(filtrer(filtrer(toutes, deux), un)).toEqual(filtrer(toutes, poses));
      }),
    );
  });

  it('filtrer garde l’ordre', () => {
    fc.assert(
      fc.property(lignes, filtres, (toutes, poses) => {
        expect(filtrer(pourLEquipe(toutes), poses)).toEqual(pourLEquipe(filtrer(toutes, poses)));
      }),
    );
  });

  it('un filtre vide montre tout', () => {
    fc.assert(
      fc.property(lignes, (toutes) => {
        expect(filtrer(toutes, TABLEAU_ENTIER)).toEqual(toutes);
      }),
    );
  });

  it('s’écrivent dans l’adresse et s’y relisent', () => {
    fc.assert(
      fc.property(filtres, (poses) => {
        expect(lireFiltresDeTableau(ecrireFiltresDeTableau(poses))).toEqual(poses);
      }),
    );
  });

  it('une adresse abîmée ne filtre pas', () => {
    const adresse = new URLSearchParams('academie=<b>&etat=parti&qui=systeme&retard=1');
    expect(lireFiltresDeTableau(adresse)).toEqual(TABLEAU_ENTIER);
  });

  it('le compte d’une option est ce qu’elle garderait si on la choisissait', () => {
    fc.assert(
      fc.property(lignes, filtres, (toutes, poses) => {
        const parQui = compterPar(toutes, poses, 'qui');
        for (const qui of QUI)
          expect(parQui.get(qui) ?? 0).toBe(filtrer(toutes, { ...poses, qui }).length);
        const parEtat = compterPar(toutes, poses, 'etat');
        for (const etat of ETATS_DE_SUIVI)
          expect(parEtat.get(etat) ?? 0).toBe(filtrer(toutes, { ...poses, etat }).length);
      }),
    );
  });
});

describe('relancer depuis le tableau', () => {
  const maintenant = '2027-01-20T09:00:00Z';
  const enRetard = uneLigneDeTableau({ suivi: unSuiviDeTableau({ retardJours: 2 }) });

  it('est offert à l’acheteur, au prescripteur et à l’équipe quand l’entreprise est en retard', () => {
    for (const role of ['acheteur', 'prescripteur', 'equipe'] as const)
      expect(estARelancer(enRetard, { role, maintenant }), role).toBe(true);
    const aTemps = uneLigneDeTableau();
    expect(estARelancer(aTemps, { role: 'equipe', maintenant })).toBe(false);
  });

  it('n’est pas offert deux fois le même jour, ni à qui lit seulement, ni quand un autre doit agir', () => {
    const relancee = unSuiviDeTableau(
      { retardJours: 2 },
      { derniereRelanceManuelle: '2027-01-20T07:00:00Z' },
    );
    const lecteur = { role: 'equipe', maintenant } as const;
    expect(estARelancer(uneLigneDeTableau({ suivi: relancee }), lecteur)).toBe(false);
    expect(estARelancer(enRetard, { role: 'coordination', maintenant })).toBe(false);
    const aLaTutrice = unSuiviDeTableau({
      qui: 'tutrice',
      quoi: 'creneau-a-choisir',
      retardJours: 2,
    });
    expect(estARelancer(uneLigneDeTableau({ suivi: aLaTutrice }), lecteur)).toBe(false);
  });
});

describe('le fichier CSV', () => {
  const noms = {
    domaine: () => 'Logistique',
    academie: () => 'Versailles',
    commune: () => 'Nanterre (92)',
    derniere: () => 'L’entreprise a été prévenue',
  };

  it('dit tout d’un dossier, sans lien ni personne', () => {
    const suivi = unSuiviDeTableau({ retardJours: 6 });
    const [colonnes = '', premiere = ''] = lignesDuTableau([uneLigneDeTableau({ suivi })], noms);
    expect(colonnes.split(',')).toHaveLength(14);
    expect(premiere).toBe(
      'D-bcdfgh,bcdfghjk,"Préparer une commande, tenir un inventaire",Nanterre (92),Logistique,Versailles,' +
        'Réponse attendue,Entreprise,2027-01-14,6,L’entreprise a été prévenue,2027-01-04,2027-01-04,2026-10-01',
    );
    expect(premiere).not.toContain('jjjj');
  });

  it('a une ligne par dossier, et une pour les colonnes', () => {
    fc.assert(
      fc.property(lignes, (toutes) => {
        expect(lignesDuTableau(toutes, noms)).toHaveLength(toutes.length + 1);
      }),
    );
  });
});
