-- Les relances : le service lit les dossiers ouverts page par page, décide, puis écrit ici, personne par personne.

-- Qui a déjà reçu un rappel automatique ce jour-là (à Paris). Vidé par la purge.
create table prive.relances_du_jour (
  courriel text not null check (char_length(courriel) <= 254),
  jour date not null,
  primary key (courriel, jour)
);
alter table prive.relances_du_jour enable row level security;

-- Ceux à qui un rappel peut s'écrire : les dossiers ouverts, et qui attend dans une liste, à qui l'on demande de temps en
-- temps si c'est toujours d'actualité.
create view prive.demandes_relancees as
  select * from prive.demandes_ouvertes
  union all
  select d.* from prive.demandes d where d.anonymisee_le is null and d.etat = 'en-attente';

-- Une page de ces dossiers, dans l'ordre de leur identifiant, après `p_apres` (null pour la première). Les deux parts de la
-- vue se bornent chacune : ensemble, elles se reliraient et se trieraient en entier à chaque page.
create function public.suivis_ouverts(p_apres uuid, p_limite integer, p_maintenant timestamptz)
returns json language sql stable security definer set search_path = '' as $$
  select coalesce(json_agg(l.ligne order by l.id), '[]')
  from prive.lignes_de_suivi(array(
    select d.id from (
      (select o.id from prive.demandes_ouvertes o
        where p_apres is null or o.id > p_apres order by o.id limit least(p_limite, 1000))
      union all
      (select a.id from prive.demandes a
        where a.etat = 'en-attente' and a.anonymisee_le is null
          and (p_apres is null or a.id > p_apres) order by a.id limit least(p_limite, 1000))) d
    order by d.id limit least(p_limite, 1000)), null, p_maintenant) l
$$;

-- Pose les liens de suivi qui manquent à ces dossiers (contact ajouté depuis, lien périmé), tant qu'il reste des liens
-- tout prêts. Une demande en attente n'est connue que de la tutrice. Rend le nombre de liens qui manquent encore.
create function public.liens_completer(p_liens jsonb, p_maintenant timestamptz)
returns integer language plpgsql security definer set search_path = '' as $$
declare
  manque record;
  pris integer := 0;
  restants integer := 0;
begin
  for manque in
    select d.id, r.role
    from prive.demandes_relancees d
    cross join lateral (
      select 'tutrice' as role union all select 'equipe'
      union all select c.role from prive.contacts c
        where c.parcours_id = d.parcours_id and c.role <> 'mlds') r
    where (r.role = 'tutrice' or d.etat <> 'en-attente')
      and not exists (select 1 from prive.liens l where l.demande_id = d.id
      and l.portee = 'suivre' and l.role = r.role and l.annule_le is null and l.cede_le is null
      and l.expire_le > p_maintenant)
    order by d.id, r.role
  loop
    if pris < jsonb_array_length(p_liens) then
      perform prive.poser_lien_de_suivi(p_liens -> pris, manque.role, manque.id, p_maintenant);
      pris := pris + 1;
    else
      restants := restants + 1;
    end if;
  end loop;
  return restants;
end $$;

-- Le dernier événement qui n'est pas un rappel : s'il a changé, la relance n'a plus lieu d'être.
create function prive.dernier_acte(p_demande uuid) returns bigint
language sql stable set search_path = '' as $$
  select coalesce((select e.id from prive.evenements e
    where e.demande_id = p_demande and not prive.est_un_rappel(e.donnees)
    order by e.id desc limit 1), 0)
$$;

-- Journalise un rappel et dit s'il est à envoyer. Un rappel déjà écrit ce même jour part encore : il a deux
-- destinataires (deux contacts, acheteur et prescripteur), et c'est le compte par personne qui évite le doublon.
create function prive.journaliser_relance(p_element jsonb, p_maintenant timestamptz)
returns boolean language plpgsql set search_path = '' as $$
declare
  demande prive.demandes;
