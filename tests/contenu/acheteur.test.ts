import { readFileSync, readdirSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { modeleDeClauseSchema } from '../../src/clause/regles/modele.ts';
import { dceSchema, redigerParagraphe } from '../../src/acheteur/regles/dce.ts';
import { delaisDits, friseSchema } from '../../src/frise/regles/frise.ts';
import { avecDelais } from '../../src/kit/regles/kit.ts';
import { passationSchema } from '../../src/acheteur/regles/passation.ts';
import { surveillanceSchema } from '../../src/acheteur/regles/surveillance.ts';

const lire = (nom: string) => readFileSync(`content/${nom}.yaml`, 'utf8');

const FRISE = friseSchema.parse(load(lire('frise')));
const SURVEILLANCE = z.array(surveillanceSchema).parse(load(lire('surveillance')));
const DCE = dceSchema.parse(load(lire('dce')));
const FICHIERS = ['clause', 'dce', 'surveillance', 'passation'];

describe('les textes de l’acheteur', () => {
  it('le suivi dit quelque chose de chaque étape de la frise, et d’aucune autre', () => {
    expect(SURVEILLANCE.map(({ id }) => id).sort()).toEqual(
      FRISE.etapes.map(({ id }) => id).sort(),
    );
  });

  it('le suivi ne cite que des délais de la frise', () => {
    for (const phrase of SURVEILLANCE.flatMap((suivi) => [...suivi.surveiller, ...suivi.siRetard]))
      expect(avecDelais(phrase, delaisDits(FRISE))).not.toMatch(/[{}]/);
  });

  it('une étape qui a un délai dit quoi faire quand il est manqué', () => {
    const avecDelai = FRISE.etapes.filter(({ delaiJours }) => delaiJours !== null);
    for (const { id } of avecDelai)
      expect(SURVEILLANCE.find((suivi) => suivi.id === id)?.siRetard.length).toBeGreaterThan(1);
  });

  it('chaque paragraphe à coller mène à un moment du kit, avec sa version', () => {
    const moments = readdirSync('content/kit').map((nom) => nom.replace('.mdx', ''));
    const faits = { lien: 'L', kit: 'K', version: 'V', date: 'D', equipe: 'E' };
    for (const { moment, texte } of DCE.paragraphes) {
      if (moment !== null) expect(moments).toContain(moment);
      const redige = texte.map((modele) => redigerParagraphe(modele, faits)).join(' ');
      expect(redige).toContain('L (kit V du D, gardé à l’adresse K)');
    }
  });

  it('un fait inconnu est refusé', () => {
    expect(() => redigerParagraphe('Voir {budget}.', {})).toThrow('{budget}');
  });

  it('la clause et la fiche de passation suivent leur schéma', () => {
    expect(() => modeleDeClauseSchema.parse(load(lire('clause')))).not.toThrow();
    expect(() => passationSchema.parse(load(lire('passation')))).not.toThrow();
  });

  it.each(FICHIERS)('%s n’écrit aucun délai ni montant à la main', (nom) => {
    expect(lire(nom)).not.toMatch(/\d+\s*(jours|€|euros)/);
  });

  it.each(FICHIERS)('%s n’emploie aucun des mots que le public entend mal', (nom) => {
    expect(lire(nom)).not.toMatch(/décrocheu[rs]|candidat|recrutement/i);
  });
});
