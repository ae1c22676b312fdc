import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BaseDEssai } from './fabriques.ts';

const ROLES = ['anon', 'authenticated', 'service_role'] as const;

/** Tout ce qui est permis, et rien d'autre. Une ligne de plus ici est une décision. */
const LECTURES_PERMISES = ROLES.flatMap((role) =>
  ['catalogue', 'statistiques'].map((vue) => `${role} public.${vue} SELECT`),
);
const APPELS_PERMIS = [
  'compteurs_lire',
  'connues_lister',
  'connues_retirer',
  'contacts_prevenir',
  'courriel_echoue',
  'courriel_envoye',
  'courriel_relancer',
  'courriel_repond',
  'courriels_morts',
  'courriels_prendre',
  'declaration_confirmer_contacts',
  'declaration_creer',
  'declaration_lire',
  'declaration_valider',
  'demande_confirmer',
  'demande_creer',
  'demande_lire',
  'demande_retirer',
  'demandes_endormir',
  'demandes_expirer',
  'dossiers_clore_muets',
  'heures_sans_reponse',
  'lien_lire',
  'liens_completer',
  'liens_de_reference',
  'liens_retrouver',
  'membres_ajouter',
  'membres_lister',
  'membres_retirer',
  'message_deposer',
  'parcours_etat',
  'parcours_importer',
  'parcours_libres_autour',
  'personne_effacer',
  'personne_exporter',
  'personne_repondre',
  'proposition_accepter',
  'purger',
  'refus_compter',
  'regler',
  'relances_ecrire',
  'releve_decider',
  'releve_deposer',
  'remise_ecrire',
  'remise_lire',
  'reponse_ecrire',
  'reponse_lire',
  'reponse_transmise',
  'sante_lire',
  'suivi_agir',
  'suivi_lire',
  'suivis_ouverts',
  'tableau_agir',
  'tableau_lire',
  'tache_passee',
  'verification_lire',
  'verification_repondre',
  'verifications_avancer',
].map((nom) => `service_role public.${nom}`);

describe('ce que chaque rôle peut faire dans la base', () => {
  let essai: BaseDEssai;
  beforeAll(async () => {
    essai = await BaseDEssai.ouvrir();
  });
  afterAll(() => essai.fermer());

  it('ne laisse toucher à aucune table ni vue, hors la lecture du catalogue et des chiffres', async () => {
    const droits = await essai.lignes<{ droit: string }>(
      `select r.role || ' ' || n.nspname || '.' || c.relname || ' ' || d.droit as droit
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       cross join unnest($1::text[]) as r(role)
       cross join unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER'])
         as d(droit)
       where n.nspname in ('public', 'prive') and c.relkind in ('r', 'p', 'v', 'm', 'f')
         and has_table_privilege(r.role, c.oid, d.droit) order by 1`,
      [ROLES],
    );
    expect(droits.map(({ droit }) => droit)).toEqual(LECTURES_PERMISES);
  });

  it('ne laisse lire aucune colonne à part, ni avancer aucun compteur', async () => {
    const colonnes = await essai.lignes(
      `select r.role, c.relname, a.attname from pg_attribute a
       join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
       cross join unnest($1::text[]) as r(role)
       where n.nspname = 'prive' and c.relkind in ('r', 'v') and a.attnum > 0 and not a.attisdropped
         and has_column_privilege(r.role, c.oid, a.attnum, 'SELECT, INSERT, UPDATE, REFERENCES')`,
      [ROLES],
    );
    const compteurs = await essai.lignes(
      `select r.role, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
       cross join unnest($1::text[]) as r(role)
       where n.nspname in ('public', 'prive') and c.relkind = 'S'
         and has_sequence_privilege(r.role, c.oid, 'USAGE, SELECT, UPDATE')`,
      [ROLES],
    );
    expect({ colonnes, compteurs }).toEqual({ colonnes: [], compteurs: [] });
  });

  it('ne laisse appeler que les étapes du service, et par lui seul', async () => {
    const appels = await essai.lignes<{ appel: string }>(
      `select r.role || ' ' || n.nspname || '.' || p.proname as appel
       from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       cross join unnest($1::text[]) as r(role)
       where n.nspname in ('public', 'prive') and has_function_privilege(r.role, p.oid, 'EXECUTE')
       order by 1`,
      [ROLES],
    );
    expect(appels.map(({ appel }) => appel)).toEqual(APPELS_PERMIS);
  });

  it('ferme le schéma privé et ne laisse rien créer', async () => {
    const schemas = await essai.lignes(
      `select r.role, n.nspname, d.droit from pg_namespace n
       cross join unnest($1::text[]) as r(role) cross join unnest(array['USAGE', 'CREATE']) as d(droit)
       where (n.nspname = 'prive' or (n.nspname = 'public' and d.droit = 'CREATE'))
         and has_schema_privilege(r.role, n.oid, d.droit)`,
      [ROLES],
    );
    expect(schemas).toEqual([]);
  });

  it('garde la sécurité par ligne active sur toutes les tables', async () => {
    const sans = await essai.lignes(
      `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('public', 'prive') and c.relkind in ('r', 'p') and not c.relrowsecurity`,
    );
    expect(sans).toEqual([]);
  });

  it('fixe le chemin de recherche de toutes les fonctions', async () => {
    const sans = await essai.lignes(
      `select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname in ('public', 'prive')
         and not coalesce('search_path=""' = any (p.proconfig), false)`,
    );
    expect(sans).toEqual([]);
  });

  it('refuse à une fonction neuve d’être appelée tant qu’aucune migration ne l’a dit', async () => {
    await essai.base.exec(
      'create function public.oubliee() returns integer language sql as $$ select 1 $$',
    );
    for (const role of ['anon', 'service_role'] as const) {
      await expect(essai.appeler('oubliee', {}, role)).rejects.toThrow(/42501/);
    }
    await essai.base.exec('drop function public.oubliee()');
  });

  it('refuse pour de bon, rôle pris : une table, une fonction, une écriture dans la vue', async () => {
    // 55000 : cette vue ne s'écrit pas du tout, Postgres le dit avant même de regarder les droits.
    const interdits = {
      'select * from prive.demandes': '42501',
      "select public.purger('{}', now())": '42501',
      'create table public.intrus ()': '42501',
      'delete from public.catalogue': '55000',
    };
    for (const [interdit, code] of Object.entries(interdits)) {
      for (const role of ['anon', 'authenticated']) {
        const tentative = essai.base.transaction(async (transaction) => {
          await transaction.exec(`set local role ${role}`);
          await transaction.exec(interdit);
        });
        await expect(tentative, `${role} : ${interdit}`).rejects.toMatchObject({ code });
      }
    }
  });

  it('ne donne à lire que les champs publics des parcours publiés', async () => {
    const publie = await essai.unParcours();
    const cache = await essai.unParcours();
    await essai.base.query('update prive.parcours set publie = false where id = $1', [cache]);
    const lus = await essai.base.transaction(async (transaction) => {
      await transaction.exec('set local role anon');
      return (await transaction.query<Record<string, unknown>>('select * from public.catalogue'))
        .rows;
    });
    expect(lus.map(({ id }) => id)).toEqual([publie]);
    expect(Object.keys(lus[0] ?? {}).sort()).toEqual(
      [
        ...['commune', 'conditions', 'disponibilite', 'domaine', 'fin_le', 'fin_reconduction_le'],
        ...['gratification_prevue', 'heures', 'horaires_amenages', 'id', 'intitule', 'publie_le'],
        'taches',
      ].sort(),
    );
  });
});
