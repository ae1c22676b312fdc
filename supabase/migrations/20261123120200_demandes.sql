-- Le journal : ce qui s'est passé, par quel rôle, quand. On y ajoute, on n'y change rien.
-- Aucune donnée de personne : des références, des rôles, des nombres et des dates.
create table prive.evenements (
  id bigint generated always as identity primary key,
  parcours_id text not null references prive.parcours (id),
  demande_id uuid,
  genre text not null check (genre ~ '^[a-z]+(-[a-z]+)*$'),
  auteur text not null
    check (auteur in ('tutrice', 'entreprise', 'acheteur', 'equipe', 'systeme')),
  donnees jsonb not null default '{}' check (jsonb_typeof(donnees) = 'object'),
  le timestamptz not null,
  -- Donnée par la page avec une action : rejouée, l'action ne s'écrit pas deux fois.
  cle uuid
);
create index on prive.evenements (parcours_id, id);
create index on prive.evenements (demande_id, id);
create unique index evenements_une_fois on prive.evenements (demande_id, cle);
-- Un rappel, et lui seul, nomme son palier ; automatique, il n'en part qu'un par palier.
create function prive.est_un_rappel(p_donnees jsonb) returns boolean
language sql immutable set search_path = '' as $$ select p_donnees ? 'palier' $$;
create unique index evenements_rappel_unique on prive.evenements (demande_id, genre,
    (donnees ->> 'ancre'), (donnees ->> 'palier'), coalesce(donnees ->> 'a', ''))
  where auteur = 'systeme' and prive.est_un_rappel(donnees);
create index evenements_bilans on prive.evenements (demande_id) where genre = 'bilan-fait';
alter table prive.evenements enable row level security;

create function prive.refuser_la_reecriture() returns trigger
language plpgsql set search_path = '' as $$
begin
  raise exception 'Le journal ne se modifie pas : ajoutez un événement.' using errcode = 'CSF01';
end $$;

create trigger evenements_sans_reecriture
  before update or delete on prive.evenements
  for each row execute function prive.refuser_la_reecriture();
create trigger evenements_sans_vidage
  before truncate on prive.evenements
  for each statement execute function prive.refuser_la_reecriture();

-- Les textes libres vivent à côté du journal, qui ne s'efface pas : eux partent avec la demande.
create table prive.precisions (
  evenement_id bigint primary key references prive.evenements (id),
  texte text not null check (char_length(texte) between 1 and 500)
);
alter table prive.precisions enable row level security;

-- Ajoute un événement au journal, et rend son rang ; null pour un rappel automatique déjà écrit.
create function prive.journaliser(
  p_parcours text, p_demande uuid, p_genre text, p_auteur text, p_donnees jsonb,
  p_maintenant timestamptz, p_precision text default null, p_cle uuid default null
) returns bigint language plpgsql set search_path = '' as $$
declare
  neuf bigint;
begin
  insert into prive.evenements (parcours_id, demande_id, genre, auteur, donnees, le, cle)
  values (p_parcours, p_demande, p_genre, p_auteur, p_donnees, p_maintenant, p_cle)
  on conflict (demande_id, genre, (donnees ->> 'ancre'), (donnees ->> 'palier'),
      coalesce(donnees ->> 'a', ''))
    where auteur = 'systeme' and prive.est_un_rappel(donnees) do nothing
  returning id into neuf;
  if neuf is not null and p_precision <> '' then
    insert into prive.precisions (evenement_id, texte) values (neuf, p_precision);
  end if;
  return neuf;
end $$;

