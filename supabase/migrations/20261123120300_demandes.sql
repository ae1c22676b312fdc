-- Une demande : l'intérêt d'un tuteur ou d'une tutrice pour un parcours. Rien sur le jeune.
create table prive.demandes (
  id uuid primary key,
  reference text not null unique check (reference ~ '^D-[b-df-hj-np-tv-z2-9]{6}$'),
  cle uuid not null,
  parcours_id text not null references prive.parcours (id),
  etat text not null check (etat in
    ('a-confirmer', 'active', 'en-attente', 'proposee', 'expiree', 'retiree', 'terminee')),
  -- Vidés par la purge : une demande anonymisée garde ses dates et ses heures, pour les statistiques.
  nom text check (char_length(nom) <= 100),
  courriel text check (char_length(courriel) <= 254),
  telephone text check (char_length(telephone) <= 30),
  role text not null check (role ~ '^[a-z]+(-[a-z]+)*$'),
  etablissement text check (char_length(etablissement) <= 150),
  academie text not null check (academie ~ '^[a-z]+(-[a-z]+)*$'),
  debut_le date not null,
  heures integer not null check (heures between 1 and 2000),
  message text check (char_length(message) <= 2000),
  -- Qui a reçu la demande ([{role, nom, courriel}]), pour lui dire si elle est retirée. Vidé par la purge.
  prevenus jsonb not null default '[]' check (jsonb_typeof(prevenus) = 'array'),
  consentement_le timestamptz not null,
  cree_le timestamptz not null,
  confirmee_le timestamptz,
  -- Ordre des confirmations, donné sous le verrou du parcours : deux horloges peuvent différer, pas lui.
  ordre bigint unique,
  proposee_le timestamptz,
  active_le timestamptz,
  close_le timestamptz,
  anonymisee_le timestamptz
);
alter table prive.demandes enable row level security;

-- La règle du terrain, tenue par la base : un seul jeune à la fois pour un parcours.
create unique index demandes_un_seul_jeune on prive.demandes (parcours_id)
  where etat in ('active', 'proposee');
-- Une personne n'est qu'une fois dans la file d'un parcours.
create unique index demandes_une_par_personne on prive.demandes (parcours_id, courriel)
  where etat in ('active', 'proposee', 'en-attente');
-- Une clé ne vaut que le temps de sa demande : retirée ou expirée, on peut redemander.
create unique index demandes_cle on prive.demandes (cle)
  where etat in ('a-confirmer', 'active', 'proposee', 'en-attente');
create index demandes_liste_d_attente on prive.demandes (parcours_id, ordre)
  where etat = 'en-attente';
create index on prive.demandes (cree_le) where etat = 'a-confirmer';
create index on prive.demandes (proposee_le) where etat = 'proposee';

create sequence prive.ordre_des_confirmations owned by prive.demandes.ordre;

-- Les liens personnels : la base ne garde que l'empreinte (sha256) de chaque jeton de 256 bits.
create table prive.liens (
  id uuid primary key,
  empreinte bytea not null unique check (octet_length(empreinte) = 32),
  portee text not null check (portee in
    ('confirmer-demande', 'suivre', 'accepter-proposition', 'confirmer-contacts',
     'valider-declaration')),
  role text not null check (role in
    ('tutrice', 'entreprise-1', 'entreprise-2', 'acheteur', 'prescripteur', 'mlds', 'equipe')),
  demande_id uuid references prive.demandes (id) on delete cascade,
  declaration_id uuid,
  expire_le timestamptz not null,
  annule_le timestamptz,
  cree_le timestamptz not null
);
create index on prive.liens (demande_id);
create index on prive.liens (expire_le);
alter table prive.liens enable row level security;
