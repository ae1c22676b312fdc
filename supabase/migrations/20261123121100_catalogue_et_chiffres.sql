-- Un parcours et sa disponibilité du moment : la seule règle, pour la vue publique et pour les fonctions.
create view prive.parcours_du_moment as
  select p.*, occupante.depuis as reserve_le,
    case
      when p.disponibilite in ('pourvu', 'termine') then p.disponibilite
      when p.heures = p.heures_faites then 'pourvu'
      -- Toutes les heures qui restent attendent d'être confirmées : elles peuvent revenir.
      when occupante.depuis is not null or p.heures_restantes = 0 then 'reserve'
      else p.disponibilite end as disponibilite_du_moment
  from prive.parcours p
  left join lateral (
    select case d.etat when 'active' then d.active_le when 'a-verifier' then d.verification_le
      else d.proposee_le end as depuis from prive.demandes d
    where d.parcours_id = p.id and d.occupe
  ) occupante on true;

-- Le catalogue du site : c'est le seul objet, avec les chiffres, que « anon » peut lire.
create view public.catalogue as
  select p.id, p.intitule, p.domaine, p.taches, p.heures, p.commune, p.conditions,
    p.horaires_amenages, p.gratification_prevue, p.disponibilite_du_moment as disponibilite,
    p.publie_le, p.fin_le, p.fin_reconduction_le
  from prive.parcours_du_moment p
  where p.publie;

comment on view public.catalogue is
  'S''exécute avec les droits de son propriétaire (pas de security_invoker), à dessein : ses lecteurs n''ont aucun droit sur les tables, et n''en voient que ces colonnes, des parcours publiés.';
grant select on public.catalogue to anon, authenticated, service_role;

-- L'état du moment d'un parcours publié : le site construit n'en a qu'une photographie.
create function public.parcours_etat(p_parcours text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'intitule', p.intitule, 'commune', p.commune, 'heures', p.heures,
    'finLe', p.fin_le, 'finReconductionLe', p.fin_reconduction_le,
    'disponibilite', p.disponibilite_du_moment,
    'heuresRestantes', p.heures_restantes,
    'reserveLe', p.reserve_le,
    'enAttente', (select count(*) from prive.demandes d
      where d.parcours_id = p.id and d.etat = 'en-attente'))
  from prive.parcours_du_moment p where p.id = p_parcours and p.publie
$$;
grant execute on function public.parcours_etat(text) to service_role;

-- Les parcours libres de ces communes, les plus proches d'abord, qui peuvent accueillir `p_heures` à partir de `p_debut` :
-- ce que l'on propose à qui attend ailleurs. Rien que des champs du catalogue. Vingt du domaine, et vingt de tous.
create function public.parcours_libres_autour(
  p_communes text[], p_domaine text, p_heures integer, p_debut date, p_sauf text,
  p_maintenant timestamptz
) returns jsonb language sql stable security definer set search_path = '' as $$
  with libres as (
    select p.id, p.domaine, array_position(p_communes, p.commune) as rang, jsonb_build_object(
      'id', p.id, 'intitule', p.intitule, 'domaine', p.domaine, 'commune', p.commune,
      'heures', p.heures_restantes) as dit
    from prive.parcours p
    where p.publie and p.commune = any (p_communes) and p.disponibilite = 'disponible' and p.id <> p_sauf
      and prive.obstacle(p, p_heures, prive.jour_de_paris(p_maintenant), p_debut) is null
      and not prive.est_pris(p, p_heures)),
  proposes as (
    (select * from libres l where l.domaine = p_domaine order by l.rang, l.id limit 20)
    union (select * from libres l order by l.rang, l.id limit 20))
  select coalesce(jsonb_agg(t.dit order by t.rang, t.id), '[]') from proposes t
$$;
grant execute on function
  public.parcours_libres_autour(text[], text, integer, date, text, timestamptz) to service_role;

-- Ce que le site sait déjà, et que la base ne redit pas : l'académie de chaque département (un parcours ne dit que sa
-- commune), et les intervalles où se comptent les délais. La tâche d'entretien le lui remet à chaque passage.
create table prive.departements (
  code text primary key check (code ~ '^([0-9]{2,3}|2[AB])$'),
  academie text not null check (academie ~ '^[a-z]+(-[a-z]+)*$')
);
alter table prive.departements enable row level security;

-- `debuts` : le premier jour de chaque intervalle ; le quatrième commence au lendemain du délai de réponse.
create table prive.bornes (
  une boolean primary key default true check (une),
  debuts integer[] not null check (cardinality(debuts) >= 4)
);
alter table prive.bornes enable row level security;

