-- Une demande suivie, entière, telle que le service la lit ; c'est lui qui choisit ce que chaque rôle voit.
create function prive.dossier(p_demande prive.demandes, p_maintenant timestamptz) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'id', p_demande.id, 'reference', p_demande.reference, 'etat', p_demande.etat,
    'rang', prive.rang(p_demande), 'heures', p_demande.heures, 'debutLe', p_demande.debut_le,
    'academie', p_demande.academie, 'activeLe', p_demande.active_le,
    'parcours', jsonb_build_object('id', p.id, 'intitule', p.intitule, 'commune', p.commune,
      'domaine', p.domaine, 'heures', p.heures, 'heuresFaites', p.heures_faites,
      'publieLe', p.publie_le, 'finLe', p.fin_le, 'finReconductionLe', p.fin_reconduction_le),
    'demandeur', jsonb_build_object('nom', p_demande.nom, 'courriel', p_demande.courriel,
      'telephone', p_demande.telephone, 'etablissement', p_demande.etablissement,
      'role', p_demande.role, 'message', p_demande.message),
    'contacts', (select coalesce(jsonb_agg(jsonb_build_object('role', c.role, 'nom', c.nom,
        'courriel', c.courriel, 'telephone', c.telephone) order by c.role), '[]')
      from prive.contacts c where c.parcours_id = p.id and c.role <> 'mlds'),
    'liens', (select coalesce(jsonb_agg(jsonb_build_object('role', l.role, 'id', l.id)), '[]')
      from prive.liens_de_suivi(p_demande.id, p_maintenant) l))
  from prive.parcours p where p.id = p_demande.parcours_id
$$;

-- Les événements d'une demande, du premier au dernier, avec leurs textes libres.
create function prive.evenements_de(p_demande uuid) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'genre', e.genre, 'auteur', e.auteur,
    'donnees', e.donnees, 'le', e.le, 'precision', t.texte) order by e.id), '[]')
  from prive.evenements e left join prive.precisions t on t.evenement_id = e.id
  where e.demande_id = p_demande
$$;

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
  demande prive.demandes;
begin
  select * into lien from prive.liens l
  where l.empreinte = decode(p_empreinte, 'hex') and l.portee = 'suivre' and l.annule_le is null;
  if not found then return jsonb_build_object('statut', 'lien-inconnu'); end if;
  if lien.expire_le <= p_maintenant then return jsonb_build_object('statut', 'lien-expire'); end if;
  select * into demande from prive.demandes d where d.id = lien.demande_id;
  return jsonb_build_object('statut', 'ouvert', 'role', lien.role, 'lien', lien.id,
    'vu', prive.dernier_evenement(demande.id), 'dossier', prive.dossier(demande, p_maintenant),
    'evenements', prive.evenements_de(demande.id));
end $$;
grant execute on function public.suivi_lire(text, timestamptz) to service_role;
