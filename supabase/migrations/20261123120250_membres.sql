-- Qui a droit aux tableaux : l'équipe les voit tous, une coordination celui de son académie.
create table prive.membres (
  courriel text primary key
    check (courriel = lower(courriel) and courriel ~ '^[^@\s]+@[^@\s]+$' and char_length(courriel) <= 254),
  genre text not null check (genre in ('equipe', 'coordination')),
  academie text check (academie ~ '^[a-z]+(-[a-z]+)*$'),
  cree_le timestamptz not null,
  -- Son dernier lien demandé, ou la dernière fois qu'il a dit s'il connaissait quelqu'un : un droit dont personne ne se sert
  -- plus prend fin (voir la purge).
  servi_le timestamptz,
  check ((genre = 'coordination') = (academie is not null))
);
alter table prive.membres enable row level security;

create function public.membres_lister() returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('courriel', m.courriel, 'genre', m.genre,
    'academie', m.academie, 'creeLe', m.cree_le) order by m.genre desc, m.academie, m.courriel), '[]')
  from prive.membres m
$$;

-- Ajoute un membre, ou change son droit. Statuts : ajoute, change, deja.
create function public.membres_ajouter(
  p_courriel text, p_genre text, p_academie text, p_maintenant timestamptz
) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  adresse text := lower(p_courriel);
  ancien prive.membres;
begin
  select * into ancien from prive.membres m where m.courriel = adresse for update;
  if found and ancien.genre = p_genre and ancien.academie is not distinct from p_academie then
    return jsonb_build_object('statut', 'deja');
  end if;
  insert into prive.membres (courriel, genre, academie, cree_le)
  values (adresse, p_genre, p_academie, p_maintenant)
  on conflict (courriel) do update set genre = excluded.genre, academie = excluded.academie;
  perform prive.annuler_liens_de_membre(adresse, p_maintenant);
  return jsonb_build_object('statut', case when ancien.courriel is null then 'ajoute'
    else 'change' end);
end $$;

-- Statuts : retire, inconnu.
create function public.membres_retirer(p_courriel text, p_maintenant timestamptz)
returns jsonb language plpgsql security definer set search_path = '' as $$
begin
  delete from prive.membres m where m.courriel = lower(p_courriel);
  if not found then return jsonb_build_object('statut', 'inconnu'); end if;
  perform prive.annuler_liens_de_membre(lower(p_courriel), p_maintenant);
  return jsonb_build_object('statut', 'retire');
end $$;

grant execute on function
  public.membres_lister(),
  public.membres_ajouter(text, text, text, timestamptz),
  public.membres_retirer(text, timestamptz)
to service_role;
