-- Ce que deviennent les courriels une fois partis : le fournisseur dit s'ils sont arrivés. Rien n'y dit à qui : un courriel
-- parti n'a plus d'adresse. Les liens personnels qu'il portait disent de quel dossier il parlait, et à quel rôle : une
-- personne remplacée a perdu les siens, et ce qui arrive à son ancien courriel ne se reproche pas à la suivante.
create table prive.liens_ecrits (
  courriel_id uuid not null references prive.courriels (id) on delete cascade,
  lien_id uuid not null references prive.liens (id) on delete cascade,
  primary key (courriel_id, lien_id)
);
create index on prive.liens_ecrits (lien_id);
alter table prive.liens_ecrits enable row level security;

-- La première fois que le fournisseur l'a dit : le redire ne change rien.
create table prive.remises (
  courriel_id uuid primary key references prive.courriels (id) on delete cascade,
  remis_le timestamptz,
  retarde_le timestamptz,
  -- Refusé par sa messagerie, jamais parti, ou retenu parce qu'un précédent avait été refusé.
  non_remis_le timestamptz,
  -- Classé comme indésirable par qui l'a reçu : le fournisseur n'y envoie plus rien.
  plainte_le timestamptz
);
alter table prive.remises enable row level security;

create index on prive.courriels (id_fournisseur) where id_fournisseur is not null;

-- Les liens se notent quand le courriel s'écrit : ses données s'effacent en partant.
create function prive.noter_les_liens() returns trigger
language plpgsql set search_path = '' as $$
begin
  insert into prive.liens_ecrits (courriel_id, lien_id)
  select distinct new.id, l.id
  from jsonb_path_query(new.donnees, 'strict $.** ? (@.type() == "object")') o
  join prive.liens l on l.id = case
    when o ->> 'lien' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then (o ->> 'lien')::uuid end
  on conflict do nothing;
  return null;
end $$;
create trigger courriels_liens_ecrits
  after insert or update of donnees on prive.courriels for each row
  when (new.donnees <> '{}') execute function prive.noter_les_liens();

-- Le sort d'un courriel, ou le répondeur qu'il a réveillé, est au journal, mais ce n'est le geste de personne.
create function prive.est_une_remise(p_genre text) returns boolean
language sql immutable set search_path = '' as $$
  select p_genre in ('courriel-remis', 'courriel-non-remis', 'absence-signalee')
$$;

-- Le courriel dont parle le fournisseur, et les dossiers ouverts où sa personne tient encore son rôle, entiers : la règle
-- est dans le service. `p_courriel` : notre identifiant, que le fournisseur rend ; à défaut, le sien.
-- Statuts : inconnu, connu (id, perdu : déjà dit non remis ou indésirable, dossiers : [{roles, dossier}]).
create function public.remise_lire(
  p_courriel uuid, p_id_fournisseur text, p_maintenant timestamptz
) returns json language plpgsql stable security definer set search_path = '' as $$
declare
  trouve uuid;
begin
  select c.id into trouve from prive.courriels c
  where c.id = p_courriel or c.id_fournisseur = p_id_fournisseur
  order by c.id = p_courriel desc nulls last limit 1;
  if not found then return json_build_object('statut', 'inconnu'); end if;
  return (
    with siens as (
      select l.demande_id, json_agg(distinct l.role) as roles
      from prive.liens_ecrits e join prive.liens l on l.id = e.lien_id
      join prive.demandes_ouvertes d on d.id = l.demande_id
      where e.courriel_id = trouve and l.portee = 'suivre' and l.role <> 'equipe'
        and l.annule_le is null and l.cede_le is null
      group by l.demande_id)
    select json_build_object('statut', 'connu', 'id', trouve, 'perdu', exists (
        select 1 from prive.remises r where r.courriel_id = trouve
          and coalesce(r.non_remis_le, r.plainte_le) is not null), 'dossiers', coalesce(
      json_agg(json_build_object('roles', s.roles, 'dossier', l.ligne) order by l.id), '[]'))
    from siens s
    join prive.lignes_de_suivi(array(select s.demande_id from siens s), null, p_maintenant) l
      on l.id = s.demande_id);
end $$;

