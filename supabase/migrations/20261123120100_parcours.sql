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
  heures_faites integer not null default 0 check (heures_faites >= 0),
  cree_le timestamptz not null,
  maj_le timestamptz not null,
  check (heures is null or heures_faites <= heures)
);
alter table prive.parcours enable row level security;

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
alter table prive.contacts enable row level security;
