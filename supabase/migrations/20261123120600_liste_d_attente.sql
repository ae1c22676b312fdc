-- La liste d'attente : un parcours libéré va à la personne suivante, qui l'accepte ou laisse passer son tour.

-- Met une demande dans la liste d'attente, à sa confirmation ou quand son parcours n'a plus de place pour elle : son rang
-- est celui de sa confirmation. À appeler avec le verrou du parcours ; rend la demande.
create function prive.prendre_rang(p_demande uuid, p_lien jsonb, p_maintenant timestamptz)
returns prive.demandes language plpgsql set search_path = '' as $$
declare
  demande prive.demandes;
  rang jsonb;
  lien uuid;
begin
  update prive.demandes d
  set etat = 'en-attente', confirmee_le = coalesce(d.confirmee_le, p_maintenant),
      ordre = coalesce(d.ordre, nextval('prive.ordre_des_confirmations'))
  where d.id = p_demande returning * into demande;
  rang := jsonb_build_object('rang', prive.rang(demande));
  perform prive.journaliser(demande.parcours_id, demande.id, 'mise-en-attente', 'tutrice', rang,
    p_maintenant);
  lien := prive.poser_lien_de_suivi(p_lien, 'tutrice', demande.id, p_maintenant);
  perform prive.poster('liste-d-attente', demande.courriel,
    prive.resume(demande) || rang || jsonb_build_object('lien', lien), demande.id, p_maintenant);
  return demande;
end $$;

-- Propose le parcours libéré à la première de la liste d'attente qui tient dans les heures, sans celles qui sont réservées.
-- À appeler avec le verrou du parcours ; rend vrai quand le lien a servi.
create function prive.proposer_au_suivant(
  p_parcours text, p_lien jsonb, p_valable interval, p_maintenant timestamptz
) returns boolean language plpgsql set search_path = '' as $$
declare
  parcours prive.parcours;
  suivante prive.demandes;
begin
  select * into parcours from prive.parcours p where p.id = p_parcours;
  if parcours.disponibilite = 'reserve' or exists (select 1 from prive.demandes d
    where d.parcours_id = p_parcours and d.occupe) then
    return false;
  end if;
  select * into suivante from prive.demandes d
  where d.parcours_id = p_parcours and d.etat = 'en-attente'
    and prive.obstacle(parcours, d.heures, prive.jour_de_paris(p_maintenant)) is null
    and prive.tient(parcours, d.heures)
  order by d.ordre limit 1 for update;
  if not found then return false; end if;
  update prive.demandes d set etat = 'proposee', proposee_le = p_maintenant
  where d.id = suivante.id returning * into suivante;
  perform prive.poser_lien(p_lien, 'accepter-proposition', 'tutrice', suivante.id, null,
    p_maintenant + p_valable, p_maintenant);
  perform prive.journaliser(p_parcours, suivante.id, 'proposition-au-suivant', 'systeme', '{}',
    p_maintenant);
  perform prive.poster('parcours-libere', suivante.courriel, prive.resume(suivante)
    || jsonb_build_object('lien', p_lien ->> 'id', 'expireLe', p_maintenant + p_valable),
    suivante.id, p_maintenant);
  return true;
end $$;

-- Clôt une demande et libère le parcours : la même fin pour un retrait, un refus et un accueil terminé.
-- À appeler avec le verrou du parcours. Sans lien tout prêt, la tâche d'entretien proposera le parcours à la suivante.
-- Rend la demande close.
create function prive.clore(
  p_demande prive.demandes, p_etat text, p_lien jsonb, p_valable interval, p_maintenant timestamptz
) returns prive.demandes language plpgsql set search_path = '' as $$
declare
  close prive.demandes;
begin
  if not p_etat = any (prive.fins_permises(p_demande.etat)) then
    raise exception 'Cette demande ne peut pas finir ainsi.' using errcode = 'CSF04';
  end if;
  update prive.demandes d set etat = p_etat, close_le = p_maintenant
  where d.id = p_demande.id returning * into close;
  if p_lien is not null and p_demande.occupe then
    perform prive.proposer_au_suivant(close.parcours_id, p_lien, p_valable, p_maintenant);
  end if;
  return close;
