-- Les parcours : champs publics, heures faites, et qui peut les voir.
create table prive.parcours (
  id text primary key check (id ~ '^[b-df-hj-np-tv-z2-9]{8}$'),
  intitule text not null check (char_length(intitule) between 1 and 160),
  domaine text not null check (domaine ~ '^[a-z]+(-[a-z]+)*$'),
  taches text[] not null check (cardinality(taches) between 1 and 30),
  heures integer check (heures between 1 and 2000),
  commune text not null check (commune ~ '^([0-9]{2}|2[AB])[0-9]{3}$'),
  conditions text[] not null default '{}' check (cardinality(conditions) <= 30),
  horaires_amenages boolean not null default false,
  gratification_prevue boolean not null default false,
  disponibilite text not null
    check (disponibilite in ('disponible', 'en-preparation', 'reserve', 'pourvu', 'termine')),
  publie_le date,
  fin_le date,
  fin_reconduction_le date,
  publie boolean not null default false,
  -- La notification du marché, que l'équipe connaît par son export : ses dossiers se rangent des plus anciens marchés
  -- aux plus récents. Elle reste privée : avec l'objet d'un marché, elle pourrait le désigner.
  notifie_le date,
  heures_faites integer not null default 0 check (heures_faites >= 0),
  cree_le timestamptz not null,
  maj_le timestamptz not null,
  constraint parcours_heures_deja_faites check (heures is null or heures_faites <= heures)
);
alter table prive.parcours enable row level security;

create function prive.heures_restantes(p_parcours prive.parcours) returns integer
language sql immutable set search_path = '' as $$
  select p_parcours.heures - p_parcours.heures_faites
$$;

-- Les personnes à prévenir : jamais publiées, jamais lues par le navigateur.
create table prive.contacts (
  id uuid primary key default gen_random_uuid(),
  parcours_id text not null references prive.parcours (id) on delete cascade,
  role text not null
    check (role in ('entreprise-1', 'entreprise-2', 'acheteur', 'prescripteur', 'mlds')),
  nom text check (char_length(nom) <= 100),
  courriel text not null check (courriel ~ '^[^@\s]+@[^@\s]+$' and char_length(courriel) <= 254),
  telephone text check (char_length(telephone) <= 30),
  confirme_le timestamptz,
  cree_le timestamptz not null,
  unique (parcours_id, role)
);
create index on prive.contacts (lower(courriel));
alter table prive.contacts enable row level security;

-- Écrit les champs publics d'un parcours ; la disponibilité du moment ne s'écrit pas, elle se calcule. Une
-- notification déjà connue reste quand on ne la redit pas.
create function prive.ecrire_parcours(
  p_public jsonb, p_notifie_le date, p_publie boolean, p_maintenant timestamptz
) returns void language sql set search_path = '' as $$
  insert into prive.parcours (id, intitule, domaine, taches, heures, commune, conditions,
    horaires_amenages, gratification_prevue, disponibilite, publie_le, fin_le, fin_reconduction_le,
    publie, notifie_le, cree_le, maj_le)
  values (p_public ->> 'id', p_public ->> 'intitule', p_public ->> 'domaine',
    array(select jsonb_array_elements_text(p_public -> 'taches')),
    (p_public ->> 'heures')::integer, p_public ->> 'commune',
    array(select jsonb_array_elements_text(p_public -> 'conditions')),
    (p_public ->> 'horairesAmenages')::boolean, (p_public ->> 'gratificationPrevue')::boolean,
    p_public ->> 'disponibilite', (p_public ->> 'publieLe')::date, (p_public ->> 'finLe')::date,
    (p_public ->> 'finReconductionLe')::date, p_publie, p_notifie_le, p_maintenant, p_maintenant)
  on conflict (id) do update set intitule = excluded.intitule, domaine = excluded.domaine,
    taches = excluded.taches, heures = excluded.heures, commune = excluded.commune,
    conditions = excluded.conditions, horaires_amenages = excluded.horaires_amenages,
    gratification_prevue = excluded.gratification_prevue, disponibilite = excluded.disponibilite,
    publie_le = excluded.publie_le, fin_le = excluded.fin_le,
    fin_reconduction_le = excluded.fin_reconduction_le, publie = excluded.publie,
    notifie_le = coalesce(excluded.notifie_le, prive.parcours.notifie_le), maj_le = excluded.maj_le
$$;

