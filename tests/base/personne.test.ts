import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { colonnesDeTexte, DE_PERSONNE } from './colonnes.ts';
import { BaseDEssai, LE, plusTard, type Reponse } from './fabriques.ts';
import { ALIX, peupler } from './peuplement.ts';
import { Dossier } from './suivi-fabriques.ts';

type Tables = Record<string, Record<string, unknown>[]>;
type Effacee = Reponse & {
  demandesRetirees: string[];
  declarationsCloses: string[];
  aConfier: { parcoursId: string; role: string; enCours: string[] }[];
  reste: string[];
};

/** Une empreinte : personne n'y lit une adresse. Elle dure deux jours au plus. */
const ADRESSABLES = DE_PERSONNE.filter((nom) => nom !== 'compteurs.cle');

let essai: BaseDEssai;
let dossiers: Dossier[];
beforeAll(async () => {
  essai = await BaseDEssai.ouvrir();
  dossiers = await peupler(essai);
  await citerPartout();
});
afterAll(() => essai.fermer());

/** Pose l'adresse dans une ligne de chaque colonne qui peut la porter, et où le peuplement ne l'a pas mise. */
async function citerPartout(): Promise<void> {
  for (const { nom, table, colonne, type } of await colonnesDeTexte(essai)) {
    if (!ADRESSABLES.includes(nom) || (await colonnesQuiCitent()).includes(nom)) continue;
    // « Telephone » n'a que trente signes ; une adresse y tient quand même, tapée dans le mauvais champ.
    const valeur = type === 'jsonb' ? JSON.stringify({ dit: ALIX }) : ALIX;
    await essai.base.query(
      `update prive.${table} set ${colonne} = $1 where ctid = (select min(ctid) from prive.${table})`,
      [valeur],
    );
  }
}

async function colonnesQuiCitent(): Promise<string[]> {
  const trouvees: string[] = [];
  for (const { nom, table, colonne } of await colonnesDeTexte(essai)) {
    const lignes = await essai.lignes(
      `select 1 from prive.${table} where ${colonne}::text ilike '%' || $1 || '%' limit 1`,
      [ALIX],
    );
    if (lignes.length > 0) trouvees.push(nom);
  }
  return trouvees;
}

const exporter = (courriel: string) =>
  essai.appeler<{ adresse: string; tables: Tables }>('personne_exporter', { p_courriel: courriel });
const effacer = (courriel: string, le = LE) =>
  essai.appeler<Effacee>('personne_effacer', { p_courriel: courriel, p_maintenant: le });

describe('le droit d’accès', () => {
  it('trouve l’adresse dans chaque colonne qui peut la porter', async () => {
    expect(await colonnesQuiCitent()).toEqual(ADRESSABLES);
    const { tables } = await exporter(ALIX);
    const lues = Object.entries(tables).flatMap(([table, lignes]) =>
      lignes.flatMap((ligne) => Object.keys(ligne).map((colonne) => `${table}.${colonne}`)),
    );
    expect(ADRESSABLES.filter((nom) => !lues.includes(nom))).toEqual([]);
  });

  it('la reconnaît avec des majuscules et des espaces, sans la confondre avec une autre', async () => {
    const { adresse, tables } = await exporter(`  ${ALIX.toUpperCase()}\u00a0`);
    expect(adresse).toBe(ALIX);
    // Tapée avec des espaces et des majuscules, sa demande jamais confirmée est trouvée aussi.
    const siennes = tables.demandes?.filter(({ etat }) => etat !== undefined) ?? [];
    expect(siennes.map(({ etat }) => etat).sort()).toEqual([
      'a-confirmer',
      'active',
      'active',
      'active',
      'en-attente',
      'retiree',
      'terminee',
    ]);
    expect((await exporter('exemple@lycee.example')).tables).toEqual({});
    expect((await exporter('alix.exemple@lycee.exampl')).tables).toEqual({});
    expect((await exporter('alixxexemple@lycee.example')).tables).toEqual({});
  });

  it('ne dit rien d’une autre personne', async () => {
    const { tables } = await exporter(ALIX);
    const { courriels = [], ...autres } = tables;
    const texte = JSON.stringify(autres);
    expect(texte).not.toMatch(/camille|acheteur@mairie|@entreprise\.example/i);
    // Un courriel qui lui est destiné lui a déjà été montré ; celui d'un autre, non.
    for (const courriel of courriels)
      if (courriel.destinataire !== ALIX) expect(JSON.stringify(courriel)).not.toMatch(/camille/i);
    expect(texte).not.toMatch(/"(empreinte|cle)"/);
  });

  it('envoie à la personne un fichier, qui quitte la base en partant', async () => {
    await essai.appeler('personne_repondre', {
      p_courriel: 'NOA@lycee.example ',
      p_fichier: '{}',
      p_maintenant: LE,
    });
    const [courriel] = await essai.lignes<{ id: string; destinataire: string; donnees: object }>(
      "select id, destinataire, donnees from prive.courriels where gabarit = 'personne-export'",
    );
    expect(courriel).toMatchObject({
      destinataire: 'noa@lycee.example',
      donnees: { fichier: '{}' },
    });
  });
});

