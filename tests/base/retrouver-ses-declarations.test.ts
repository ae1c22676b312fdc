import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITES_DES_CONTACTS } from '../../src/formulaire/regles/limites.ts';
import { tirerReference, tirerSignes } from '../../supabase/functions/_shared/references.ts';
import { BaseDEssai, contact, desLiens, EQUIPE, LE, PARCOURS, plusTard } from './fabriques.ts';
import { Listes } from './listes-fabriques.ts';

let essai: BaseDEssai;
let listes: Listes;
beforeAll(async () => {
  essai = await BaseDEssai.ouvrir();
  listes = new Listes(essai);
});
afterAll(() => essai.fermer());

/** Les liens des contacts valent soixante jours, celui de l'équipe cent quatre-vingts. */
const APRES_SOIXANTE_JOURS = plusTard(61 * 24);
const APRES_CENT_QUATRE_VINGTS_JOURS = plusTard(181 * 24);

async function declarer() {
  const liens = desLiens(3);
  const reference = tirerReference('P');
  const [marche, tuteur, acheteur] = ['entreprise-1', 'entreprise-2', 'acheteur'].map((role) =>
    contact(role),
  );
  await essai.appeler('declaration_creer', {
    p_declaration: {
      id: randomUUID(),
      cle: randomUUID(),
      reference,
      public: { ...PARCOURS, id: tirerSignes(8) },
      contacts: [marche, tuteur, acheteur],
      acheteurCourriel: acheteur?.courriel,
    },
    p_liens: liens,
    p_limites: [],
    p_equipe: EQUIPE,
    p_maintenant: LE,
  });
  return { liens, reference, marche, tuteur, acheteur };
}

const decider = (empreinte: string | undefined, accepte: boolean) =>
  essai.appeler('declaration_valider', {
    p_empreinte: empreinte,
    p_accepte: accepte,
    p_motif: accepte ? null : 'Doublon',
    p_maintenant: LE,
  });

const lire = (empreinte: string, le = LE) =>
  essai.appeler('lien_lire', { p_empreinte: empreinte, p_maintenant: le });

/** Les déclarations du dernier courriel reçu. */
async function retrouvees(courriel: string, le = LE) {
  const adresse = courriel.toLowerCase();
  const avant = (await listes.recus(adresse)).length;
  await listes.retrouver(courriel, { le });
  const recus = await listes.recus(adresse);
  return recus.length === avant ? undefined : recus.at(-1)?.declarations;
}

describe('retrouver le lien d’une déclaration', () => {
  it('rend à chaque contact de l’entreprise le sien, avant même la décision de l’équipe', async () => {
    const { liens, reference, tuteur } = await declarer();
    const courriel = tuteur?.courriel ?? '';
    const [retrouvee, ...autres] = (await retrouvees(courriel.toUpperCase())) ?? [];
    expect(autres).toEqual([]);
    expect(retrouvee).toMatchObject({ reference, portee: 'confirmer-contacts' });
    expect(await listes.empreinteDe(retrouvee?.lien)).toBe(liens[1]?.empreinte);
  });

  it('refait le lien qui a expiré : il ouvre la même déclaration, au même rôle', async () => {
    const { liens, reference, marche } = await declarer();
    const courriel = marche?.courriel ?? '';
    expect(await lire(liens[0]?.empreinte ?? '', APRES_SOIXANTE_JOURS)).toMatchObject({
      lu: { statut: 'lien-expire' },
    });
    const [retrouvee] = (await retrouvees(courriel, APRES_SOIXANTE_JOURS)) ?? [];
    const empreinte = await listes.empreinteDe(retrouvee?.lien);
    expect(await lire(empreinte, APRES_SOIXANTE_JOURS)).toMatchObject({
      portee: 'confirmer-contacts',
      lu: { statut: 'declaree', reference, role: 'entreprise-1' },
    });
  });

  it('rend à l’équipe celles qui attendent sa décision : à sa boîte, et à chacun de ses membres', async () => {
    const { liens, reference } = await declarer();
    const close = await declarer();
    await decider(close.liens[2]?.empreinte, false);
    const references = async (courriel: string) =>
      (await retrouvees(courriel))?.flatMap((retrouvee) =>
        retrouvee.portee === 'valider-declaration' ? [retrouvee.reference] : [],
      );
    await listes.membre('membre@csf.example', 'equipe');
    for (const courriel of [EQUIPE, 'membre@csf.example']) {
      expect(await references(courriel)).toContain(reference);
      expect(await references(courriel)).not.toContain(close.reference);
    }
    await listes.membre('rennes@academie.example', 'coordination', 'rennes');
    expect(await references('rennes@academie.example')).toEqual([]);
    const tard = await retrouvees(EQUIPE, APRES_CENT_QUATRE_VINGTS_JOURS);
    const neuf = await listes.empreinteDe(
      tard?.find((retrouvee) => retrouvee.reference === reference)?.lien,
    );
    expect(neuf).not.toBe(liens[2]?.empreinte);
    expect(await lire(neuf, APRES_CENT_QUATRE_VINGTS_JOURS)).toMatchObject({
      portee: 'valider-declaration',
      lu: { statut: 'declaree', reference },
    });
  });

  it('n’écrit rien à qui n’a rien à rouvrir : acheteur, déclaration refusée, personne remplacée', async () => {
    const { liens, marche, tuteur, acheteur } = await declarer();
    expect(await retrouvees(acheteur?.courriel ?? '')).toBeUndefined();
    await essai.appeler('declaration_confirmer_contacts', {
      p_empreinte: liens[0]?.empreinte,
      p_contacts: [marche, contact('entreprise-2', 'Nouvelle Exemple')],
      p_equipe: EQUIPE,
      p_limites: LIMITES_DES_CONTACTS,
      p_maintenant: LE,
    });
    expect(await retrouvees(tuteur?.courriel ?? '')).toBeUndefined();
    await decider(liens[2]?.empreinte, false);
    expect(await retrouvees(marche?.courriel ?? '')).toBeUndefined();
  });

  it('publiée, elle ne se rouvre que par qui est toujours contact du parcours', async () => {
    const { liens, marche, tuteur } = await declarer();
    await decider(liens[2]?.empreinte, true);
    expect(await retrouvees(marche?.courriel ?? '')).toHaveLength(1);
    await essai.lignes('update prive.contacts set courriel = $1 where courriel = $2', [
      'autre@entreprise.example',
      tuteur?.courriel,
    ]);
    expect(await retrouvees(tuteur?.courriel ?? '')).toBeUndefined();
  });
});