-- Écrit des contacts. Une adresse remplacée : le lien de l'ancienne personne ne vaut plus rien.
create function prive.ecrire_contacts(
  p_parcours text, p_contacts jsonb, p_confirme_le timestamptz, p_maintenant timestamptz
) returns void language plpgsql set search_path = '' as $$
begin
  perform prive.annuler_liens(p_parcours, ancien.role, p_maintenant)
  from jsonb_array_elements(p_contacts) c
  join prive.contacts ancien on ancien.parcours_id = p_parcours and ancien.role = c ->> 'role'
  where ancien.courriel <> c ->> 'courriel';
  insert into prive.contacts (parcours_id, role, nom, courriel, telephone, confirme_le, cree_le)
  select p_parcours, c ->> 'role', c ->> 'nom', c ->> 'courriel', c ->> 'telephone',
    case when c ->> 'role' like 'entreprise-%' then p_confirme_le end, p_maintenant
  from jsonb_array_elements(p_contacts) c
  on conflict (parcours_id, role) do update
  set nom = excluded.nom, courriel = excluded.courriel, telephone = excluded.telephone,
      -- Une adresse qui change n'est plus confirmée.
      confirme_le = coalesce(excluded.confirme_le, case
        when prive.contacts.courriel = excluded.courriel then prive.contacts.confirme_le end);
end $$;

-- Pourquoi une ligne est refusée : le champ et la raison, à lire par l'équipe. Rien de ce que la ligne contient :
-- le message de Postgres, lui, cite la valeur refusée.
create function prive.raison_du_refus(
  p_code text, p_table text, p_colonne text, p_contrainte text
) returns jsonb language sql immutable set search_path = '' as $$
  select jsonb_build_object('champ', champ, 'raison', concat_ws(' : ',
    'champ « ' || champ || ' »' || case when p_table = 'contacts' then ' d’un contact' else '' end,
    case
      when p_contrainte = 'parcours_heures_deja_faites'
        then 'plus petit que les heures déjà faites'
      when p_code = '23502' then 'manquant'
      when p_code = '23514' then 'hors de ce que la base accepte'
      when p_code = '21000' then 'contact donné deux fois'
      when p_code in ('22007', '22008') then 'date illisible'
      when p_code in ('22P02', '22003', '22023') then 'valeur illisible'
      else 'erreur inattendue' end))
  from (select coalesce(nullif(p_colonne, ''),
    case when p_contrainte = 'parcours_heures_deja_faites' then 'heures'
      else substring(p_contrainte from '^(?:parcours|contacts)_(.+)_check$') end) as champ) c
$$;

-- L'import de l'équipe : des lots de lignes, chacune entière ou rien. Une ligne : {"public": champs publics,
-- "notifieLe": date ou null, "contacts": [{role, nom, courriel, telephone}]}.
-- Rend une réponse par ligne, dans l'ordre du lot : {"id", "statut": "ecrite"}, ou {"id", "statut": "refusee",
-- "code", "champ", "raison"}.
create function public.parcours_importer(p_lignes jsonb, p_maintenant timestamptz)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  ligne record;
  reponses jsonb[] := '{}';
  code text;
  nom_de_table text;
  colonne text;
  contrainte text;
begin
  -- Par identifiant, et non dans l'ordre du fichier : tout ce qui verrouille plusieurs parcours suit cet ordre, et
  -- la tâche d'entretien, qui passe en même temps, attend au lieu de bloquer.
  for ligne in
    select l.valeur -> 'public' ->> 'id' as id, l.valeur, l.rang
    from jsonb_array_elements(p_lignes) with ordinality l(valeur, rang) order by 1, l.rang
  loop
    begin
      perform prive.ecrire_parcours(ligne.valeur -> 'public',
        (ligne.valeur ->> 'notifieLe')::date, true, p_maintenant);
      perform prive.ecrire_contacts(ligne.id, ligne.valeur -> 'contacts', null, p_maintenant);
      reponses[ligne.rang] := jsonb_build_object('id', ligne.id, 'statut', 'ecrite');
    exception when others then
      get stacked diagnostics code = returned_sqlstate, nom_de_table = table_name,
        colonne = column_name, contrainte = constraint_name;
      reponses[ligne.rang] := jsonb_build_object('id', ligne.id, 'statut', 'refusee', 'code', code)
        || prive.raison_du_refus(code, nom_de_table, colonne, contrainte);
    end;
  end loop;
  return to_jsonb(reponses);
end $$;
grant execute on function public.parcours_importer(jsonb, timestamptz) to service_role;
