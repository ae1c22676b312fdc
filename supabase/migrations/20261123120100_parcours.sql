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
  -- Dites à la fin d'un accueil et pas encore confirmées : elles ne sont ni faites, ni à donner à un autre jeune.
  heures_reservees integer not null default 0 check (heures_reservees >= 0),
  -- Ce qui peut encore se promettre : rien d'autre ne le dit. Null quand le parcours ne dit pas ses heures.
  heures_restantes integer
    generated always as (heures - least(heures, heures_faites + heures_reservees)) stored,
  cree_le timestamptz not null,
  maj_le timestamptz not null,
  constraint parcours_heures_deja_faites check (heures is null or heures_faites <= heures)
);
create index on prive.parcours (commune) where publie;
alter table prive.parcours enable row level security;

-- Vrai si ces heures peuvent se promettre maintenant.
create function prive.tient(p_parcours prive.parcours, p_heures integer) returns boolean
language sql immutable set search_path = '' as $$
  select p_heures <= coalesce(p_parcours.heures_restantes, p_heures)
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

-- Qui a passé la main à un contact : son lien vaut encore tant que la personne nommée n'a pas ouvert le sien, et c'est à elle
-- que l'on revient si elle est injoignable. Ensuite, qui lui succède lit encore son nom. Part avec le contact.
create table prive.relais (
  parcours_id text not null,
  role text not null check (role in ('entreprise-1', 'entreprise-2')),
  nom text check (char_length(nom) <= 100),
  courriel text not null check (courriel ~ '^[^@\s]+@[^@\s]+$' and char_length(courriel) <= 254),
  telephone text check (char_length(telephone) <= 30),
  cede_le timestamptz not null,
  ouvert_le timestamptz,
  primary key (parcours_id, role),
  foreign key (parcours_id, role) references prive.contacts (parcours_id, role) on delete cascade
);
alter table prive.relais enable row level security;

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

-- De quel marché vient un parcours : l'entreprise et l'acheteur en ont plusieurs. À part des champs publics, et jamais
-- publié : il désigne l'entreprise. Il s'efface avec les contacts.
create table prive.marches (
  parcours_id text primary key references prive.parcours (id) on delete cascade,
  entreprise text check (char_length(entreprise) between 1 and 150),
  acheteur text check (char_length(acheteur) between 1 and 150),
  objet text check (char_length(objet) between 1 and 500),
  lot text check (char_length(lot) between 1 and 200),
  site text check (char_length(site) between 1 and 300)
);
alter table prive.marches enable row level security;

-- Écrit ce qu'un export ou une déclaration dit d'un marché ; null, ou rien d'écrit : ce que l'on savait reste.
create function prive.ecrire_marche(p_parcours text, p_marche jsonb) returns void
language sql set search_path = '' as $$
  insert into prive.marches (parcours_id, entreprise, acheteur, objet, lot, site)
  select p_parcours, m.entreprise, m.acheteur, m.objet, m.lot, m.site
  from jsonb_populate_record(null::prive.marches, nullif(p_marche, 'null')) m
  where num_nonnulls(m.entreprise, m.acheteur, m.objet, m.lot, m.site) > 0
  on conflict (parcours_id) do update set entreprise = excluded.entreprise,
    acheteur = excluded.acheteur, objet = excluded.objet, lot = excluded.lot, site = excluded.site
$$;

-- Le marché d'un parcours, tel que le service le lit (src/marche/regles/marche.ts) ; null quand on n'en sait rien.
create function prive.marche(p_parcours text) returns json
language sql stable set search_path = '' as $$
  select json_build_object('entreprise', m.entreprise, 'acheteur', m.acheteur, 'objet', m.objet,
    'lot', m.lot, 'site', m.site)
  from prive.marches m where m.parcours_id = p_parcours
$$;

-- Une personne s'efface : son nom quitte le marché (une entreprise porte parfois celui de qui la tient). Sans plus aucun
-- contact, le marché part aussi.
create function prive.effacer_ses_marches(p_parcours text, p_nom text) returns void
language sql set search_path = '' as $$
  update prive.marches m set
    entreprise = case when strpos(lower(m.entreprise), lower(p_nom)) = 0 then m.entreprise end,
    acheteur = case when strpos(lower(m.acheteur), lower(p_nom)) = 0 then m.acheteur end,
    objet = case when strpos(lower(m.objet), lower(p_nom)) = 0 then m.objet end,
    lot = case when strpos(lower(m.lot), lower(p_nom)) = 0 then m.lot end,
    site = case when strpos(lower(m.site), lower(p_nom)) = 0 then m.site end
  where m.parcours_id = p_parcours and p_nom <> '';
  delete from prive.marches m where m.parcours_id = p_parcours
    and not exists (select 1 from prive.contacts c where c.parcours_id = p_parcours)
$$;