-- Sans rien de neuf, n'écrit rien. `p_academies` : {"<académie>": ["<code de département>", …], …}.
create function public.regler(p_bornes integer[], p_academies jsonb)
returns void language sql security definer set search_path = '' as $$
  insert into prive.bornes as b (debuts) values (p_bornes)
  on conflict (une) do update set debuts = excluded.debuts where b.debuts <> excluded.debuts;
  delete from prive.departements d
  where not exists (select 1 from jsonb_each(p_academies) a where a.value ? d.code);
  insert into prive.departements as d (code, academie)
  select c.code, a.key from jsonb_each(p_academies) a
  cross join lateral jsonb_array_elements_text(a.value) c(code)
  on conflict (code) do update set academie = excluded.academie
  where d.academie <> excluded.academie
$$;
grant execute on function public.regler(integer[], jsonb) to service_role;

create function prive.academie_de(p_commune text) returns text
language sql stable set search_path = '' as $$
  select d.academie from prive.departements d
  where d.code = case when p_commune ~ '^9[78]' then left(p_commune, 3) else left(p_commune, 2) end
$$;

-- Les chiffres publiés : des durées et des comptes, jamais un groupe de moins de cinq.
-- Ces vues écrivent elles-mêmes « at time zone » : une table lue par une vue l'est avec les droits de son
-- propriétaire, mais une fonction appelée par une vue l'est avec ceux du lecteur, et « anon » n'en appelle aucune
-- (« permission denied for function jour_de_paris »).

-- Les accueils que l'équipe a ramenés à zéro heure : ils n'ont pas eu lieu.
create index evenements_corrections on prive.evenements (demande_id, id)
  where genre = 'heures-corrigees';
create view prive.accueils_dementis as
  select c.demande_id from (
    select distinct on (e.demande_id) e.demande_id, e.donnees from prive.evenements e
    where e.genre = 'heures-corrigees' order by e.demande_id, e.id desc) c
  where (c.donnees ->> 'heures')::integer = 0;

-- Ce qui s'est passé pour chaque demande devenue active : jours depuis la confirmation (jour J) jusqu'à la réponse
-- de l'entreprise, la réunion, l'accueil. Une réunion, un accueil ou une date à accepter vaut réponse. Celle que la tutrice
-- ou l'équipe rapporte compte du jour où elle est notée ; un courriel, du jour où il est arrivé, si l'on a dit que c'en
-- était une, ou noté ce qu'elle dit, sans s'en dédire. « Pas la bonne personne » n'en est pas une.
create view prive.durees_des_demandes as
  select d.parcours_id, d.academie, jour.j, reponse.le as reponse_le, etapes.reunion_le, etapes.accueil_le
  from prive.demandes d
  cross join lateral (
    select (min(e.le) at time zone 'Europe/Paris')::date as j from prive.evenements e
    where e.demande_id = d.id and e.genre = 'interet-confirme') jour
  cross join lateral (
    select min((e.donnees ->> 'le')::date) filter (where e.genre = 'reunion-tenue') as reunion_le,
      min((e.donnees ->> 'le')::date) filter (where e.genre = 'accueil-commence' and not exists (
        select 1 from prive.accueils_dementis a where a.demande_id = d.id)) as accueil_le,
      min((e.le at time zone 'Europe/Paris')::date) filter (where (e.auteur = 'entreprise'
        and e.genre in ('creneaux-proposes', 'report', 'report-demande', 'debut-propose', 'refus'))
        or (e.genre = 'reponse-rapportee' and e.donnees ->> 'quoi' <> 'mauvaise-personne'))
        as ecrite_le
    from prive.evenements e where e.demande_id = d.id) etapes
  cross join lateral (
    select max(e.id) filter (where e.genre = 'reponse-confirmee' or (e.genre = 'reponse-rapportee'
        and e.donnees ->> 'quoi' <> 'mauvaise-personne')) as confirmee,
      coalesce(max(e.id) filter (where e.genre = 'reponse-ecartee'), 0) as ecartee
    from prive.evenements e where e.demande_id = d.id) dite
  cross join lateral (
    select min((e.le at time zone 'Europe/Paris')::date) as le from prive.evenements e
    where e.demande_id = d.id and e.genre = 'reponse-par-courriel'
      and e.donnees ->> 'role' like 'entreprise-%' and e.id between dite.ecartee and dite.confirmee) courriel
  cross join lateral (
    select least(etapes.ecrite_le, courriel.le, etapes.reunion_le, etapes.accueil_le) as le) reponse
  where jour.j is not null;

