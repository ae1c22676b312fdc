import type { Base } from '../../supabase/embarque/base.ts';

/** Événements d'un dossier synthétique : assez pour six mois d'accueil. */
export const PAR_DOSSIER = 20;

/**
 * Remplit la base de dossiers ouverts, chacun sur son parcours, avec ses contacts, ses liens et ses événements.
 * @param nombre dossiers à écrire
 */
export async function ecrireDossiers(base: Base, nombre: number): Promise<void> {
  await base.exec('begin');
  await base.query(
    `with signes as (select 'bcdfghjkmnpqrstvwxz23456789' as s),
     tirages as (select n, (select string_agg(substr(s, 1 + (n / (27 ^ p)::bigint % 27)::integer, 1), '')
       from generate_series(0, 7) p) as id from generate_series(1, $1::bigint) n, signes)
     insert into prive.parcours (id, intitule, domaine, taches, heures, commune, disponibilite,
       publie_le, fin_le, publie, cree_le, maj_le)
     select id, 'Préparer les commandes', 'logistique', '{Ranger}', 900, '35238', 'disponible',
       '2026-01-05', '2029-01-05', true, '2026-01-05', '2026-01-05' from tirages`,
    [nombre],
  );
  await base.exec(`
    insert into prive.contacts (parcours_id, role, nom, courriel, cree_le)
    select p.id, r, 'Camille Exemple', r || '.' || p.id || '@entreprise.example', p.cree_le
    from prive.parcours p, unnest(array['entreprise-1', 'entreprise-2', 'acheteur']) r;
    insert into prive.demandes (id, reference, cle, parcours_id, etat, nom, courriel, role,
      etablissement, academie, debut_le, heures, message, consentement_le, cree_le, confirmee_le,
      ordre, active_le)
    select gen_random_uuid(), 'D-' || substr(p.id, 1, 6), gen_random_uuid(), p.id, 'active',
      'Alix Exemple', 'alix.' || p.id || '@lycee.example', 'tuteur-mlds', 'Lycée Exemple', 'rennes',
      '2026-03-02', 900, 'Un jeune aimerait découvrir la logistique.', '2026-02-02', '2026-02-02',
      '2026-02-02', nextval('prive.ordre_des_confirmations'), '2026-02-02'
    from prive.parcours p;
    insert into prive.liens (id, empreinte, portee, role, demande_id, expire_le, cree_le)
    select gen_random_uuid(), sha256((d.id::text || r)::bytea), 'suivre', r, d.id, '2028-01-01',
      '2026-02-02'
    from prive.demandes d,
      unnest(array['tutrice', 'entreprise-1', 'entreprise-2', 'acheteur', 'equipe']) r;`);
  // Étape par étape, comme dans la vie : les événements d'un dossier ne sont pas voisins sur le disque.
  const etapes: [genre: string, auteur: string, donnees: string][] = [
    ['interet-confirme', 'tutrice', '{"heures": 900}'],
    ['entreprise-contactee', 'systeme', '{"entreprises": 2, "acheteurs": 1}'],
    ['ouvert', 'entreprise', '{"role": "entreprise-1"}'],
    [
      'creneaux-proposes',
      'entreprise',
      '{"creneaux": [{"debut": "2026-02-10T10:00", "minutes": 60}]}',
    ],
    ['creneau-choisi', 'tutrice', '{"debut": "2026-02-10T10:00", "minutes": 60}'],
    ['reunion-tenue', 'tutrice', '{"le": "2026-02-10"}'],
    ['convention-signee', 'tutrice', '{"le": "2026-02-13"}'],
    ['accueil-commence', 'entreprise', '{"le": "2026-03-02"}'],
  ];
  for (let rang = 0; rang < PAR_DOSSIER; rang += 1) {
    const lundi = new Date(Date.UTC(2026, 2, 2 + 7 * (rang - etapes.length)));
    const [genre, auteur, donnees] = etapes[rang] ?? [
      'heures-declarees',
      'entreprise',
      JSON.stringify({ lundi: lundi.toISOString().slice(0, 10), heures: 35 }),
    ];
    const jour = rang < etapes.length ? new Date(Date.UTC(2026, 1, 2 + rang)) : lundi;
    // Décalés d'un dossier à l'autre, de quatre semaines au plus : tous n'ont pas leurs rappels le même jour.
    await base.query(
      `insert into prive.evenements (parcours_id, demande_id, genre, auteur, donnees, le)
       select d.parcours_id, d.id, $1, $2, case when $3::jsonb ? 'le' then $3::jsonb
           || jsonb_build_object('le', ($3::jsonb ->> 'le')::date + decalage.jours) else $3::jsonb end,
         $4::timestamptz + decalage.jours * interval '1 day'
       from prive.demandes d
       cross join lateral (select abs(hashtext(d.id::text)) % 28 as jours) decalage`,
      [genre, auteur, donnees, jour],
    );
  }
  await base.exec('commit; analyze');
}
