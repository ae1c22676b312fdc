-- Les chiffres publiés : des durées et des comptes, jamais un groupe de moins de cinq.

-- Ce qui s'est passé pour chaque demande devenue active : jours depuis la confirmation (jour J) jusqu'à la réponse
-- de l'entreprise, la réunion, l'accueil. Une réunion ou un accueil vaut réponse : elle a pu venir par téléphone.
create view prive.durees_des_demandes as
  select d.parcours_id, d.academie, jour.j, reponse.le as reponse_le, etapes.reunion_le, etapes.accueil_le
  from prive.demandes d
  cross join lateral (
    select (min(e.le) at time zone 'Europe/Paris')::date as j from prive.evenements e
    where e.demande_id = d.id and e.genre = 'interet-confirme') jour
  cross join lateral (
    select min((e.donnees ->> 'le')::date) filter (where e.genre = 'reunion-tenue') as reunion_le,
      min((e.donnees ->> 'le')::date) filter (where e.genre = 'accueil-commence') as accueil_le,
      min((e.le at time zone 'Europe/Paris')::date) filter (where e.auteur = 'entreprise'
        and e.genre in ('creneaux-proposes', 'report', 'refus')) as ecrite_le
    from prive.evenements e where e.demande_id = d.id) etapes
  cross join lateral (
    select least(etapes.ecrite_le, etapes.reunion_le, etapes.accueil_le) as le) reponse
  where jour.j is not null;

-- Les intervalles publiés, en jours : leurs bornes sont celles des délais (14 et 30) et des six semaines du passé (42).
create function prive.bornes() returns integer[]
language sql immutable set search_path = '' as $$ select array[0, 4, 8, 15, 31, 43] $$;

-- Compte par intervalle ; deux intervalles voisins se réunissent jusqu'à compter cinq, et le reste rejoint le dernier.
create function prive.repartir(p_jours integer[]) returns jsonb
language plpgsql immutable set search_path = '' as $$
declare
  bornes integer[] := prive.bornes();
  comptes integer[] := '{}';
  debuts integer[] := '{}';
  debut integer := 0;
  compte integer := 0;
  reponse jsonb := '{}';
begin
  for rang in 1 .. cardinality(bornes) loop
    compte := compte + (select count(*) from unnest(p_jours) j
      where j >= bornes[rang] and (rang = cardinality(bornes) or j < bornes[rang + 1]));
    if compte >= 5 then
      comptes := comptes || compte;
      debuts := debuts || debut;
      compte := 0;
      debut := coalesce(bornes[rang + 1], 0);
    end if;
  end loop;
  if cardinality(comptes) = 0 then return null; end if;
  comptes[cardinality(comptes)] := comptes[cardinality(comptes)] + compte;
  for rang in 1 .. cardinality(comptes) loop
    reponse := reponse || jsonb_build_object(
      debuts[rang] || case when rang = cardinality(comptes) then '+'
        else '-' || (debuts[rang + 1] - 1) end,
      comptes[rang]);
  end loop;
  return reponse;
end $$;

-- Deux comptes complémentaires : tus si l'un des deux est entre un et quatre.
create function prive.partager(p_nom text, p_oui bigint, p_autre text, p_non bigint) returns jsonb
language sql immutable set search_path = '' as $$
  select case when p_oui not between 1 and 4 and p_non not between 1 and 4
    then jsonb_build_object(p_nom, p_oui, p_autre, p_non) end
$$;

-- Chaque valeur mesurée, et le groupe où elle compte.
create view prive.mesures as
  select g.groupe, g.cle, m.mesure, greatest(m.jours, 0) as jours, m.vrai
  from prive.durees_des_demandes d
  cross join lateral (values
    ('reponse', d.reponse_le - d.j, null::boolean),
    ('reunion', d.reunion_le - d.j, null),
    ('accueil', d.accueil_le - d.j, null),
    -- Une réponse encore possible dans les temps ne compte ni pour ni contre.
    ('reponse-a-temps', null, case
      when d.reponse_le is not null then d.reponse_le - d.j < (prive.bornes())[4]
      when (now() at time zone 'Europe/Paris')::date - d.j >= (prive.bornes())[4] then false end)
  ) m(mesure, jours, vrai)
  cross join lateral (values ('ensemble', ''), ('academie', d.academie),
    ('mois', to_char(d.j, 'YYYY-MM')), ('parcours', d.parcours_id)) g(groupe, cle)
  where m.jours is not null or m.vrai is not null
  union all
  select g.groupe, g.cle, 'avec-un-jeune', null, exists (
    select 1 from prive.evenements e where e.parcours_id = p.id and e.genre = 'accueil-commence'
    union all select 1 from prive.evenements e where e.parcours_id = p.id
      and e.genre = 'accueil-termine' and (e.donnees ->> 'heures')::integer > 0)
  from prive.parcours p
  cross join lateral (values ('ensemble', ''), ('academie', prive.academie_de(p.commune)),
    ('mois', to_char(p.publie_le, 'YYYY-MM'))) g(groupe, cle)
  where p.publie and g.cle is not null;

-- Moins de cinq : tu. Et quand les tus d'un découpage ne sont que quelques-uns, le plus petit groupe visible se
-- tait aussi : sinon l'ensemble moins les autres les rendrait.
create view public.statistiques as
  with groupes as (
    select m.groupe, m.cle, m.mesure, count(*)::integer as effectif,
      percentile_cont(0.5) within group (order by m.jours) as mediane,
      case m.mesure
        when 'avec-un-jeune' then prive.partager('avec', count(*) filter (where m.vrai),
          'sans', count(*) filter (where not m.vrai))
        when 'reponse-a-temps' then prive.partager('a-temps', count(*) filter (where m.vrai),
          'en-retard', count(*) filter (where not m.vrai))
        else prive.repartir(array_agg(m.jours)) end as repartition
    from prive.mesures m group by m.groupe, m.cle, m.mesure),
  ranges as (
    select g.*,
      sum(g.effectif) filter (where g.effectif < 5) over (partition by g.groupe, g.mesure) as tus,
      row_number() over (partition by g.groupe, g.mesure
        order by g.effectif < 5, g.effectif, g.cle) as rang
    from groupes g)
  select r.groupe, r.cle, r.mesure, r.effectif, r.mediane, r.repartition
  from ranges r
  where r.effectif >= 5 and not (r.rang = 1 and coalesce(r.tus, 0) between 1 and 4);

grant select on public.statistiques to anon, authenticated, service_role;