describe('l’effacement', () => {
  let bilan: Effacee;
  let heuresAvant: unknown;
  const heures = async () =>
    (
      await essai.lignes(
        `select (select sum(heures_faites) from prive.parcours) as faites,
           (select count(*)::int from prive.evenements where genre = 'accueil-termine') as fins,
           (select sum(heures) from prive.demandes) as demandees`,
      )
    )[0];

  beforeAll(async () => {
    heuresAvant = await heures();
    bilan = await effacer(` ${ALIX.toUpperCase()}`);
  });

  it('ne laisse l’adresse dans aucune colonne, sauf dans le courriel qui le dit', async () => {
    expect(bilan).toMatchObject({ statut: 'effacee', reste: [] });
    expect(await colonnesQuiCitent()).toEqual(['courriels.destinataire']);
    const courriels = await essai.lignes<{ id: string; gabarit: string }>(
      'select id, gabarit from prive.courriels where destinataire = $1',
      [ALIX],
    );
    expect(courriels.map(({ gabarit }) => gabarit)).toEqual(['personne-effacee']);
    await essai.appeler('courriel_envoye', {
      p_id: courriels[0]?.id,
      p_id_fournisseur: 'x',
      p_maintenant: LE,
    });
    expect(await colonnesQuiCitent()).toEqual([]);
    expect((await exporter(ALIX)).tables).toEqual({});
  });

  it('ne laisse d’elle ni nom, ni numéro, ni texte libre', async () => {
    for (const { table } of await colonnesDeTexte(essai)) {
      const lignes = await essai.lignes<{ texte: string }>(
        `select t::text as texte from prive.${table} t where t::text like '%Alix Exemple%01 99%'
           or t::text like '%01 99 00 12 34%'`,
      );
      expect(lignes, table).toEqual([]);
    }
  });

  it('retire ses demandes en cours, et le dit à ceux qui les suivaient', async () => {
    expect(bilan.demandesRetirees).toHaveLength(5);
    const dossier = dossiers[0];
    const [demande] = await essai.lignes(
      `select etat, nom, courriel, anonymisee_le is not null as anonyme,
         (select genre || ' ' || auteur from prive.evenements e where e.demande_id = d.id
          order by e.id desc limit 1) as dernier,
         (select count(*)::int from prive.liens l where l.demande_id = d.id) as liens
       from prive.demandes d where id = $1`,
      [dossier?.id],
    );
    expect(demande).toEqual({
      etat: 'retiree',
      nom: null,
      courriel: null,
      anonyme: true,
      dernier: 'retrait equipe',
      liens: 0,
    });
    const prevenus = await essai.lignes<{ destinataire: string; donnees: { raison: string } }>(
      `select destinataire, donnees from prive.courriels
       where gabarit = 'dossier-clos' and donnees -> 'parcours' ->> 'id' = $1`,
      [dossier?.parcours],
    );
    expect(prevenus).toHaveLength(3);
    expect(prevenus.every(({ donnees }) => donnees.raison === 'effacement')).toBe(true);
    expect(JSON.stringify(prevenus)).not.toMatch(/Alix/);
    // La tâche suivante propose le parcours libéré à qui attendait.
    await essai.expirer(undefined, plusTard(1));
    expect(
      await essai.lignes(
        "select 1 from prive.demandes where parcours_id = $1 and etat = 'proposee'",
        [dossier?.parcours],
      ),
    ).toHaveLength(1);
  });

  it('garde le journal et les heures, qui prouvent l’exécution', async () => {
    expect(await heures()).toEqual(heuresAvant);
  });

  it('dit les rôles à confier à un autre, et clôt les déclarations qu’elle suivait', async () => {
    expect(bilan.aConfier).toMatchObject([{ role: 'entreprise-1', enCours: [expect.any(String)] }]);
    expect(bilan.declarationsCloses).toHaveLength(2);
    const [autre] = await essai.lignes<{ etat: string; contacts: { role: string }[] }>(
      "select etat, contacts from prive.declarations where acheteur_courriel = 'acheteur@mairie.example'",
    );
    expect(autre?.etat).toBe('declaree');
    expect(autre?.contacts.map(({ role }) => role)).toEqual(['entreprise-2', 'acheteur']);
    expect(
      await essai.lignes(
        `select 1 from prive.liens where portee = 'confirmer-contacts' and role = 'entreprise-1'
         and annule_le is null`,
      ),
    ).toEqual([]);
  });

  it('n’écrit à personne quand l’adresse n’est pas connue', async () => {
    expect(await effacer('personne@lycee.example')).toEqual({ statut: 'inconnue' });
    expect(
      await essai.lignes("select 1 from prive.courriels where destinataire like 'personne@%'"),
    ).toEqual([]);
  });

  it('n’efface rien tant qu’un accueil est en cours : ses heures se perdraient', async () => {
    const courriel = 'sam@lycee.example';
    const dossier = await Dossier.ouvrir(essai, { courriel });
    await dossier.agir('tutrice', {
      evenements: [{ genre: 'accueil-commence', donnees: { le: '2026-11-23' } }],
    });
    expect(await effacer(courriel)).toMatchObject({
      statut: 'accueil-en-cours',
      references: [expect.stringMatching(/^D-/)],
    });
    expect((await exporter(courriel)).tables.demandes).toMatchObject([{ etat: 'active' }]);
    await dossier.agir('equipe', {
      evenements: [{ genre: 'accueil-termine', donnees: { heures: 35 } }],
      clore: 'terminee',
      heures: 35,
    });
    expect(await effacer(courriel)).toMatchObject({ statut: 'effacee', demandesRetirees: [] });
  });
});
