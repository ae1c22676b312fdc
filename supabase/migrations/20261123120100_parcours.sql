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
  -- Quand ces valeurs ont été données sur le site : par la personne, l'acheteur, l'équipe ou une déclaration. Null quand
  -- elles viennent de l'export de l'équipe, qui peut alors les changer.
  change_sur_le_site_le timestamptz,
  -- L'empreinte de ce que l'export disait en dernier : elle se compare, et ne garde la trace de personne.
  dernier_import bytea,
  cree_le timestamptz not null,
  unique (parcours_id, role)
);
create index on prive.contacts (lower(courriel));
alter table prive.contacts enable row level security;

-- Qui est à prévenir d'un contact que l'import a changé : la personne remplacée, la personne désignée. Une ligne ne vit
-- que quelques minutes (voir contacts_prevenir).
create table prive.contacts_a_prevenir (
  parcours_id text not null references prive.parcours (id) on delete cascade,
  role text not null,
  courriel text not null check (char_length(courriel) <= 254),
  designe boolean not null,
  le timestamptz not null,
  primary key (parcours_id, role, courriel)
);
create index on prive.contacts_a_prevenir (courriel);
alter table prive.contacts_a_prevenir enable row level security;

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

-- Écrit des contacts donnés sur le site. Une adresse remplacée : le lien de l'ancienne personne ne vaut plus rien.
create function prive.ecrire_contacts(
  p_parcours text, p_contacts jsonb, p_confirme_le timestamptz, p_maintenant timestamptz
) returns void language plpgsql set search_path = '' as $$
begin
  perform prive.annuler_liens(p_parcours, ancien.role, p_maintenant)
  from jsonb_array_elements(p_contacts) c
  join prive.contacts ancien on ancien.parcours_id = p_parcours and ancien.role = c ->> 'role'
  where ancien.courriel <> c ->> 'courriel';
  insert into prive.contacts (parcours_id, role, nom, courriel, telephone, confirme_le,
    change_sur_le_site_le, cree_le)
  select p_parcours, c ->> 'role', c ->> 'nom', c ->> 'courriel', c ->> 'telephone',
    case when c ->> 'role' like 'entreprise-%' then p_confirme_le end, p_maintenant, p_maintenant
  from jsonb_array_elements(p_contacts) c
  on conflict (parcours_id, role) do update
  set nom = excluded.nom, courriel = excluded.courriel, telephone = excluded.telephone,
      change_sur_le_site_le = excluded.change_sur_le_site_le,
      -- Une adresse qui change n'est plus confirmée.
      confirme_le = coalesce(excluded.confirme_le, case
        when prive.contacts.courriel = excluded.courriel then prive.contacts.confirme_le end);
end $$;

-- Note qui sera prévenu. Remise en place avant de l'avoir appris, une personne n'a rien à apprendre.
create function prive.annoncer_contact(
  p_parcours text, p_role text, p_courriel text, p_designe boolean, p_maintenant timestamptz
) returns void language plpgsql set search_path = '' as $$
begin
  -- Personne n'écrit jamais à ce rôle.
  if p_role = 'mlds' then return; end if;
  delete from prive.contacts_a_prevenir a
  where a.parcours_id = p_parcours and a.role = p_role and a.courriel = lower(p_courriel)
    and a.designe <> p_designe;
  if found then return; end if;
  insert into prive.contacts_a_prevenir (parcours_id, role, courriel, designe, le)
  values (p_parcours, p_role, lower(p_courriel), p_designe, p_maintenant)
  on conflict (parcours_id, role, courriel) do update set le = excluded.le;
end $$;

-- Écrit un contact de l'export. Ce qui a été changé sur le site l'emporte : l'export est plus vieux que la personne.
-- Rend null, ou ce qu'il faut en dire : {role, etat: "garde", changeLe}, {role, etat: "remplace"}.
create function prive.importer_contact(p_parcours text, p_contact jsonb, p_maintenant timestamptz)
returns jsonb language plpgsql set search_path = '' as $$
declare
  neuf prive.contacts := jsonb_populate_record(null::prive.contacts, p_contact);
  empreinte bytea := sha256(convert_to(
    jsonb_build_array(lower(neuf.courriel), neuf.nom, neuf.telephone)::text, 'UTF8'));
  actuel prive.contacts;
  garde jsonb;
begin
  select * into actuel from prive.contacts c
  where c.parcours_id = p_parcours and c.role = neuf.role for update;
  if not found then
    insert into prive.contacts (parcours_id, role, nom, courriel, telephone, dernier_import, cree_le)
    values (p_parcours, neuf.role, neuf.nom, neuf.courriel, neuf.telephone, empreinte, p_maintenant);
    return null;
  end if;
  if actuel.change_sur_le_site_le is not null then
    garde := jsonb_build_object('role', actuel.role, 'etat', 'garde',
      'changeLe', actuel.change_sur_le_site_le);
  end if;
  -- Rien de neuf dans l'export : ce qui a changé depuis a changé sur le site.
  if actuel.dernier_import = empreinte then return garde; end if;
  if lower(actuel.courriel) = lower(neuf.courriel) then
    -- La même personne des deux côtés : le site garde ce qu'il sait, et l'export est suivi de nouveau.
    update prive.contacts c
    set nom = case when garde is null then neuf.nom else coalesce(c.nom, neuf.nom) end,
        telephone = case when garde is null then neuf.telephone
          else coalesce(c.telephone, neuf.telephone) end,
        change_sur_le_site_le = null, dernier_import = empreinte
    where c.id = actuel.id;
    return null;
  end if;
  if garde is not null then return garde; end if;
  perform prive.annuler_liens(p_parcours, neuf.role, p_maintenant);
  update prive.contacts c
  set nom = neuf.nom, courriel = neuf.courriel, telephone = neuf.telephone, confirme_le = null,
      dernier_import = empreinte
  where c.id = actuel.id;
  perform prive.annoncer_contact(p_parcours, neuf.role, actuel.courriel, false, p_maintenant);
  perform prive.annoncer_contact(p_parcours, neuf.role, neuf.courriel, true, p_maintenant);
  return jsonb_build_object('role', neuf.role, 'etat', 'remplace');
end $$;

-- Écrit les contacts d'une ligne de l'export, et rend ce qu'il faut en dire.
create function prive.importer_contacts(
  p_parcours text, p_contacts jsonb, p_maintenant timestamptz
) returns jsonb language plpgsql set search_path = '' as $$
declare
  contact record;
  dit jsonb;
  dits jsonb := '[]';
begin
  if exists (select 1 from jsonb_array_elements(p_contacts) c
    group by c ->> 'role' having count(*) > 1) then
    raise exception 'Un contact est donné deux fois.' using errcode = '21000';
  end if;
  for contact in select c.valeur from jsonb_array_elements(p_contacts) c(valeur)
    order by c.valeur ->> 'role'
  loop
    dit := prive.importer_contact(p_parcours, contact.valeur, p_maintenant);
    if dit is not null then dits := dits || dit; end if;
  end loop;
  return dits;
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
-- Rend une réponse par ligne, dans l'ordre du lot : {"id", "statut": "ecrite", "contacts": ce qu'il faut en dire}, ou
-- {"id", "statut": "refusee", "code", "champ", "raison"}.
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
      reponses[ligne.rang] := jsonb_build_object('id', ligne.id, 'statut', 'ecrite', 'contacts',
        prive.importer_contacts(ligne.id, ligne.valeur -> 'contacts', p_maintenant));
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
