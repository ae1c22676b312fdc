-- Tout ce que le site enregistre vit dans « prive », un schéma que l'API n'expose pas.
-- Seules des fonctions du schéma public y donnent accès, une étape entière à la fois.
create schema prive;
revoke all on schema prive from public;

-- Une fonction neuve n'est appelable par personne tant qu'une migration ne l'a pas dit.
-- Le droit donné d'office à « public » ne se retire que pour toute la base : « in schema » n'y ferait rien.
alter default privileges revoke execute on functions from public;
alter default privileges in schema public revoke execute on functions from anon, authenticated, service_role;
alter default privileges in schema public revoke all on tables from anon, authenticated, service_role;
alter default privileges in schema public revoke all on sequences from anon, authenticated, service_role;

-- Le jour qu'il est à Paris : les délais, les fins de parcours et « un rappel par jour » se comptent là, où que
-- tourne le serveur. Les vues publiques ne l'appellent pas (voir les chiffres publiés).
create function prive.jour_de_paris(p_instant timestamptz) returns date
language sql immutable set search_path = '' as $$
  select (p_instant at time zone 'Europe/Paris')::date
$$;

-- Une adresse telle qu'on la compare : sans espace, en minuscules.
create function prive.adresse_comparee(p_texte text) returns text
language sql immutable set search_path = '' as $$
  select lower(regexp_replace(p_texte, '[\s\u00a0\u200b\u202f\ufeff]+', '', 'g'))
$$;

-- La boîte où une adresse arrive, la même pour tous ses alias : c'est elle que les limites comptent, ici et nulle part
-- ailleurs. Ce qui suit un « + » n'y change rien ; chez Gmail, les points non plus.
create function prive.adresse_canonique(p_adresse text) returns text
language sql immutable set search_path = '' as $$
  select case when b.domaine = 'gmail.com' then replace(b.nom, '.', '') else b.nom end || '@' || b.domaine
  from (select regexp_replace(regexp_replace(c, '@[^@]*$', ''), '(.)[+].*$', '\1') as nom,
      regexp_replace(regexp_replace(c, '^.*@', ''), '^googlemail[.]com$', 'gmail.com') as domaine
    from prive.adresse_comparee(p_adresse) c) b
$$;

-- Les compteurs de débit : une clé est une empreinte (jamais une adresse), une fenêtre est une heure ou un jour.
create table prive.compteurs (
  cle text not null check (cle ~ '^[a-z]+:[0-9a-f]{32,64}$'),
  secondes integer not null check (secondes between 1 and 604800),
  debut timestamptz not null,
  nombre integer not null,
  primary key (cle, secondes, debut)
);
alter table prive.compteurs enable row level security;

-- Le début de la fenêtre de cette durée où tombe un instant.
create function prive.fenetre(p_secondes integer, p_instant timestamptz) returns timestamptz
language sql immutable set search_path = '' as $$
  select to_timestamp(floor(extract(epoch from p_instant) / p_secondes) * p_secondes)
$$;

-- Ajoute des refus à leurs compteurs, tous ensemble : [{"cle":…, "nombre":…}, …]. Dans l'ordre des clés : deux écritures
-- en même temps ne s'attendent pas l'une l'autre.
create function public.refus_compter(p_refus jsonb, p_secondes integer, p_maintenant timestamptz)
returns void language sql security definer set search_path = '' as $$
  insert into prive.compteurs as c (cle, secondes, debut, nombre)
  select r.cle, p_secondes, prive.fenetre(p_secondes, p_maintenant), r.nombre
  from jsonb_to_recordset(p_refus) as r(cle text, nombre integer)
  order by r.cle
  on conflict (cle, secondes, debut) do update set nombre = c.nombre + excluded.nombre
$$;