-- Note le sort d'un courriel, et écrit ce qui s'ensuit, en une fois. `p_quoi` : remis, retarde, non-remis, plainte.
-- `p_ecritures` : [{demande, vu, evenements: [{genre, donnees}], courriels: [{gabarit, destinataire, donnees}],
-- rendre: [rôles qui reviennent à qui les avait cédés]}].
-- Statuts : fait ; deja (le fournisseur l'avait dit) ; depasse (un dossier a changé depuis sa lecture : à relire).
create function public.remise_ecrire(
  p_courriel uuid, p_quoi text, p_ecritures jsonb, p_maintenant timestamptz
) returns text language plpgsql security definer set search_path = '' as $$
declare
  ecriture record;
  element jsonb;
  demande prive.demandes;
begin
  -- Les parcours d'abord, et dans l'ordre, comme partout.
  for ecriture in
    select e ->> 'vu' as vu, d.id from jsonb_array_elements(p_ecritures) e
    join prive.demandes d on d.id = (e ->> 'demande')::uuid order by d.parcours_id, d.id
  loop
    demande := prive.demande_verrouillee(ecriture.id);
    if prive.dernier_evenement(demande.id) <> ecriture.vu::bigint then return 'depasse'; end if;
  end loop;
  insert into prive.remises (courriel_id)
  select c.id from prive.courriels c where c.id = p_courriel
  on conflict do nothing;
  update prive.remises r
  set remis_le = case p_quoi when 'remis' then p_maintenant else r.remis_le end,
      retarde_le = case p_quoi when 'retarde' then p_maintenant else r.retarde_le end,
      non_remis_le = case p_quoi when 'non-remis' then p_maintenant else r.non_remis_le end,
      plainte_le = case p_quoi when 'plainte' then p_maintenant else r.plainte_le end
  where r.courriel_id = p_courriel and case p_quoi
    when 'remis' then r.remis_le when 'retarde' then r.retarde_le
    when 'non-remis' then r.non_remis_le when 'plainte' then r.plainte_le end is null;
  if not found then return 'deja'; end if;
  for ecriture in
    select e as valeur, d.id, d.parcours_id from jsonb_array_elements(p_ecritures) e
    join prive.demandes d on d.id = (e ->> 'demande')::uuid order by d.parcours_id, d.id
  loop
    for element in select v from jsonb_array_elements(ecriture.valeur -> 'evenements') v loop
      perform prive.journaliser(ecriture.parcours_id, ecriture.id, element ->> 'genre', 'systeme',
        element -> 'donnees', p_maintenant);
    end loop;
    perform prive.rendre_la_main(ecriture.parcours_id, r, p_maintenant)
    from jsonb_array_elements_text(ecriture.valeur -> 'rendre') r;
    for element in select v from jsonb_array_elements(ecriture.valeur -> 'courriels') v loop
      perform prive.poster(element ->> 'gabarit', element ->> 'destinataire', element -> 'donnees',
        ecriture.id, p_maintenant);
    end loop;
  end loop;
  return 'fait';
end $$;

-- Les courriels qui ne sont pas arrivés, ou pas encore, pour l'équipe : quoi, à quel rôle, pour quel dossier ou quelle
-- déclaration. Une personne n'y est qu'une fois, pour le dernier ; remplacée, ou à qui un autre courriel est arrivé depuis,
-- elle n'y est plus.
create function prive.remises_a_surveiller()
returns table (
  id uuid, gabarit text, quoi text, role text, dossiers text[], le timestamptz
) language plpgsql stable set search_path = '' as $$
#variable_conflict use_column
begin
  return query select c.id, c.gabarit, case when r.plainte_le is not null then 'plainte'
      when r.non_remis_le is not null then 'non-remis' else 'retarde' end,
    min(l.role), array_agg(distinct coalesce(d.reference, p.reference)),
    s.le
  from prive.remises r
  cross join lateral (
    select coalesce(r.plainte_le, r.non_remis_le, r.retarde_le) as le) s
  join prive.courriels c on c.id = r.courriel_id
  join prive.liens_ecrits e on e.courriel_id = c.id
  join prive.liens l on l.id = e.lien_id and l.annule_le is null and l.cede_le is null
  left join prive.demandes d on d.id = l.demande_id
  left join prive.declarations p on p.id = l.declaration_id
  where (r.plainte_le is not null or r.non_remis_le is not null
      or (r.retarde_le is not null and r.remis_le is null))
    and coalesce(d.reference, p.reference) is not null
    and not exists (select 1 from prive.liens_ecrits autre
      join prive.remises a on a.courriel_id = autre.courriel_id
      where autre.lien_id = l.id and autre.courriel_id <> c.id
        and (a.remis_le > s.le or (coalesce(a.plainte_le, a.non_remis_le, a.retarde_le), a.courriel_id)
          > (s.le, c.id)))
  group by c.id, r.courriel_id, s.le;
end $$;

grant execute on function
  public.remise_lire(uuid, text, timestamptz),
  public.remise_ecrire(uuid, text, jsonb, timestamptz)
to service_role;
