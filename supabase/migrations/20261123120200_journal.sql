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
  le timestamptz not null
);
create index on prive.evenements (parcours_id, id);
create index on prive.evenements (demande_id, id);
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
