-- Ce que le site lit d'un parcours, et lui seul. C'est l'unique objet que « anon » peut lire.
-- La vue s'exécute avec les droits de son propriétaire : la table, elle, reste fermée.
create function prive.heures_restantes(p_parcours prive.parcours) returns integer
language sql immutable set search_path = '' as $$
  select p_parcours.heures - p_parcours.heures_faites
$$;

-- Un parcours et sa disponibilité du moment : la seule règle, pour la vue publique et pour les fonctions.
create view prive.parcours_du_moment as
  select p.*, p.heures - p.heures_faites as heures_restantes, occupante.depuis as reserve_le,
    case
      when p.disponibilite in ('pourvu', 'termine') then p.disponibilite
      when p.heures = p.heures_faites then 'pourvu'
      when occupante.depuis is not null then 'reserve'
      else p.disponibilite end as disponibilite_du_moment
  from prive.parcours p
  left join lateral (
    select coalesce(d.active_le, d.proposee_le) as depuis from prive.demandes d
    where d.parcours_id = p.id and d.etat in ('active', 'proposee')
  ) occupante on true;

create view public.catalogue as
  select p.id, p.intitule, p.domaine, p.taches, p.heures, p.commune, p.conditions,
    p.horaires_amenages, p.gratification_prevue, p.disponibilite_du_moment as disponibilite,
    p.publie_le, p.fin_le, p.fin_reconduction_le
  from prive.parcours_du_moment p
  where p.publie;

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
