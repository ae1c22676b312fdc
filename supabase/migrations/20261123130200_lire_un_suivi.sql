-- Des dossiers suivis, entiers, tels que le service les lit ; c'est lui qui choisit ce que chaque rôle voit.
-- D'un bloc, et en json (pas jsonb) : la tâche des relances en lit des milliers. `p_role` : les liens de ce rôle
-- seulement ; null pour tous. En plpgsql, dont le plan se garde d'un appel à l'autre.
create function prive.lignes_de_suivi(p_demandes uuid[], p_role text, p_maintenant timestamptz)
returns table (id uuid, ligne json) language plpgsql stable set search_path = '' as $$
#variable_conflict use_column
begin
  return query with evenements as (
    select e.demande_id, max(e.id) as vu, json_agg(json_build_object('id', e.id, 'genre', e.genre,
      'auteur', e.auteur, 'donnees', e.donnees, 'le', e.le, 'precision', t.texte) order by e.id)
      as liste
    from prive.evenements e left join prive.precisions t on t.evenement_id = e.id
    where e.demande_id = any (p_demandes) group by e.demande_id),
  contacts as (
    select c.parcours_id, json_agg(json_build_object('role', c.role, 'nom', c.nom,
      'courriel', c.courriel, 'telephone', c.telephone) order by c.role) as liste
    from prive.contacts c
    where c.role <> 'mlds' and c.parcours_id in (
      select d.parcours_id from prive.demandes d where d.id = any (p_demandes))
    group by c.parcours_id),
  -- Un lien par rôle : le plus récent qui vaut encore.
  liens as (
    select l.demande_id, json_agg(json_build_object('role', l.role, 'id', l.id)) as liste
    from (
      select distinct on (l.demande_id, l.role) l.demande_id, l.role, l.id from prive.liens l
      where l.demande_id = any (p_demandes) and l.portee = 'suivre' and l.annule_le is null
        and l.expire_le > p_maintenant and (p_role is null or l.role = p_role)
      order by l.demande_id, l.role, l.cree_le desc, l.id) l
    group by l.demande_id)
  select d.id, json_build_object(
    'id', d.id, 'reference', d.reference, 'etat', d.etat, 'rang', prive.rang(d),
    'heures', d.heures, 'debutLe', d.debut_le, 'academie', d.academie, 'activeLe', d.active_le,
    'notifieLe', p.notifie_le,
    'parcours', json_build_object('id', p.id, 'intitule', p.intitule, 'commune', p.commune,
      'domaine', p.domaine, 'heures', p.heures, 'heuresFaites', p.heures_faites,
      'finLe', p.fin_le, 'finReconductionLe', p.fin_reconduction_le),
    'demandeur', json_build_object('nom', d.nom, 'courriel', d.courriel, 'telephone', d.telephone,
      'etablissement', d.etablissement, 'role', d.role, 'message', d.message),
    'contacts', coalesce(c.liste, '[]'), 'liens', coalesce(l.liste, '[]'),
    'vu', coalesce(e.vu, 0), 'evenements', coalesce(e.liste, '[]'))
  from prive.demandes d join prive.parcours p on p.id = d.parcours_id
  left join evenements e on e.demande_id = d.id
  left join contacts c on c.parcours_id = d.parcours_id
  left join liens l on l.demande_id = d.id
  where d.id = any (p_demandes);
end $$;

create function prive.dernier_evenement(p_demande uuid) returns bigint
language sql stable set search_path = '' as $$
  select coalesce((select e.id from prive.evenements e
    where e.demande_id = p_demande order by e.id desc limit 1), 0)
$$;

-- Lit un suivi avec un lien personnel, sans rien changer. Statuts : lien-inconnu, lien-expire, ouvert.
create function public.suivi_lire(p_empreinte text, p_maintenant timestamptz)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  lien prive.liens;
  ligne jsonb;
begin
  select * into lien from prive.liens l
  where l.empreinte = decode(p_empreinte, 'hex') and l.portee = 'suivre' and l.annule_le is null;
  if not found then return jsonb_build_object('statut', 'lien-inconnu'); end if;
  if lien.expire_le <= p_maintenant then return jsonb_build_object('statut', 'lien-expire'); end if;
  select l.ligne::jsonb into ligne
  from prive.lignes_de_suivi(array[lien.demande_id], null, p_maintenant) l;
  return jsonb_build_object('statut', 'ouvert', 'role', lien.role, 'lien', lien.id,
    'vu', ligne -> 'vu', 'dossier', ligne - 'vu' - 'evenements', 'evenements', ligne -> 'evenements');
end $$;
grant execute on function public.suivi_lire(text, timestamptz) to service_role;
