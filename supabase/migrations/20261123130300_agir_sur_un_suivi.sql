-- Clore une demande et libérer le parcours : la même fin pour un retrait, un refus et un accueil terminé.
-- À appeler avec le verrou du parcours. Rend la demande close.
create function prive.clore(
  p_demande prive.demandes, p_etat text, p_lien jsonb, p_valable interval, p_maintenant timestamptz
) returns prive.demandes language plpgsql set search_path = '' as $$
declare
  close prive.demandes;
begin
  update prive.demandes d set etat = p_etat, close_le = p_maintenant
  where d.id = p_demande.id returning * into close;
  if p_demande.etat in ('active', 'proposee') then
    perform prive.proposer_au_suivant(close.parcours_id, p_lien, p_valable, p_maintenant);
  end if;
  return close;
end $$;

-- Décompte des heures faites, dans la limite de ce qui reste : le parcours repart pour le reste.
create function prive.decompter(p_parcours text, p_heures integer, p_maintenant timestamptz)
returns void language sql set search_path = '' as $$
  update prive.parcours p
  set heures_faites = p.heures_faites
        + least(greatest(p_heures, 0), coalesce(p.heures - p.heures_faites, p_heures)),
      maj_le = p_maintenant
  where p.id = p_parcours
$$;

create or replace function public.demande_retirer(
  p_empreinte text, p_lien jsonb, p_valable interval, p_maintenant timestamptz
) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  lien prive.liens;
  demande prive.demandes;
  prevenu jsonb;
begin
  select * into lien from prive.liens l
  where l.empreinte = decode(p_empreinte, 'hex') and l.role = 'tutrice'
    and l.portee in ('suivre', 'accepter-proposition', 'confirmer-demande') and l.annule_le is null
    and l.expire_le > p_maintenant;
  if not found then return jsonb_build_object('statut', 'lien-inconnu'); end if;
  perform 1 from prive.parcours p join prive.demandes d on d.parcours_id = p.id
  where d.id = lien.demande_id for update of p;
  select * into demande from prive.demandes d where d.id = lien.demande_id for update;
  if demande.etat in ('a-confirmer', 'active', 'en-attente', 'proposee') then
    if demande.confirmee_le is not null then
      perform prive.consigner(demande.parcours_id, demande.id, 'retrait', 'tutrice', '{}',
        p_maintenant);
    end if;
    for prevenu in select p from jsonb_array_elements(demande.prevenus) p loop
      perform prive.poster('interet-retire', prevenu ->> 'courriel',
        prive.resume(demande) || jsonb_build_object('destinataireNom', prevenu ->> 'nom',
          'destinataireRole', prevenu ->> 'role'), demande.id, p_maintenant);
    end loop;
    demande := prive.clore(demande, 'retiree', p_lien, p_valable, p_maintenant);
  end if;
  return prive.bilan_de_demande(demande);
end $$;

create or replace function public.demande_terminer(
  p_reference text, p_heures_faites integer, p_lien jsonb, p_valable interval,
  p_maintenant timestamptz
) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  demande prive.demandes;
  parcours prive.parcours;
begin
  select p.* into parcours from prive.parcours p join prive.demandes d on d.parcours_id = p.id
  where d.reference = p_reference for update of p;
  if not found then return jsonb_build_object('statut', 'inconnu'); end if;
  select * into demande from prive.demandes d where d.reference = p_reference for update;
  if demande.etat = 'active' then
    if p_heures_faites is null or p_heures_faites < 0
      or p_heures_faites > coalesce(prive.heures_restantes(parcours), 2000) then
      return jsonb_build_object('statut', 'heures', 'restantes', prive.heures_restantes(parcours));
    end if;
    perform prive.decompter(parcours.id, p_heures_faites, p_maintenant);
    perform prive.consigner(parcours.id, demande.id, 'accueil-termine', 'equipe',
      jsonb_build_object('heures', p_heures_faites), p_maintenant);
    demande := prive.clore(demande, 'terminee', p_lien, p_valable, p_maintenant);
  end if;
  return prive.bilan_de_demande(demande);
end $$;

-- L'auteur que le journal retient pour le rôle d'un lien.
create function prive.auteur_du_role(p_role text) returns text
language sql immutable set search_path = '' as $$
  select case when p_role like 'entreprise-%' then 'entreprise' when p_role = 'prescripteur'
    then 'acheteur' else p_role end
$$;

-- Un contact remplacé : l'ancien lien ne vaut plus rien, le nouveau est posé sur cette demande (premier de
-- `p_liens`), puis sur les autres demandes du parcours que l'ancien ouvrait, tant qu'il reste des liens.
-- Rend le nombre de liens pris.
create function prive.changer_contact(
  p_demande prive.demandes, p_contact jsonb, p_liens jsonb, p_maintenant timestamptz
) returns integer language plpgsql set search_path = '' as $$
declare
  autre uuid;
  pris integer := 1;
  autres uuid[];