end $$;

-- La personne de la liste d'attente accepte le parcours libéré : l'entreprise est prévenue, si la personne est de confiance.
create function public.proposition_accepter(
  p_empreinte text, p_liens jsonb, p_equipe text, p_limites jsonb, p_confiance jsonb,
  p_maintenant timestamptz
) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  lu record;
  demande prive.demandes;
  parcours prive.parcours;
  raison text;
begin
  select * into lu from prive.lien_lu(p_empreinte, array['accepter-proposition'], p_maintenant);
  if lu.etat = 'lien-inconnu' then return jsonb_build_object('statut', lu.etat); end if;
  select * into demande from prive.demandes d where d.id = (lu.lien).demande_id;
  perform prive.au_nom_de(demande.courriel, true, p_limites);
  perform prive.compter_a_son_tour(demande);
  demande := prive.demande_verrouillee((lu.lien).demande_id);
  if demande.etat = 'proposee' and lu.etat = 'ouvert' then
    select * into parcours from prive.parcours p where p.id = demande.parcours_id;
    -- L'équipe a pu fermer le parcours depuis la proposition, ou corriger les heures de l'accueil d'avant.
    raison := coalesce(prive.obstacle(parcours, demande.heures,
      prive.jour_de_paris(p_maintenant)),
      case when not prive.tient(parcours, demande.heures) then 'heures' end);
    if raison is not null then
      return jsonb_build_object('statut', raison, 'parcoursId', demande.parcours_id,
        'restantes', parcours.heures_restantes);
    end if;
    demande := prive.admettre(demande, p_liens, p_equipe, p_confiance, p_maintenant);
  elsif demande.etat in ('proposee', 'expiree') then
    return jsonb_build_object('statut', 'lien-expire', 'parcoursId', demande.parcours_id);
  else
    return prive.bilan_de_demande(demande) || '{"deja": true}';
  end if;
  return prive.bilan_de_demande(demande);
end $$;

-- Retire une demande que personne n'a encore confirmée (par la tutrice, avec son lien). Confirmée, elle ne se retire que
-- par son suivi : elle est rendue telle quelle, avec le lien de suivi de la tutrice. Rejouée, ne change rien.
create function public.demande_retirer(p_empreinte text, p_maintenant timestamptz)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  lu record;
  demande prive.demandes;
begin
  select * into lu from prive.lien_lu(p_empreinte,
    array['suivre', 'accepter-proposition', 'confirmer-demande'], p_maintenant);
  if lu.etat <> 'ouvert' or (lu.lien).role <> 'tutrice' then
    return jsonb_build_object('statut', 'lien-inconnu');
  end if;
  demande := prive.demande_verrouillee((lu.lien).demande_id);
  if demande.etat = 'a-confirmer' then
    demande := prive.clore(demande, 'retiree', null, null, p_maintenant);
  end if;
  return prive.bilan_de_demande(demande) || case
    when demande.etat in ('a-verifier', 'active', 'en-attente', 'proposee') then jsonb_build_object('suivi', (
      select l.id from prive.liens_de_suivi(array[demande.id], p_maintenant) l
      where l.role = 'tutrice'))
    else '{}' end;
end $$;

-- Ce qui est passé de date. Une proposition expirée passe à la suivante ; un parcours redevenu libre (réservation
-- levée par un import) est proposé ; l'attente d'un parcours fermé, ou qui n'a plus assez d'heures, prend fin ; une
-- confirmation périmée expire.
-- À appeler souvent : un passage sans rien à faire ne change rien. Rend le nombre de demandes traitées.
-- `p_liens` : un lien par proposition possible dans ce passage ; le reste attend le suivant.
create function public.demandes_expirer(
  p_liens jsonb, p_valable interval, p_maintenant timestamptz
) returns integer language plpgsql security definer set search_path = '' as $$
declare
  jour date := prive.jour_de_paris(p_maintenant);
  candidat text;
  parcours prive.parcours;
  demande prive.demandes;
  traitees integer := 0;
  liens_pris integer := 0;
  confirmations integer;