-- Chaque valeur mesurée, et le groupe où elle compte.
create view prive.mesures as
  select g.groupe, g.cle, m.mesure, case when m.jours < 0 then 0 else m.jours end as jours, m.vrai
  from prive.durees_des_demandes d
  cross join prive.bornes b
  cross join lateral (values
    ('reponse', d.reponse_le - d.j, null::boolean),
    ('reunion', d.reunion_le - d.j, null),
    ('accueil', d.accueil_le - d.j, null),
    -- Une réponse encore possible dans les temps ne compte ni pour ni contre.
    ('reponse-a-temps', null, case
      when d.reponse_le is not null then d.reponse_le - d.j < b.debuts[4]
      when (now() at time zone 'Europe/Paris')::date - d.j >= b.debuts[4] then false end)
  ) m(mesure, jours, vrai)
  cross join lateral (values ('ensemble', ''), ('academie', d.academie),
    ('mois', to_char(d.j, 'YYYY-MM')), ('parcours', d.parcours_id)) g(groupe, cle)
  where m.jours is not null or m.vrai is not null
  union all
  select g.groupe, g.cle, 'avec-un-jeune', null, exists (
    select 1 from prive.evenements e
    where e.parcours_id = p.id and (e.genre = 'accueil-commence'
        or (e.genre = 'accueil-termine' and (e.donnees ->> 'heures')::integer > 0))
      and not exists (select 1 from prive.accueils_dementis a where a.demande_id = e.demande_id))
  from prive.parcours p
  left join prive.departements t
    on t.code = left(p.commune, case when p.commune ~ '^9[78]' then 3 else 2 end)
  cross join lateral (values ('ensemble', ''), ('academie', t.academie),
    ('mois', to_char(p.publie_le, 'YYYY-MM'))) g(groupe, cle)
  where p.publie and g.cle is not null;

-- Un groupe par ligne, avec ses comptes bruts : par intervalle, et de vrai et de faux.
create view prive.groupes_mesures as
  select m.groupe, m.cle, m.mesure, count(*)::integer as effectif,
    percentile_cont(0.5) within group (order by m.jours) as mediane,
    count(*) filter (where m.vrai) as oui, count(*) filter (where not m.vrai) as non,
    array(select count(j.jours) from unnest(b.debuts) with ordinality i(debut, rang)
      left join unnest(array_agg(m.jours)) j(jours)
        on j.jours >= i.debut and (j.jours < b.debuts[i.rang + 1] or b.debuts[i.rang + 1] is null)
      group by i.rang order by i.rang) as comptes
  from prive.mesures m cross join prive.bornes b
  group by m.groupe, m.cle, m.mesure, b.debuts;

-- Moins de cinq : tu. Et quand les tus d'un découpage ne sont que quelques-uns, le plus petit groupe visible se
-- tait aussi : sinon l'ensemble moins les autres les rendrait. Dans un groupe, deux intervalles voisins se
-- réunissent jusqu'à compter cinq, et le reste rejoint le dernier ; deux comptes complémentaires se taisent
-- ensemble.
create view public.statistiques as
  with recursive ranges as (
    select g.*,
      sum(g.effectif) filter (where g.effectif < 5) over (partition by g.groupe, g.mesure) as tus,
      row_number() over (partition by g.groupe, g.mesure
        order by g.effectif < 5, g.effectif, g.cle) as rang
    from prive.groupes_mesures g),
  visibles as (
    select r.* from ranges r
    where r.effectif >= 5 and not (r.rang = 1 and coalesce(r.tus, 0) between 1 and 4)),
  fusion as (
    select v.groupe, v.cle, v.mesure, v.comptes, 1 as position, 0 as debut, 0::bigint as cumul,
      '{}'::integer[] as debuts, '{}'::bigint[] as lots
    from visibles v where v.mediane is not null
    union all
    select f.groupe, f.cle, f.mesure, f.comptes, f.position + 1,
      case when pas.plein then b.debuts[f.position + 1] else f.debut end,
      case when pas.plein then 0 else pas.somme end,
      case when pas.plein then f.debuts || f.debut else f.debuts end,
      case when pas.plein then f.lots || pas.somme else f.lots end
    from fusion f
    cross join prive.bornes b
    cross join lateral (select f.cumul + f.comptes[f.position] as somme,
      f.cumul + f.comptes[f.position] >= 5 as plein) pas
    where f.position <= cardinality(b.debuts))
  select v.groupe, v.cle, v.mesure, v.effectif, v.mediane,
    case
      when v.oui between 1 and 4 or v.non between 1 and 4 then null
      when v.mesure = 'avec-un-jeune' then jsonb_build_object('avec', v.oui, 'sans', v.non)
      when v.mesure = 'reponse-a-temps'
        then jsonb_build_object('a-temps', v.oui, 'en-retard', v.non)
      else (
        select jsonb_object_agg(
          t.debut || case when t.suivant is null then '+' else '-' || t.suivant - 1 end,
          t.lot + case when t.suivant is null then f.cumul else 0 end)
        from fusion f
        cross join lateral (
          select u.debut, u.lot, lead(u.debut) over (order by u.rang) as suivant
          from unnest(f.debuts, f.lots) with ordinality u(debut, lot, rang)) t
        where f.groupe = v.groupe and f.cle = v.cle and f.mesure = v.mesure
          and f.position > cardinality(f.comptes)) end as repartition
  from visibles v;

comment on view public.statistiques is
  'S''exécute avec les droits de son propriétaire (pas de security_invoker), à dessein : ses lecteurs n''ont aucun droit sur les tables, et n''en voient que des groupes d''au moins cinq.';
grant select on public.statistiques to anon, authenticated, service_role;