begin
  select coalesce(array_agg(distinct d.id), '{}') into autres
  from prive.demandes d join prive.liens l on l.demande_id = d.id
  where d.parcours_id = p_demande.parcours_id and d.id <> p_demande.id and l.portee = 'suivre'
    and l.role = p_contact ->> 'role' and l.annule_le is null and d.anonymisee_le is null
    and d.etat in ('active', 'terminee');
  perform prive.ecrire_contacts(p_demande.parcours_id, jsonb_build_array(p_contact), null,
    p_maintenant);
  perform prive.annuler_liens(p_demande.parcours_id, p_contact ->> 'role', p_maintenant);
  perform prive.poser_lien(p_liens -> 0, 'suivre', p_contact ->> 'role', p_demande.id, null,
    p_maintenant + prive.duree_de_suivi(), p_maintenant);
  foreach autre in array autres loop
    -- Le dernier est gardé pour proposer le parcours à la suivante.
    exit when pris >= jsonb_array_length(p_liens) - 1;
    perform prive.poser_lien(p_liens -> pris, 'suivre', p_contact ->> 'role', autre, null,
      p_maintenant + prive.duree_de_suivi(), p_maintenant);
    pris := pris + 1;
  end loop;
  update prive.demandes d set prevenus = d.prevenus || jsonb_build_object('role',
    p_contact ->> 'role', 'nom', p_contact ->> 'nom', 'courriel', p_contact ->> 'courriel')
  where d.id = p_demande.id and not d.prevenus @> jsonb_build_array(
    jsonb_build_object('courriel', p_contact ->> 'courriel'));
  return pris;
end $$;

-- Écrit une action entière : événements, contact, heures, fin, courriels. La règle est dans le service ; ici on
-- vérifie le lien, la clé, et que personne n'a agi depuis `p_vu`. Une ouverture ou un rappel automatique
-- arrivés entre-temps ne changent pas ce qui est permis : ils n'arrêtent pas l'action.
-- `p_ecrire` : {auteur, evenements: [{genre, donnees, precision?}], contact?, heures?, clore?, courriels?}.
-- Statuts : lien-inconnu, lien-expire, depasse (vu), fait (vu, deja).
create function public.suivi_agir(
  p_empreinte text, p_cle uuid, p_vu bigint, p_ecrire jsonb, p_liens jsonb, p_valable interval,
  p_maintenant timestamptz
) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  lien prive.liens;
  demande prive.demandes;
  courriel jsonb;
  vu bigint;
  pris integer := 0;
begin
  select * into lien from prive.liens l
  where l.empreinte = decode(p_empreinte, 'hex') and l.portee = 'suivre';
  if not found then return jsonb_build_object('statut', 'lien-inconnu'); end if;
  perform 1 from prive.parcours p join prive.demandes d on d.parcours_id = p.id
  where d.id = lien.demande_id for update of p;
  select * into demande from prive.demandes d where d.id = lien.demande_id for update;
  vu := prive.dernier_evenement(demande.id);
  -- Avant l'annulation : qui a passé la main et rejoue son envoi apprend qu'il est fait.
  if exists (select 1 from prive.evenements e where e.demande_id = demande.id and e.cle = p_cle
    and e.auteur = prive.auteur_du_role(lien.role)) then
    return jsonb_build_object('statut', 'fait', 'vu', vu, 'deja', true);
  end if;
  -- Relu sous le verrou : un changement de contact a pu l'annuler pendant l'attente.
  select * into lien from prive.liens l where l.id = lien.id;
  if lien.annule_le is not null then return jsonb_build_object('statut', 'lien-inconnu'); end if;
  if lien.expire_le <= p_maintenant then return jsonb_build_object('statut', 'lien-expire'); end if;
  if p_vu > vu or exists (select 1 from prive.evenements e
    where e.demande_id = demande.id and e.id > p_vu and e.genre <> 'ouvert'
      and not (e.auteur = 'systeme' and e.genre in ('relance', 'acheteur-alerte'))) then
    return jsonb_build_object('statut', 'depasse', 'vu', vu);
  end if;
  if p_ecrire ->> 'auteur' is distinct from prive.auteur_du_role(lien.role) then
    raise exception 'Ce lien n''est pas celui de l''auteur annoncé.' using errcode = 'CSF02';
  end if;
  if jsonb_array_length(p_ecrire -> 'evenements') = 0 then
    raise exception 'Une action laisse au moins un événement.' using errcode = 'CSF03';
  end if;
  vu := prive.journaliser(demande, p_ecrire ->> 'auteur', p_cle, p_ecrire -> 'evenements',
    p_maintenant);
  -- Qui agit avec son lien a confirmé son adresse.
  update prive.contacts c set confirme_le = p_maintenant
  where c.parcours_id = demande.parcours_id and c.role = lien.role and c.confirme_le is null;
  if p_ecrire -> 'contact' ->> 'role' is not null then
    pris := prive.changer_contact(demande, p_ecrire -> 'contact', p_liens, p_maintenant);
    select * into demande from prive.demandes d where d.id = demande.id;
  end if;
  if (p_ecrire ->> 'heures')::integer is not null then
    perform prive.decompter(demande.parcours_id, (p_ecrire ->> 'heures')::integer, p_maintenant);
  end if;
  for courriel in
    select c.valeur from jsonb_array_elements(coalesce(p_ecrire -> 'courriels', '[]')) c(valeur)
  loop
    perform prive.poster(courriel ->> 'gabarit', courriel ->> 'destinataire',
      courriel -> 'donnees', demande.id, p_maintenant);
  end loop;
  if p_ecrire ->> 'clore' is not null then
    if demande.etat not in ('active', 'proposee', 'en-attente')
      or (p_ecrire ->> 'clore') not in ('retiree', 'terminee', 'refusee')
      or (demande.etat <> 'active' and p_ecrire ->> 'clore' <> 'retiree') then
      raise exception 'Cette demande ne peut pas finir ainsi.' using errcode = 'CSF04';
    end if;
    perform prive.clore(demande, p_ecrire ->> 'clore', p_liens -> pris, p_valable, p_maintenant);
    vu := prive.dernier_evenement(demande.id);
  end if;
  return jsonb_build_object('statut', 'fait', 'vu', vu, 'deja', false);
end $$;
grant execute on function
  public.suivi_agir(text, uuid, bigint, jsonb, jsonb, interval, timestamptz) to service_role;
