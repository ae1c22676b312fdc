import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { colonnesDeTexte, DE_PERSONNE, SANS_PERSONNE } from './colonnes.ts';
import { BaseDEssai, desLiens, LE } from './fabriques.ts';
import { peupler } from './peuplement.ts';
import { Dossier } from './suivi-fabriques.ts';

let essai: BaseDEssai;
beforeAll(async () => {
  essai = await BaseDEssai.ouvrir();
  await peupler(essai);
});
afterAll(() => essai.fermer());

/** Les colonnes de personne qui portent quelque chose. */
async function colonnesPleines(): Promise<string[]> {
  const pleines: string[] = [];
  for (const { nom, table, colonne } of await colonnesDeTexte(essai)) {
    if (!DE_PERSONNE.includes(nom)) continue;
    const trouvees = await essai.lignes(
      `select 1 from prive.${table} where ${colonne}::text not in ('', '[]', '{}') limit 1`,
    );
    if (trouvees.length > 0) pleines.push(nom);
  }
  return pleines;
}

/** Un mois plus tard, ce que font les tâches planifiées, dans leur ordre ; un courriel sur deux ne part jamais. */
async function passerUnMois(mois: number): Promise<void> {
  const le = new Date(LE);
  le.setUTCMonth(le.getUTCMonth() + mois);
  await essai.entretenir(le);
  await essai.appeler('liens_completer', { p_liens: desLiens(100), p_maintenant: le });
  const ouverts = await essai.appeler<
    { id: string; parcours: { id: string }; evenements: { id: number; genre: string }[] }[]
  >('suivis_ouverts', { p_apres: null, p_limite: 1000, p_maintenant: le });
  for (const { id, parcours, evenements } of ouverts) {
    const acte = evenements.findLast(({ genre }) => genre !== 'relance')?.id ?? 0;
    const dossier = Dossier.deja(essai, parcours.id, id);
    await dossier.relancer('tutrice', `rappel-${mois}`, {
      courriel: `${id}@lycee.example`,
      le,
      vu: acte,
    });
  }
  const pris = await essai.appeler<{ id: string }[]>('courriels_prendre', {
    p_limite: 200,
    p_maintenant: le,
  });
  for (const { id } of pris.filter((_, rang) => rang % 2 === 0))
    await essai.appeler('courriel_envoye', { p_id: id, p_id_fournisseur: 'x', p_maintenant: le });
}

describe('la conservation', () => {
  it('connaît chaque colonne qui peut porter un texte, et dit pourquoi une autre ne porte personne', async () => {
    const connues = [...DE_PERSONNE, ...Object.keys(SANS_PERSONNE)].sort();
    expect((await colonnesDeTexte(essai)).map(({ nom }) => nom).sort()).toEqual(connues);
  });

  it('ne tient pour un code que ce que la base vérifie elle-même', async () => {
    const verifiees = await essai.lignes<{ nom: string }>(
      `select distinct t.relname || '.' || a.attname as nom
       from pg_constraint k join pg_class t on t.oid = k.conrelid
       join pg_attribute a on a.attrelid = t.oid and a.attnum = any (k.conkey)
       where t.relnamespace = 'prive'::regnamespace and k.contype in ('c', 'f')`,
    );
    const codes = Object.keys(SANS_PERSONNE).filter((nom) =>
      SANS_PERSONNE[nom]?.endsWith('que la base vérifie'),
    );
    expect(codes.filter((code) => !verifiees.some(({ nom }) => nom === code))).toEqual([]);
    expect(codes.length).toBeGreaterThan(20);
  });

  it('dix ans plus tard, il ne reste personne dans aucune table', async () => {
    expect(await colonnesPleines()).toEqual(DE_PERSONNE);
    for (let mois = 1; mois <= 120; mois += 1) await passerUnMois(mois);
    expect(await colonnesPleines()).toEqual([]);
    const ouvertes = await essai.lignes(
      "select reference from prive.demandes where etat in ('a-confirmer', 'a-verifier', 'active', 'proposee', 'en-attente')",
    );
    expect(ouvertes).toEqual([]);
    expect(await essai.lignes('select id from prive.parcours where publie')).toEqual([]);
    const textes = await essai.lignes<{ texte: string }>(
      `select donnees::text as texte from prive.evenements`,
    );
    expect(textes.filter(({ texte }) => /@|Exemple/.test(texte))).toEqual([]);
  });
});
