import { readFileSync, statSync } from 'node:fs';
import { load } from 'js-yaml';
import { z } from 'zod';
import { describe, expect, test } from 'vitest';
import { dureeDuFilm, DUREE_MAXIMALE, FICHIERS_DU_FILM } from '../../src/film/regles/film.ts';
import { lienSchema } from '../../src/site/regles/lien.ts';
import { sousTitres } from '../../src/film/regles/sous-titres.ts';
import { videoSchema } from '../../src/film/regles/video.ts';
import {
  empreinteDuFilm,
  FICHIER_D_EMPREINTE,
  scenarioDuDepot,
} from '../../src/outils/film/empreinte.ts';
import { entetesDeSecurite } from '../../src/outils/serveur/entetes.ts';

const MEGAOCTET = 1_000_000;
const scene = scenarioDuDepot();
const lire = (chemin: string) => readFileSync(chemin, 'utf8');

describe('le film publié', () => {
  test('est celui de la frise et des dessins du dépôt', () => {
    const { empreinte } = z
      .object({ empreinte: z.string() })
      .parse(JSON.parse(lire(FICHIER_D_EMPREINTE)));
    expect(empreinte, 'Le film est périmé : lancer npm run film:fabriquer.').toBe(
      empreinteDuFilm(scene),
    );
    expect(lire(`public${FICHIERS_DU_FILM.sousTitres}`)).toBe(sousTitres(scene));
  });

  test('devient périmé dès qu’un délai de la frise change', () => {
    const autre = structuredClone(scene);
    const avecDelai = autre.plans.find(({ etape }) => etape?.delai !== undefined);
    if (!avecDelai?.etape) throw new Error('La frise n’a plus de délai.');
    avecDelai.etape.delai = '15 jours au plus';
    expect(empreinteDuFilm(autre)).not.toBe(empreinteDuFilm(scene));
  });

  test('dure 90 secondes au plus', () => {
    expect(dureeDuFilm(scene)).toBeLessThanOrEqual(DUREE_MAXIMALE);
  });

  test('donne le plus de temps à la réponse de l’entreprise, et dit la suite sans réponse', () => {
    const durees = scene.plans.map(({ debut, fin }) => fin - debut);
    const reponse = scene.plans.findIndex(({ etape }) => etape?.id === 'mise-en-relation');
    expect(durees.indexOf(Math.max(...durees))).toBe(reponse);
    expect(scene.plans[reponse]?.legendes.map(({ texte }) => texte).join(' ')).toMatch(
      /Sans réponse, l’acheteur rappelle.*pénalités/,
    );
  });

  test('n’emploie aucun des mots que le public entend mal, et explique l’acheteur', () => {
    const texte = sousTitres(scene);
    expect(texte).not.toMatch(/décrocheu[rs]|candidature|recrutement/i);
    expect(texte).toContain('L’acheteur est la personne qui passe le marché public.');
    expect(texte).toContain('clause sociale de formation (CSF)');
  });

  test.each([
    [FICHIERS_DU_FILM.mp4, 3 * MEGAOCTET],
    [FICHIERS_DU_FILM.webm, 3 * MEGAOCTET],
    [FICHIERS_DU_FILM.affiche, MEGAOCTET / 25],
  ])('%s pèse au plus %d octets', (adresse, plafond) => {
    const { size } = statSync(`public${adresse}`);
    expect(size).toBeGreaterThan(1000);
    expect(size).toBeLessThanOrEqual(plafond);
  });
});

describe('les vidéos publiques', () => {
  const videos = z.array(videoSchema).parse(load(lire('content/videos.yaml')));
  const liens = z.array(lienSchema).parse(load(lire('content/liens.yaml')));

  test.each(videos)(
    '$titre : sa page est dans les liens, son lecteur dans la politique',
    (video) => {
      expect(liens.map(({ adresse }) => adresse)).toContain(video.page);
      const politique = entetesDeSecurite(false)['Content-Security-Policy'] ?? '';
      const cadres = /frame-src ([^;]+)/.exec(politique)?.[1]?.split(' ');
      expect(cadres).toContain(new URL(video.lecteur).origin);
    },
  );
});