begin
  select * into demande from prive.demandes d
  where d.id = (p_element ->> 'demande')::uuid for update;
  if not found or prive.dernier_acte(demande.id) <> (p_element ->> 'vu')::bigint
    or not exists (select 1 from prive.demandes_relancees d where d.id = demande.id) then
    return false;
  end if;
  return prive.journaliser(demande.parcours_id, demande.id, p_element ->> 'genre', 'systeme',
      p_element -> 'donnees', p_maintenant) is not null
    or exists (select 1 from prive.evenements e
    where e.demande_id = demande.id and e.genre = p_element ->> 'genre' and e.auteur = 'systeme'
      and e.donnees @> (p_element -> 'donnees')
      and prive.jour_de_paris(e.le) = prive.jour_de_paris(p_maintenant));
end $$;

-- Écrit des relances : un seul courriel par personne et par jour, qui regroupe tous ses dossiers.
-- `p_lot` : [{courriel, gabarit, donnees?, items: [{demande, vu, genre, donnees, courriel}]}], une entrée par
-- personne ; `vu` est le dernier événement du dossier hors rappels. Reprend sans doublon là où un passage s'est
-- arrêté. Une personne dont l'écriture échoue n'arrête pas les autres.
-- Rend {courriels, relances, dejaServies, ecartees, echecs: [code, …]}.
create function public.relances_ecrire(p_lot jsonb, p_maintenant timestamptz)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  personne jsonb;
  element jsonb;
  gardes jsonb;
  demandes uuid[];
  adresse text;
  code text;
  aujourd_hui date := prive.jour_de_paris(p_maintenant);
  ecrits integer := 0;
  relances integer := 0;
  servies integer := 0;
  ecartees integer := 0;
  echecs jsonb := '[]';
begin
  -- Deux passages à la fois écriraient chacun à la même personne, et se bloqueraient sur les mêmes dossiers.
  perform pg_advisory_xact_lock(hashtext('csf.relances'));
  -- Le parcours avant la demande, et dans l'ordre, comme partout : sinon une action simultanée s'y croiserait.
  perform 1 from prive.parcours p
  where p.id in (
    select d.parcours_id
    from jsonb_array_elements(p_lot) l, jsonb_array_elements(l -> 'items') i
    join prive.demandes d on d.id = (i ->> 'demande')::uuid)
  order by p.id for key share;
  for personne in select l from jsonb_array_elements(p_lot) l loop
    adresse := lower(personne ->> 'courriel');
    begin
      insert into prive.relances_du_jour (courriel, jour) values (adresse, aujourd_hui)
      on conflict do nothing;
      if not found then
        servies := servies + 1;
        continue;
      end if;
      gardes := '[]';
      demandes := '{}';
      for element in
        select i.valeur from jsonb_array_elements(personne -> 'items') with ordinality
          as i(valeur, rang) order by i.rang
      loop
        if prive.journaliser_relance(element, p_maintenant) then
          gardes := gardes || jsonb_build_array(element -> 'courriel');
          demandes := demandes || (element ->> 'demande')::uuid;
        end if;
      end loop;
      if cardinality(demandes) = 0 then
        -- Rien ne lui est parti : un autre rappel pourra lui être écrit aujourd'hui.
        delete from prive.relances_du_jour r where r.courriel = adresse and r.jour = aujourd_hui;
      else
        -- Un courriel qui regroupe plusieurs dossiers n'est à aucun d'eux.
        perform prive.poster(personne ->> 'gabarit', personne ->> 'courriel',
          coalesce(personne -> 'donnees', '{}') || jsonb_build_object('items', gardes),
          (select min(d::text)::uuid from unnest(demandes) d having count(distinct d) = 1),
          p_maintenant);
        ecrits := ecrits + 1;
      end if;
      relances := relances + cardinality(demandes);
      ecartees := ecartees + jsonb_array_length(personne -> 'items') - cardinality(demandes);
    exception when others then
      get stacked diagnostics code = returned_sqlstate;
      echecs := echecs || to_jsonb(code);
    end;
  end loop;
  return jsonb_build_object('courriels', ecrits, 'relances', relances, 'dejaServies', servies,
    'ecartees', ecartees, 'echecs', echecs);
end $$;

grant execute on function
  public.suivis_ouverts(uuid, integer, timestamptz),
  public.liens_completer(jsonb, timestamptz),
  public.relances_ecrire(jsonb, timestamptz)
to service_role;