begin
  -- Un ordre fixe, et toujours le parcours avant ses demandes : deux passages ne se bloquent pas l'un l'autre.
  for candidat in
    select p.id from prive.parcours p
    where exists (select 1 from prive.demandes d
        join prive.liens l on l.demande_id = d.id and l.portee = 'accepter-proposition'
        where d.parcours_id = p.id and d.etat = 'proposee' and l.expire_le <= p_maintenant)
      or exists (select 1 from prive.demandes d
        where d.parcours_id = p.id and d.etat = 'en-attente'
          and prive.obstacle(p, d.heures, jour) is not null)
      or (p.disponibilite <> 'reserve'
        and exists (select 1 from prive.demandes d
          where d.parcours_id = p.id and d.etat = 'en-attente'
            and prive.obstacle(p, d.heures, jour) is null and prive.tient(p, d.heures))
        and not exists (select 1 from prive.demandes d
          where d.parcours_id = p.id and d.occupe))
    order by p.id
  loop
    exit when liens_pris >= jsonb_array_length(p_liens);
    select * into parcours from prive.parcours p where p.id = candidat for update;
    for demande in
      select d.* from prive.demandes d
      where d.parcours_id = candidat and ((d.etat = 'proposee' and exists (
          select 1 from prive.liens l where l.demande_id = d.id
            and l.portee = 'accepter-proposition' and l.expire_le <= p_maintenant))
        or (d.etat = 'en-attente' and prive.obstacle(parcours, d.heures, jour) is not null))
      order by d.ordre for update
    loop
      update prive.demandes d set etat = 'expiree', close_le = p_maintenant where d.id = demande.id;
      perform prive.journaliser(candidat, demande.id, case when demande.etat = 'proposee'
        then 'proposition-expiree' else 'attente-close' end, 'systeme', '{}', p_maintenant);
      perform prive.poster(case when demande.etat = 'proposee'
        then 'proposition-expiree' else 'attente-close' end, demande.courriel,
        prive.resume(demande) || jsonb_build_object('restantes',
          case when prive.obstacle(parcours, demande.heures, jour) = 'heures'
            then parcours.heures_restantes end),
        demande.id, p_maintenant);
      traitees := traitees + 1;
    end loop;
    if prive.proposer_au_suivant(candidat, p_liens -> liens_pris, p_valable, p_maintenant) then
      liens_pris := liens_pris + 1;
    end if;
  end loop;
  -- Une confirmation qui passe à l'instant garde sa demande : le passage suivant verra ce qu'elle est devenue.
  with perimees as materialized (
    select d.id from prive.demandes d
    where d.etat = 'a-confirmer' and exists (select 1 from prive.liens l
      where l.demande_id = d.id and l.portee = 'confirmer-demande' and l.expire_le <= p_maintenant)
    for update skip locked),
  closes as (
    update prive.demandes d set etat = 'expiree', close_le = p_maintenant
    from perimees where d.id = perimees.id
    returning 1)
  select count(*)::integer into confirmations from closes;
  return traitees + liens_pris + confirmations;
end $$;

-- Renvoie à une adresse les courriels qui attendent encore son geste, avec le même lien : confirmer sa demande, accepter
-- le parcours libéré. Un lien passé de date n'est pas refait : la demande expire, et se refait par le formulaire.
create function prive.renvoyer_ce_qui_attend(p_courriel text, p_maintenant timestamptz)
returns void language plpgsql set search_path = '' as $$
begin
  perform prive.poster(
    case l.portee when 'confirmer-demande' then 'confirmer-interet' else 'parcours-libere' end,
    d.courriel, prive.resume(d) || jsonb_build_object('lien', l.id, 'expireLe', l.expire_le),
    d.id, p_maintenant)
  from prive.demandes d join prive.liens l on l.demande_id = d.id
  where lower(d.courriel) = p_courriel and l.annule_le is null and l.expire_le > p_maintenant
    and ((d.etat = 'a-confirmer' and l.portee = 'confirmer-demande')
      or (d.etat = 'proposee' and l.portee = 'accepter-proposition'));
end $$;

grant execute on function
  public.proposition_accepter(text, jsonb, text, jsonb, jsonb, timestamptz),
  public.demande_retirer(text, timestamptz),
  public.demandes_expirer(jsonb, interval, timestamptz)
to service_role;
