-- Les tableaux : les dossiers d'un acheteur, les demandes d'une tutrice, ceux de l'équipe, ceux d'une académie.

-- Le lien d'un tableau, si la personne y a encore droit : membre retiré ou marché transmis, il n'ouvre plus rien.
create function prive.lien_de_tableau(
  p_empreinte text, p_maintenant timestamptz, out lien prive.liens, out etat text
) language sql stable set search_path = '' as $$
  select l.lien, case
    when case (l.lien).portee
      when 'dossiers' then exists (select 1 from prive.contacts c
        where lower(c.courriel) = (l.lien).courriel and c.role in ('acheteur', 'prescripteur'))
      when 'demandes' then exists (select 1 from prive.dossiers_de((l.lien).courriel) t
        where t.role = 'tutrice')
      else exists (select 1 from prive.membres m where m.courriel = (l.lien).courriel
        and m.genre = (l.lien).portee and m.academie is not distinct from (l.lien).academie) end
    then l.etat else 'lien-inconnu' end
  from prive.lien_lu(p_empreinte, array['dossiers', 'demandes', 'equipe', 'coordination'],
    p_maintenant) l
$$;

-- Les demandes qu'un lien de tableau montre. L'acheteur garde ses dossiers finis : ils prouvent l'exécution.
create function prive.demandes_du_tableau(p_lien prive.liens) returns setof uuid
language sql stable set search_path = '' as $$
  select d.id from prive.demandes_ouvertes d where p_lien.portee = 'equipe'
  union all
  select d.id from prive.demandes_ouvertes d
  where p_lien.portee = 'coordination' and d.academie = p_lien.academie
  union all
  select t.demande_id from prive.dossiers_de(p_lien.courriel) t
  where p_lien.portee = 'demandes' and t.role = 'tutrice'
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

-- Les lignes telles que le lien a le droit de les voir : de tous les liens de suivi, seulement les siens. Où venir, de quel
-- marché il s'agit et qui a passé la main se lisent dans chaque dossier, que sa propre règle garde.
create function prive.lignes_du_tableau(p_lien prive.liens, p_maintenant timestamptz)
returns json language sql stable set search_path = '' as $$
  select coalesce(json_agg(case p_lien.portee
      when 'equipe' then l.ligne
      when 'coordination' then prive.sans_adresse(m.ligne)::json
      -- Comme de l'entreprise : la tutrice n'en sait que ce que dit chaque dossier.
      when 'demandes' then (m.ligne || '{"contacts": [], "notifieLe": null}')::json
      else (m.ligne || jsonb_build_object('liens', (
        select coalesce(jsonb_agg(i), '[]') from jsonb_array_elements(m.ligne -> 'liens') i
        where i ->> 'role' in ('acheteur', 'prescripteur') and exists (
          select 1 from jsonb_array_elements(m.ligne -> 'contacts') c
          where c ->> 'role' = i ->> 'role' and lower(c ->> 'courriel') = p_lien.courriel))))::json
    end order by l.ligne ->> 'activeLe', l.id), '[]')
  from prive.lignes_de_suivi(array(select prive.demandes_du_tableau(p_lien)),
    case p_lien.portee when 'equipe' then 'equipe' when 'demandes' then 'tutrice' end, p_maintenant) l
  cross join lateral (
    select case when p_lien.portee <> 'equipe'
      then l.ligne::jsonb - array['lieu', 'marche', 'relais'] end as ligne) m
$$;

-- Les parcours qu'un lien de tableau montre : ceux de l'acheteur, ceux de l'académie, ou tous.
create function prive.parcours_du_tableau(p_lien prive.liens) returns setof prive.parcours
language sql stable set search_path = '' as $$
  select p.* from prive.parcours p
  where case p_lien.portee
    when 'equipe' then p.publie
    when 'coordination' then p.publie and prive.academie_de(p.commune) = p_lien.academie
    when 'demandes' then false
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
    'derniereFin', greatest(p_parcours.fin_le, p_parcours.fin_reconduction_le))
$$;