-- Ce que des clés ont compté dans la fenêtre en cours et la précédente : rien ne s'oublie d'un coup à l'heure pile.
create function public.compteurs_lire(p_cles text[], p_secondes integer, p_maintenant timestamptz)
returns jsonb language sql security definer stable set search_path = '' as $$
  select coalesce(jsonb_object_agg(t.cle, t.nombre), '{}')
  from (select c.cle, sum(c.nombre) as nombre from prive.compteurs c
    where c.cle = any (p_cles) and c.secondes = p_secondes
      and c.debut >= prive.fenetre(p_secondes, p_maintenant) - p_secondes * interval '1 second'
    group by c.cle) t
$$;

grant execute on function
  public.refus_compter(jsonb, integer, timestamptz),
  public.compteurs_lire(text[], integer, timestamptz)
to service_role;

-- Les preuves de travail déjà présentées : chacune ne sert qu'une fois, jusqu'à sa date limite.
create table prive.preuves (
  empreinte text primary key check (empreinte ~ '^[0-9a-f]{64}$'),
  expire_le timestamptz not null
);
create index on prive.preuves (expire_le);
alter table prive.preuves enable row level security;

-- L'empreinte que compte une limite : sa clé, ou celle de la boîte d'une adresse, mêlée à un sel que la base ne garde pas.
create function prive.cle_de(p_limite jsonb) returns text
language sql immutable set search_path = '' as $$
  select coalesce(p_limite ->> 'cle', 'courriel:' || encode(sha256(convert_to(
    (p_limite ->> 'sel') || prive.adresse_canonique(p_limite ->> 'adresse'), 'UTF8')), 'hex'))
$$;

-- Les limites d'un genre (« lien », « dossier »), comptées sur ce que la base seule connaît.
create function prive.limites_sur(p_limites jsonb, p_genre text, p_valeur text) returns jsonb
language sql immutable set search_path = '' as $$
  select coalesce(jsonb_agg(l || jsonb_build_object('cle',
    p_genre || ':' || encode(sha256(convert_to(p_valeur, 'UTF8')), 'hex'))), '[]')
  from jsonb_array_elements(p_limites) l where l ->> 'par' = p_genre
$$;

-- Compte un passage et dit s'il est permis. `p_limites` : [{"secondes":…, "max":…, "cle":…}, …] (ou, au lieu de la clé,
-- {"sel":…, "adresse":…} : tous les alias d'une boîte n'en font qu'une), et {"preuve":…, "expireLe":…} pour une preuve de
-- travail : déjà vue, elle fait attendre une minute. Les autres éléments ne sont pas comptés ici (voir au_nom_de).
-- Rend le nombre de secondes à attendre : 0 quand toutes les limites sont tenues.
create function prive.compter(p_limites jsonb, p_maintenant timestamptz) returns integer
language plpgsql set search_path = '' as $$
declare
  limite record;
  preuve record;
  fenetre timestamptz;
  compte integer;
  attente integer := 0;
begin
  for limite in
    select distinct prive.cle_de(l) as cle, (l ->> 'secondes')::integer as secondes,
      (l ->> 'max')::integer as max
    from jsonb_array_elements(p_limites) l
    where prive.cle_de(l) is not null
    order by 1, 2
  loop
    fenetre := prive.fenetre(limite.secondes, p_maintenant);
    insert into prive.compteurs as c (cle, secondes, debut, nombre)
    values (limite.cle, limite.secondes, fenetre, 1)
    on conflict (cle, secondes, debut) do update set nombre = c.nombre + 1
    returning c.nombre into compte;
    if compte > limite.max then
      attente := greatest(attente,
        ceil(extract(epoch from fenetre - p_maintenant))::integer + limite.secondes);
    end if;
  end loop;
  for preuve in
    select * from jsonb_to_recordset(p_limites) as l(preuve text, "expireLe" timestamptz)
    where l.preuve is not null
  loop
    insert into prive.preuves (empreinte, expire_le) values (preuve.preuve, preuve."expireLe")
    on conflict do nothing;
    if not found then attente := greatest(attente, 60); end if;
  end loop;
  return attente;
end $$;
