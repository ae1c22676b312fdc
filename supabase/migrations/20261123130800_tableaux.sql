-- Les tableaux : les dossiers d'un acheteur, ceux de l'équipe, ceux d'une académie.

-- Le lien d'un tableau, si la personne y a encore droit : membre retiré ou marché transmis, il n'ouvre plus rien.
create function prive.lien_de_tableau(p_empreinte text) returns prive.liens
language sql stable set search_path = '' as $$
  select l from prive.liens l
  where l.empreinte = decode(p_empreinte, 'hex') and l.annule_le is null
    and case l.portee
      when 'dossiers' then exists (select 1 from prive.contacts c
        where lower(c.courriel) = l.courriel and c.role in ('acheteur', 'prescripteur'))
      when 'equipe' then exists (select 1 from prive.membres m
        where m.courriel = l.courriel and m.genre = 'equipe')
      when 'coordination' then exists (select 1 from prive.membres m
        where m.courriel = l.courriel and m.genre = 'coordination' and m.academie = l.academie)
      else false end
$$;

-- Les demandes qu'un lien de tableau montre. L'acheteur garde ses dossiers finis : ils prouvent l'exécution.
create function prive.demandes_du_tableau(p_lien prive.liens) returns setof uuid
language sql stable set search_path = '' as $$
  select d.id from prive.demandes_ouvertes d where p_lien.portee = 'equipe'
  union all
  select d.id from prive.demandes_ouvertes d
  where p_lien.portee = 'coordination' and d.academie = p_lien.academie
  union all
  select distinct d.id from prive.demandes d join prive.contacts c on c.parcours_id = d.parcours_id
  where p_lien.portee = 'dossiers' and lower(c.courriel) = p_lien.courriel
    and c.role in ('acheteur', 'prescripteur') and d.anonymisee_le is null
    and d.etat in ('active', 'terminee', 'refusee')
$$;

-- Une coordination suit sans écrire à personne : ni adresse, ni numéro, ni lien, ni texte libre.
create function prive.sans_adresse(p_ligne jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select p_ligne || jsonb_build_object(
    'liens', '[]'::jsonb,
    'demandeur', (p_ligne -> 'demandeur') - 'courriel' - 'telephone' - 'message',
    'contacts', (select coalesce(jsonb_agg(c - 'courriel' - 'telephone'), '[]')
      from jsonb_array_elements(p_ligne -> 'contacts') c),
    'evenements', (select coalesce(jsonb_agg(e - 'precision'), '[]')
      from jsonb_array_elements(p_ligne -> 'evenements') e))
$$;

-- Une ligne telle que le lien a le droit de la voir : de tous les liens de suivi, seulement le sien.
create function prive.ligne_du_tableau(
  p_lien prive.liens, p_demande prive.demandes, p_maintenant timestamptz
) returns jsonb language sql stable set search_path = '' as $$
  select case when p_lien.portee = 'coordination' then prive.sans_adresse(ligne.entiere)
    else ligne.entiere || jsonb_build_object('liens', (
      select coalesce(jsonb_agg(l), '[]') from jsonb_array_elements(ligne.entiere -> 'liens') l
      where case when p_lien.portee = 'equipe' then l ->> 'role' = 'equipe'
        else l ->> 'role' in (select c.role from prive.contacts c
          where c.parcours_id = p_demande.parcours_id and lower(c.courriel) = p_lien.courriel
            and c.role in ('acheteur', 'prescripteur')) end)) end
  from (select prive.ligne_de_suivi(p_demande, p_maintenant) as entiere) ligne
$$;

-- Les parcours qu'un lien de tableau montre : ceux de l'acheteur, ceux de l'académie, ou tous.
create function prive.parcours_du_tableau(p_lien prive.liens) returns setof prive.parcours
language sql stable set search_path = '' as $$
  select p.* from prive.parcours p
  where case p_lien.portee
    when 'equipe' then p.publie
    when 'coordination' then p.publie and prive.academie_de(p.commune) = p_lien.academie
    else exists (select 1 from prive.contacts c
      where c.parcours_id = p.id and lower(c.courriel) = p_lien.courriel
        and c.role in ('acheteur', 'prescripteur')) end
$$;

create function prive.parcours_en_bref(p_parcours prive.parcours) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', p_parcours.id, 'intitule', p_parcours.intitule,
    'commune', p_parcours.commune, 'domaine', p_parcours.domaine,
    'academie', prive.academie_de(p_parcours.commune), 'heures', p_parcours.heures,
    'heuresFaites', p_parcours.heures_faites, 'publieLe', p_parcours.publie_le,
    'finLe', greatest(p_parcours.fin_le, p_parcours.fin_reconduction_le))