-- Un parcours qui finit dans les six mois, que personne n'a demandé : il est encore temps.
create function prive.sans_jeune_bientot_fini(p_parcours prive.parcours, p_jour date)
returns boolean language sql stable set search_path = '' as $$
  select greatest(p_parcours.fin_le, p_parcours.fin_reconduction_le)
      between p_jour and p_jour + interval '6 months'
    and p_parcours.disponibilite not in ('pourvu', 'termine')
    and p_parcours.heures_faites + p_parcours.heures_reservees = 0
    and not exists (select 1 from prive.demandes d where d.parcours_id = p_parcours.id
      and d.occupe)
$$;

-- Lit un tableau, sans rien changer. Statuts : lien-inconnu, lien-expire, ouvert.
create function public.tableau_lire(p_empreinte text, p_maintenant timestamptz)
returns json language plpgsql stable security definer set search_path = '' as $$
declare
  lu record;
  lien prive.liens;
  jour date := prive.jour_de_paris(p_maintenant);
begin
  select * into lu from prive.lien_de_tableau(p_empreinte, p_maintenant);
  if lu.etat <> 'ouvert' then return json_build_object('statut', lu.etat); end if;
  lien := lu.lien;
  return json_build_object('statut', lu.etat, 'portee', lien.portee, 'role', lien.role,
    'courriel', lien.courriel, 'academie', lien.academie, 'expireLe', lien.expire_le,
    'lignes', prive.lignes_du_tableau(lien, p_maintenant),
    'parcoursSansJeune', (
      select coalesce(json_agg(prive.parcours_en_bref(p)
        order by greatest(p.fin_le, p.fin_reconduction_le), p.id), '[]')
      from prive.parcours_du_tableau(lien) p where prive.sans_jeune_bientot_fini(p, jour)),
    'contactsJamaisConfirmes', (
      select coalesce(json_agg(prive.parcours_en_bref(p)
        || jsonb_build_object('depuisLe', c.depuis) order by c.depuis, p.id), '[]')
      from prive.parcours_du_tableau(lien) p
      join (
        select c.parcours_id, min(c.cree_le) as depuis from prive.contacts c
        where c.role like 'entreprise-%'
        group by c.parcours_id having count(c.confirme_le) = 0) c on c.parcours_id = p.id
      where coalesce(greatest(p.fin_le, p.fin_reconduction_le), jour) >= jour
        and p.disponibilite not in ('pourvu', 'termine')),
    'parcours', (
      select coalesce(json_agg(prive.parcours_en_bref(p) order by p.publie_le, p.id), '[]')
      from prive.parcours_du_tableau(lien) p where lien.portee = 'dossiers'),
    'personnesAVerifier', (
      select coalesce(json_agg(prive.personne_a_verifier(d) order by d.verification_le, d.id), '[]')
      from prive.demandes d where d.etat = 'a-verifier' and (lien.portee = 'equipe'
        or (lien.portee = 'coordination' and d.academie = lien.academie))),
    'releves', case when lien.portee = 'equipe' then prive.releves_a_decider() else '[]' end,
    'courrielsMorts', (
      select coalesce(json_agg(json_build_object('id', c.id, 'gabarit', c.gabarit,
        'destinataire', c.destinataire, 'erreur', c.erreur, 'creeLe', c.cree_le,
        'reference', (select d.reference from prive.demandes d where d.id = c.demande_id))
        order by c.cree_le, c.id), '[]')
      from prive.courriels c
      where lien.portee = 'equipe' and c.etat = 'mort' and c.destinataire is not null),
    'remises', (
      select coalesce(json_agg(r order by r.le, r.id), '[]')
      from prive.remises_a_surveiller() r where lien.portee = 'equipe'));
end $$;

-- L'équipe renvoie un courriel mort. Statuts : lien-inconnu, lien-expire, inconnu, fait.
create function public.tableau_agir(
  p_empreinte text, p_action text, p_id uuid, p_maintenant timestamptz
) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  lu record;
begin
  select * into lu from prive.lien_de_tableau(p_empreinte, p_maintenant);
  if lu.etat = 'lien-inconnu' or (lu.lien).portee <> 'equipe' then
    return jsonb_build_object('statut', 'lien-inconnu');
  end if;
  if lu.etat <> 'ouvert' then return jsonb_build_object('statut', lu.etat); end if;
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