-- Une demande : l'intérêt d'un tuteur ou d'une tutrice pour un parcours. Rien sur le jeune.
create table prive.demandes (
  id uuid primary key,
  reference text not null unique check (reference ~ '^D-[b-df-hj-np-tv-z2-9]{6}$'),
  cle uuid not null,
  parcours_id text not null references prive.parcours (id),
  etat text not null check (etat in ('a-confirmer', 'a-verifier', 'active', 'en-attente', 'proposee',
    'expiree', 'non-verifiee', 'retiree', 'terminee', 'refusee')),
  -- Vidés par la purge : une demande anonymisée garde ses dates et ses heures, pour les statistiques.
  nom text check (char_length(nom) <= 100),
  courriel text check (char_length(courriel) <= 254),
  telephone text check (char_length(telephone) <= 30),
  role text not null check (role ~ '^[a-z]+(-[a-z]+)*$'),
  etablissement text check (char_length(etablissement) <= 150),
  academie text not null check (academie ~ '^[a-z]+(-[a-z]+)*$'),
  debut_le date not null,
  heures integer not null check (heures between 1 and 2000),
  -- Celles que son accueil a retirées au parcours, et celles qui attendent d'être confirmées.
  heures_comptees integer not null default 0 check (heures_comptees >= 0),
  heures_a_confirmer integer not null default 0 check (heures_a_confirmer >= 0),
  message text check (char_length(message) <= 2000),
  consentement_le timestamptz not null,
  -- L'adresse est d'un domaine reconnu : c'est le service qui le sait (content/domaines-reconnus.yaml).
  reconnue boolean not null default false,
  -- Qui vérifie la personne, depuis quand, le jour où l'équipe prend le relais, et le dernier jour où le parcours est gardé.
  verifie_par text check (verifie_par in ('coordination', 'equipe')),
  verification_le timestamptz,
  relais_le date,
  gardee_jusqu_au date,
  garde boolean not null default false,
  -- Vrai quand elle tient le parcours : personne d'autre ne peut l'avoir.
  occupe boolean not null
    generated always as (etat in ('active', 'proposee') or (etat = 'a-verifier' and garde)) stored,
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
create unique index demandes_un_seul_jeune on prive.demandes (parcours_id) where occupe;
-- Une clé ne vaut que le temps de sa demande : retirée ou expirée, on peut redemander.
create unique index demandes_cle on prive.demandes (cle)
  where etat in ('a-confirmer', 'a-verifier', 'active', 'proposee', 'en-attente');
create index demandes_liste_d_attente on prive.demandes (parcours_id, ordre)
  where etat = 'en-attente';
create index demandes_suivies on prive.demandes (id)
  where etat in ('active', 'terminee') and anonymisee_le is null;
create index demandes_decomptees on prive.demandes (parcours_id)
  where heures_comptees + heures_a_confirmer > 0;
create index on prive.demandes (close_le) where heures_a_confirmer > 0;
create index on prive.demandes (cree_le) where etat = 'a-confirmer';
create index on prive.demandes (proposee_le) where etat = 'proposee';
create index demandes_a_verifier on prive.demandes (academie, verification_le) where etat = 'a-verifier';
create index demandes_en_cours on prive.demandes (prive.adresse_canonique(courriel))
  where etat in ('a-verifier', 'active', 'proposee', 'en-attente');
create index on prive.demandes (lower(courriel)) where anonymisee_le is null;

create sequence prive.ordre_des_confirmations owned by prive.demandes.ordre;

-- Un dossier est ouvert tant que quelqu'un doit agir : du jour J jusqu'au bilan.
create view prive.demandes_ouvertes as
  select d.* from prive.demandes d
  where d.anonymisee_le is null and (d.etat = 'active' or (d.etat = 'terminee'
    and not exists (select 1 from prive.evenements e
      where e.demande_id = d.id and e.genre = 'bilan-fait')));

-- Prend une demande pour la changer : son parcours d'abord, puis elle. Tout ce qui change une demande passe par cet
-- ordre ; qui en prend plusieurs les prend parcours par parcours, dans l'ordre de leurs identifiants.
create function prive.demande_verrouillee(p_demande uuid) returns prive.demandes
language plpgsql set search_path = '' as $$
declare
  demande prive.demandes;
begin
  perform 1 from prive.parcours p join prive.demandes d on d.parcours_id = p.id
  where d.id = p_demande for update of p;
  select * into demande from prive.demandes d where d.id = p_demande for update;
  return demande;
end $$;

-- Comment une demande peut finir, selon son état. Une demande active est suivie : ce qu'elle devient s'écrit par le
-- suivi, et par lui seul.
create function prive.fins_permises(p_etat text) returns text[]
language sql immutable set search_path = '' as $$
  select case
    when p_etat = 'active' then array['retiree', 'terminee', 'refusee']
    when p_etat = 'a-verifier' then array['retiree', 'non-verifiee', 'expiree']
    when p_etat in ('a-confirmer', 'en-attente', 'proposee') then array['retiree']
    else array[]::text[] end
$$;

-- Rang dans la liste d'attente, 1 pour la prochaine ; null hors de la liste.
create function prive.rang(p_demande prive.demandes) returns integer
language sql stable set search_path = '' as $$
  select case when p_demande.etat = 'en-attente' then (
    select count(*)::integer from prive.demandes d
    where d.parcours_id = p_demande.parcours_id and d.etat = 'en-attente'
      and d.ordre <= p_demande.ordre) end
$$;

-- La forme d'un dossier (src/suivi/regles/dossier.ts) : le parcours et la personne qui demande ne s'écrivent qu'ici.
create function prive.parcours_du_dossier(p_parcours prive.parcours) returns json
language sql stable set search_path = '' as $$
  select json_build_object('id', p_parcours.id, 'intitule', p_parcours.intitule,
    'commune', p_parcours.commune, 'domaine', p_parcours.domaine, 'heures', p_parcours.heures,
    'heuresFaites', p_parcours.heures_faites, 'finLe', p_parcours.fin_le,
    'finReconductionLe', p_parcours.fin_reconduction_le)
$$;

create function prive.demandeur(p_demande prive.demandes) returns json
language sql stable set search_path = '' as $$
  select json_build_object('nom', p_demande.nom, 'courriel', p_demande.courriel,
    'telephone', p_demande.telephone, 'etablissement', p_demande.etablissement,
    'role', p_demande.role, 'message', p_demande.message)
$$;

-- Ce qu'un courriel dit d'une demande et de son parcours.
create function prive.resume(p_demande prive.demandes) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('reference', p_demande.reference, 'heures', p_demande.heures,
    'debutLe', p_demande.debut_le, 'activeLe', p_demande.active_le,
    'parcours', prive.parcours_du_dossier(p), 'demandeur', prive.demandeur(p_demande))
  from prive.parcours p where p.id = p_demande.parcours_id
$$;

-- Qui vérifie la personne qui demande, depuis quand, et jusqu'à quand le parcours lui est gardé.
create function prive.verification(p_demande prive.demandes) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('par', p_demande.verifie_par, 'depuisLe', p_demande.verification_le,
    'relaisLe', case when p_demande.verifie_par = 'coordination' then p_demande.relais_le end,
    'gardeeJusquAu', case when p_demande.garde then p_demande.gardee_jusqu_au end)
$$;

-- Ce qu'une demande est devenue, pour la page qui suit une confirmation : rien de qui l'a faite. `autre` : la première
-- demande ouverte de la même personne sur ce parcours. Une seconde est pour un autre jeune, ou la même refaite : elle le dit.
create function prive.bilan_de_demande(p_demande prive.demandes) returns jsonb
language sql stable set search_path = '' as $$
  select (prive.resume(p_demande) - 'demandeur')
    || jsonb_build_object('statut', p_demande.etat, 'rang', prive.rang(p_demande), 'autre', (
      select d.reference from prive.demandes d
      where d.parcours_id = p_demande.parcours_id and d.id <> p_demande.id
        and prive.adresse_canonique(d.courriel) = prive.adresse_canonique(p_demande.courriel)
        and d.etat in ('a-verifier', 'active', 'proposee', 'en-attente')
      order by d.ordre limit 1))
    || case when p_demande.etat = 'a-verifier'
      then jsonb_build_object('verification', prive.verification(p_demande)) else '{}' end
$$;
