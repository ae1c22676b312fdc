-- Retrouver ses liens : la réponse est la même pour tous, le courriel ne part qu'à une adresse connue.
create index on prive.contacts (lower(courriel));
create index on prive.demandes (lower(courriel)) where anonymisee_le is null;
create index on prive.liens (courriel) where courriel is not null;

-- Les dossiers où une adresse tient un rôle : ceux en cours, et ceux finis que la purge n'a pas encore vidés.
create function prive.dossiers_de(p_courriel text)
returns table (demande_id uuid, role text, depuis timestamptz)
language sql stable set search_path = '' as $$
  select d.id, 'tutrice', d.confirmee_le from prive.demandes d
  where lower(d.courriel) = p_courriel and d.anonymisee_le is null
    and d.etat in ('active', 'en-attente', 'proposee', 'terminee', 'refusee')
  union all
  select d.id, c.role, d.confirmee_le from prive.contacts c
  join prive.demandes d on d.parcours_id = c.parcours_id
  where lower(c.courriel) = p_courriel and c.role <> 'mlds' and d.anonymisee_le is null
    and d.etat in ('active', 'terminee', 'refusee')
$$;

-- Pose un lien vers une liste, valable douze heures, et rend ce que le courriel en dit.
create function prive.lien_de_liste(
  p_lien jsonb, p_portee text, p_role text, p_courriel text, p_academie text, p_maintenant timestamptz
) returns jsonb language sql set search_path = '' as $$
  insert into prive.liens
    (id, empreinte, portee, role, courriel, academie, expire_le, cree_le)
  values ((p_lien ->> 'id')::uuid, decode(p_lien ->> 'empreinte', 'hex'), p_portee, p_role,
    p_courriel, p_academie, p_maintenant + interval '12 hours', p_maintenant)
  returning jsonb_build_object('portee', portee, 'academie', academie, 'lien', id,
    'expireLe', expire_le)
$$;

-- Envoie à une adresse connue ses liens : ses dossiers (les plus récents d'abord, cinquante au plus), et sa liste.
-- `p_liens` : deux pour les listes, puis un par lien de suivi qui manquerait. Statuts : limite (secondes), envoye.
create function public.liens_retrouver(
  p_courriel text, p_liens jsonb, p_limites jsonb, p_maintenant timestamptz
) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  adresse text := lower(p_courriel);
  membre prive.membres;
  role_d_acheteur text;
  dossier record;
  lien uuid;
  pris integer := 0;
  listes jsonb := '[]';
  dossiers jsonb := '[]';
  attente integer;
begin
  attente := prive.compter(p_limites, p_maintenant);
  if attente > 0 then return jsonb_build_object('statut', 'limite', 'secondes', attente); end if;
  select * into membre from prive.membres m where m.courriel = adresse;
  if found then
    listes := listes || prive.lien_de_liste(p_liens -> pris, membre.genre, membre.genre, adresse,
      membre.academie, p_maintenant);
    pris := pris + 1;
  end if;
  select min(c.role) into role_d_acheteur from prive.contacts c
  where lower(c.courriel) = adresse and c.role in ('acheteur', 'prescripteur');
  if role_d_acheteur is not null then
    listes := listes || prive.lien_de_liste(p_liens -> pris, 'dossiers', role_d_acheteur, adresse,
      null, p_maintenant);
    pris := pris + 1;
  end if;
  for dossier in
    select d.id, d.reference, d.etat, d.active_le, t.role, p.intitule, p.commune
    from prive.dossiers_de(adresse) t
    join prive.demandes d on d.id = t.demande_id join prive.parcours p on p.id = d.parcours_id
    order by t.depuis desc, d.id, t.role limit 50
  loop
    select l.id into lien from prive.liens_de_suivi(dossier.id, p_maintenant) l
    where l.role = dossier.role;
    if not found then
      continue when pris >= jsonb_array_length(p_liens);
      lien := prive.poser_lien(p_liens -> pris, 'suivre', dossier.role, dossier.id, null,
        p_maintenant + prive.duree_de_suivi(), p_maintenant);
      pris := pris + 1;
    end if;
    dossiers := dossiers || jsonb_build_object('reference', dossier.reference,
      'intitule', dossier.intitule, 'commune', dossier.commune, 'role', dossier.role,
      'etat', dossier.etat, 'activeLe', dossier.active_le, 'lien', lien);
  end loop;
  if listes <> '[]' or dossiers <> '[]'
    or exists (select 1 from prive.contacts c where lower(c.courriel) = adresse and c.role <> 'mlds')
  then
    perform prive.poster('suivi-liens', adresse,
      jsonb_build_object('dossiers', dossiers, 'listes', listes), null, p_maintenant);
  end if;
  return jsonb_build_object('statut', 'envoye');
end $$;
grant execute on function
  public.liens_retrouver(text, jsonb, jsonb, timestamptz) to service_role;
