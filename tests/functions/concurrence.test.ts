import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ServiceDEssai, uneAdresse, uneDemande } from './service.ts';

const NOMBRE = 200;

let essai: ServiceDEssai;
beforeAll(async () => {
  essai = await ServiceDEssai.ouvrir();
});
afterAll(() => essai.fermer());

describe('à plusieurs en même temps', () => {
  it('une seule des 200 confirmations simultanées devient active, chacune a sa réponse et son rang', async () => {
    const [parcours = ''] = await essai.parcoursLibres(1);
    const jetons = await essai.demandesARecevoir(parcours, NOMBRE);
    const reponses = await Promise.all(
      jetons.map((jeton) => essai.poster('confirmer-interet', { jeton })),
    );
    expect(reponses.map(({ statut }) => statut)).toEqual(Array(NOMBRE).fill(200));
    const corps = reponses.map((reponse) => reponse.corps);
    expect(corps.filter(({ statut }) => statut === 'active')).toHaveLength(1);
    const rangs = corps.flatMap(({ statut, rang }) =>
      statut === 'en-attente' ? [Number(rang)] : [],
    );
    expect(rangs.sort((a, b) => a - b)).toEqual(
      Array.from({ length: NOMBRE - 1 }, (_, n) => n + 1),
    );
    await essai.courrielsPartis();
    const dits = essai.service.fournisseur.courriels.flatMap(
      ({ subject }) => /rang (\d+)/.exec(subject)?.[1] ?? [],
    );
    expect(new Set(dits).size).toBe(NOMBRE - 1);
  });

  it('le même lien confirmé 30 fois à la fois ne prévient l’entreprise qu’une fois', async () => {
    const [parcours = ''] = await essai.parcoursLibres(1);
    const [jeton] = await essai.demandesARecevoir(parcours, 1);
    const reponses = await Promise.all(
      Array.from({ length: 30 }, () => essai.poster('confirmer-interet', { jeton })),
    );
    // La même réponse à tous ; vingt-neuf apprennent en plus que c'était déjà fait.
    const sansDeja = reponses.map(({ corps: { deja: _, ...corps } }) => JSON.stringify(corps));
    expect(new Set(sansDeja).size).toBe(1);
    expect(reponses.filter(({ corps }) => corps.deja !== true)).toHaveLength(1);
    await essai.courrielsPartis();
    expect(essai.courriels(`entreprise-1.${parcours}@entreprise.example`)).toHaveLength(1);
  });

  it('le même formulaire envoyé 10 fois à la fois n’est reçu qu’une fois', async () => {
    const [parcours = ''] = await essai.parcoursLibres(1);
    const cle = randomUUID();
    const corps = { ...uneDemande(), ...(await essai.enveloppe()), parcoursId: parcours, cle };
    const entetes = uneAdresse();
    const reponses = await Promise.all(
      Array.from({ length: 10 }, () => essai.poster('exprimer-interet', corps, entetes)),
    );
    const references = reponses.flatMap((reponse) => reponse.corps.reference ?? []);
    expect(new Set(references).size).toBe(1);
    expect(await essai.compter(`select 1 from prive.demandes where cle = '${cle}'`)).toBe(1);
  });
});

describe('du moins cher au plus cher', () => {
  it('l’origine « null » n’est admise que d’un formulaire posté sans JavaScript', async () => {
    const Origin = 'null';
    expect(await essai.poster('lire-lien', {}, { Origin })).toMatchObject({
      statut: 403,
      corps: { statut: 'origine' },
    });
    expect(await essai.demander('defi', { headers: { Origin } })).toMatchObject({ statut: 403 });
    const formulaire = await essai.demander('contacter', {
      method: 'POST',
      headers: { ...uneAdresse(), Origin },
      body: new URLSearchParams({ nom: '' }),
    });
    expect(formulaire.statut).toBe(303);
  });

  it('un envoi sans preuve est arrêté avant que ses champs soient relus', async () => {
    const { corps } = await essai.poster('exprimer-interet', { nom: '' }, uneAdresse());
    expect(Object.keys(corps.erreurs as object)).toEqual(['formulaire']);
    const sansPreuve = { nom: '', ouvertA: Date.now() - 60_000 };
    expect(
      Object.keys((await essai.poster('contacter', sansPreuve)).corps.erreurs as object),
    ).toEqual(['preuve']);
  });

  it('un champ refusé ne consomme pas la preuve : on corrige, et on envoie de nouveau', async () => {
    const [, , libre = ''] = await essai.parcoursLibres(3);
    const { corps, reponse } = await essai.exprimer({ parcoursId: libre, nom: '' });
    expect(Object.keys(reponse.corps.erreurs as object)).toEqual(['nom']);
    const corrige = { ...corps, nom: 'Alix Exemple' };
    expect(await essai.poster('exprimer-interet', corrige, uneAdresse())).toMatchObject({
      statut: 202,
    });
  });

  it('un texte qui se répète ne fait attendre personne', async () => {
    const enveloppe = await essai.enveloppe();
    for (const motif of ['[](', '<a href=', 'a@', '| ', '﹫。', '\n', '12 rue '])
      for (const nom of ['contacter', 'exprimer-interet', 'declarer-parcours', 'agir']) {
        const texte = motif.repeat(Math.floor(17_000 / new TextEncoder().encode(motif).length));
        const champs = { message: texte, nom: texte, taches: [texte], precision: texte };
        const debut = performance.now();
        const { statut } = await essai.poster(nom, { ...enveloppe, ...champs }, uneAdresse());
        expect([404, 413, 422]).toContain(statut);
        // Large : un poste chargé. Avant, un seul envoi durait vingt-huit secondes.
        expect(performance.now() - debut, `${nom} ${motif}`).toBeLessThan(5_000);
      }
  });
});