$$;

-- Lit un tableau, sans rien changer. Statuts : lien-inconnu, lien-expire, ouvert.
create function public.tableau_lire(p_empreinte text, p_maintenant timestamptz)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  lien prive.liens;
  jour date := (p_maintenant at time zone 'Europe/Paris')::date;
  reponse jsonb;
begin
  lien := prive.lien_de_tableau(p_empreinte);
  if lien.id is null then return jsonb_build_object('statut', 'lien-inconnu'); end if;
  if lien.expire_le <= p_maintenant then return jsonb_build_object('statut', 'lien-expire'); end if;
  select jsonb_build_object('statut', 'ouvert', 'portee', lien.portee, 'role', lien.role,
    'courriel', lien.courriel, 'academie', lien.academie, 'expireLe', lien.expire_le,
    'lignes', coalesce(jsonb_agg(prive.ligne_du_tableau(lien, d, p_maintenant)
      order by d.active_le, d.id), '[]'))
  into reponse
  from prive.demandes_du_tableau(lien) t join prive.demandes d on d.id = t;
  return reponse || jsonb_build_object(
    'parcoursSansJeune', (
      select coalesce(jsonb_agg(prive.parcours_en_bref(p)
        order by greatest(p.fin_le, p.fin_reconduction_le), p.id), '[]')
      from prive.parcours_du_tableau(lien) p
      where greatest(p.fin_le, p.fin_reconduction_le) between jour and jour + interval '6 months'
        and p.disponibilite not in ('pourvu', 'termine') and p.heures_faites = 0
        and not exists (select 1 from prive.demandes d where d.parcours_id = p.id
          and d.etat in ('active', 'proposee', 'terminee'))),
    'contactsJamaisConfirmes', (
      select coalesce(jsonb_agg(prive.parcours_en_bref(p)
        || jsonb_build_object('depuisLe', c.depuis) order by c.depuis, p.id), '[]')
      from prive.parcours_du_tableau(lien) p
      join lateral (
        select min(c.cree_le) as depuis from prive.contacts c
        where c.parcours_id = p.id and c.role like 'entreprise-%'
        having count(c.confirme_le) = 0) c on true
      where coalesce(greatest(p.fin_le, p.fin_reconduction_le), jour) >= jour
        and p.disponibilite not in ('pourvu', 'termine')),
    'parcours', (
      select coalesce(jsonb_agg(prive.parcours_en_bref(p) order by p.publie_le, p.id), '[]')
      from prive.parcours_du_tableau(lien) p where lien.portee = 'dossiers'),
    'courrielsMorts', (
      select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'gabarit', c.gabarit,
        'destinataire', c.destinataire, 'erreur', c.erreur, 'creeLe', c.cree_le,
        'reference', (select d.reference from prive.demandes d where d.id = c.demande_id))
        order by c.cree_le, c.id), '[]')
      from prive.courriels c
      where lien.portee = 'equipe' and c.etat = 'mort' and c.destinataire is not null));
end $$;

-- L'équipe renvoie un courriel mort. Statuts : lien-inconnu, lien-expire, inconnu, fait.
create function public.tableau_agir(
  p_empreinte text, p_action text, p_id uuid, p_maintenant timestamptz
) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  lien prive.liens;
begin
  lien := prive.lien_de_tableau(p_empreinte);
  if lien.id is null or lien.portee <> 'equipe' then
    return jsonb_build_object('statut', 'lien-inconnu');
  end if;
  if lien.expire_le <= p_maintenant then return jsonb_build_object('statut', 'lien-expire'); end if;
  if p_action = 'renvoyer-courriel'
    and exists (select 1 from prive.courriels c where c.id = p_id and c.destinataire is not null)
    and public.courriel_relancer(p_id, p_maintenant) then
    return jsonb_build_object('statut', 'fait');
  end if;
  return jsonb_build_object('statut', 'inconnu');
end $$;

grant execute on function
  public.tableau_lire(text, timestamptz),
  public.tableau_agir(text, text, uuid, timestamptz)
to service_role;
