-- L'expression d'intérêt : chaque fonction est une étape entière, dans une transaction.

-- Raison pour laquelle un parcours n'accepte pas `p_heures` de plus, ou null s'il les accepte.
-- Des heures réservées n'en sont pas une : elles peuvent revenir, et la demande attend (prive.est_pris).
-- Avec `p_debut`, « trop-tard » quand le début souhaité vient après la fin du parcours.
create function prive.obstacle(
  p_parcours prive.parcours, p_heures integer, p_jour date, p_debut date default null
) returns text
language sql stable set search_path = '' as $$
  select case
    when not p_parcours.publie then 'inconnu'
    when p_parcours.disponibilite in ('pourvu', 'termine') then 'ferme'
    when coalesce(greatest(p_parcours.fin_le, p_parcours.fin_reconduction_le), p_jour) < p_jour
      then 'ferme'
    when p_parcours.heures = p_parcours.heures_faites then 'ferme'
    when p_heures > p_parcours.heures - p_parcours.heures_faites then 'heures'
    when p_debut > greatest(p_parcours.fin_le, p_parcours.fin_reconduction_le) then 'trop-tard' end
$$;

-- Vrai si `p_heures` doivent attendre : un jeune accueilli ou proposé, des heures réservées par l'accueil d'avant, une
-- réservation déclarée par l'équipe dans son export, ou une personne de la liste d'attente qui tient dans ce qui reste.
create function prive.est_pris(p_parcours prive.parcours, p_heures integer) returns boolean
language sql stable set search_path = '' as $$
  select p_parcours.disponibilite = 'reserve' or not prive.tient(p_parcours, p_heures) or exists (
    select 1 from prive.demandes d
    where d.parcours_id = p_parcours.id and (d.occupe
      or (d.etat = 'en-attente' and prive.tient(p_parcours, d.heures))))
$$;

-- Reçoit une demande. Rejouée avec la même clé, elle rend la même réponse et n'envoie rien de plus, tant que
-- la demande est ouverte : après un retrait ou une expiration, le même envoi est une nouvelle demande.
-- Statuts : recue, limite (secondes à attendre), inconnu, ferme, heures (restantes), trop-tard.
create function public.demande_creer(
  p_demande jsonb, p_lien jsonb, p_limites jsonb, p_valable interval, p_maintenant timestamptz
) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  existante prive.demandes;
  parcours prive.parcours;
  neuve prive.demandes;
  attente integer;
  raison text;
begin
  select * into existante from prive.demandes d where d.cle = (p_demande ->> 'cle')::uuid
    and d.etat in ('a-confirmer', 'a-verifier', 'active', 'proposee', 'en-attente');
  if found then
    return jsonb_build_object('statut', 'recue', 'reference', existante.reference);
  end if;
  attente := prive.compter(p_limites, p_maintenant);
  if attente > 0 then
    return jsonb_build_object('statut', 'limite', 'secondes', attente);
  end if;
  perform prive.au_nom_de(p_demande ->> 'courriel', false, p_limites);
  select * into parcours from prive.parcours p where p.id = p_demande ->> 'parcoursId';
  if not found then return jsonb_build_object('statut', 'inconnu'); end if;
  raison := prive.obstacle(parcours, (p_demande ->> 'heures')::integer,
    prive.jour_de_paris(p_maintenant), (p_demande ->> 'debutLe')::date);
  if raison is not null then
    return jsonb_build_object('statut', raison, 'restantes', parcours.heures_restantes);
  end if;
  insert into prive.demandes (id, reference, cle, parcours_id, etat, nom, courriel, telephone, role,
    etablissement, academie, debut_le, heures, message, reconnue, consentement_le, cree_le)
  values ((p_demande ->> 'id')::uuid, p_demande ->> 'reference', (p_demande ->> 'cle')::uuid,
    parcours.id, 'a-confirmer', p_demande ->> 'nom', p_demande ->> 'courriel',
    p_demande ->> 'telephone', p_demande ->> 'role', p_demande ->> 'etablissement',
    p_demande ->> 'academie', (p_demande ->> 'debutLe')::date, (p_demande ->> 'heures')::integer,
    p_demande ->> 'message', coalesce((p_demande ->> 'reconnue')::boolean, false), p_maintenant,
    p_maintenant)
  on conflict (cle) where etat in ('a-confirmer', 'a-verifier', 'active', 'proposee', 'en-attente')
    do nothing
  returning * into neuve;
  if not found then
    -- Un double envoi simultané : l'autre a gagné, la réponse est la même.
    select * into existante from prive.demandes d where d.cle = (p_demande ->> 'cle')::uuid
      and d.etat in ('a-confirmer', 'a-verifier', 'active', 'proposee', 'en-attente');
    return jsonb_build_object('statut', 'recue', 'reference', existante.reference);
  end if;
  perform prive.poser_lien(p_lien, 'confirmer-demande', 'tutrice', neuve.id, null,
    p_maintenant + p_valable, p_maintenant);
  perform prive.poster('confirmer-interet', neuve.courriel,
    prive.resume(neuve) || jsonb_build_object('lien', p_lien ->> 'id',
      'expireLe', p_maintenant + p_valable), neuve.id, p_maintenant);
  return jsonb_build_object('statut', 'recue', 'reference', neuve.reference);
end $$;

-- Lit un lien sans rien changer : les robots qui ouvrent les courriels ne confirment rien.
create function public.demande_lire(p_empreinte text, p_portee text, p_maintenant timestamptz)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  lu record;
  demande prive.demandes;
begin
  select * into lu from prive.lien_lu(p_empreinte, array[p_portee], p_maintenant);
  if lu.etat = 'lien-inconnu' then return jsonb_build_object('statut', lu.etat); end if;
  select * into demande from prive.demandes d where d.id = (lu.lien).demande_id;
  -- Une demande qui n'attend plus rien de ce lien se lit encore : la page dit ce qu'elle est devenue.
  if lu.etat = 'lien-expire' and demande.etat in ('a-confirmer', 'proposee', 'expiree') then
    return jsonb_build_object('statut', lu.etat, 'parcoursId', demande.parcours_id);
  end if;
  return prive.bilan_de_demande(demande) || jsonb_build_object('expireLe', (lu.lien).expire_le);
end $$;

-- Rend une demande active, à sa confirmation ou quand elle accepte un parcours libéré, et prévient l'entreprise,
-- l'acheteur (ou le prescripteur), l'équipe et la tutrice. À appeler avec le verrou du parcours ; rend la demande.
-- `p_liens` : un lien tout prêt pour chacun (six au plus) ; celui de la tutrice est le premier.
create function prive.rendre_active(
  p_demande uuid, p_liens jsonb, p_equipe text, p_maintenant timestamptz
) returns prive.demandes language plpgsql set search_path = '' as $$
declare
  demande prive.demandes;
  contact record;
  lien uuid;
  contacts integer := 0;
  entreprises integer := 0;
  liens integer := 0;
  seul boolean;
  resume jsonb;
begin
  update prive.demandes d
  set etat = 'active', active_le = p_maintenant,
      confirmee_le = coalesce(d.confirmee_le, p_maintenant),
      ordre = coalesce(d.ordre, nextval('prive.ordre_des_confirmations'))
  where d.id = p_demande returning * into demande;
  perform prive.journaliser(demande.parcours_id, demande.id, 'interet-confirme', 'tutrice',
    jsonb_build_object('heures', demande.heures), p_maintenant);
  resume := prive.resume(demande);
  select count(distinct lower(c.courriel)) = 1 into seul from prive.contacts c
  where c.parcours_id = demande.parcours_id and c.role like 'entreprise-%';
  for contact in
    select c.role, c.courriel, c.nom from prive.contacts c
    where c.parcours_id = demande.parcours_id and c.role <> 'mlds' order by c.role
  loop
    liens := liens + 1;
    lien := prive.poser_lien_de_suivi(p_liens -> liens, contact.role, demande.id, p_maintenant);
    -- Qui tient les deux rôles de l'entreprise n'est qu'une personne : elle est écrite, et comptée, une fois.
    continue when seul and entreprises = 1 and contact.role like 'entreprise-%';
    contacts := contacts + 1;
    entreprises := entreprises + (contact.role like 'entreprise-%')::integer;
    perform prive.poster(
      case when contact.role like 'entreprise-%' then 'interet-entreprise' else 'interet-copie' end,
      contact.courriel,
      resume || jsonb_build_object('destinataireNom', contact.nom, 'destinataireRole', contact.role,
        'lien', lien, 'seul', seul, 'marche', prive.marche(demande.parcours_id)),
      demande.id, p_maintenant);
  end loop;
  lien := prive.poser_lien_de_suivi(p_liens -> liens + 1, 'equipe', demande.id, p_maintenant);
  perform prive.poster('interet-equipe', p_equipe, resume || jsonb_build_object(
    'contacts', contacts, 'entreprises', entreprises, 'lien', lien),
    demande.id, p_maintenant);
  perform prive.journaliser(demande.parcours_id, demande.id, 'entreprise-contactee', 'systeme',
    jsonb_build_object('entreprises', entreprises,
      'acheteurs', contacts - entreprises,
      'debutLe', demande.debut_le), p_maintenant);
  lien := prive.poser_lien_de_suivi(p_liens -> 0, 'tutrice', demande.id, p_maintenant);
  perform prive.poster('interet-confirme', demande.courriel,
    resume || jsonb_build_object('lien', lien, 'entreprises', entreprises), demande.id, p_maintenant);
  return demande;
end $$;

-- Confirme une demande. Une seule devient active ; les autres prennent rang. Rejouée, ne change rien, et le dit (`deja`).
-- Une personne peut demander le même parcours pour plusieurs jeunes, l'un après l'autre : sa seconde demande prend rang
-- derrière la première. Le même envoi refait n'en est pas une : demande_creer le reconnaît à sa clé.
-- Qui a retiré deux demandes confirmées sur ce parcours en sept jours attend : confirmer et retirer en boucle
-- écrirait sans fin à l'entreprise.
-- Statuts : lien-inconnu, lien-expire, inconnu, ferme, heures, limite (secondes), trop-de-demandes (limite, max), ou l'état
-- de la demande.
create function public.demande_confirmer(
  p_empreinte text, p_liens jsonb, p_equipe text, p_limites jsonb, p_confiance jsonb,
  p_maintenant timestamptz
) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  lu record;
  demande prive.demandes;
  parcours prive.parcours;
  raison text;
  libre_le timestamptz;
  boite text;
  depassee jsonb;
begin
  select * into lu from prive.lien_lu(p_empreinte, array['confirmer-demande'], p_maintenant);
  if lu.etat = 'lien-inconnu' then return jsonb_build_object('statut', lu.etat); end if;
  select * into demande from prive.demandes d where d.id = (lu.lien).demande_id;
  perform prive.au_nom_de(demande.courriel, true, p_limites);
  boite := prive.adresse_canonique(demande.courriel);
  perform prive.compter_a_son_tour(demande);
  -- Deux confirmations du même parcours passent l'une après l'autre.
  demande := prive.demande_verrouillee((lu.lien).demande_id);
  select * into parcours from prive.parcours p where p.id = demande.parcours_id;
  if demande.etat = 'expiree' or (demande.etat = 'a-confirmer' and lu.etat = 'lien-expire') then
    update prive.demandes d set etat = 'expiree', close_le = coalesce(d.close_le, p_maintenant)
    where d.id = demande.id and d.etat = 'a-confirmer';
    return jsonb_build_object('statut', 'lien-expire', 'parcoursId', demande.parcours_id);
  end if;
  if demande.etat <> 'a-confirmer' then
    return prive.bilan_de_demande(demande) || '{"deja": true}';
  end if;
  select d.close_le + interval '7 days' into libre_le from prive.demandes d
  where d.parcours_id = parcours.id and prive.adresse_canonique(d.courriel) = boite and d.etat = 'retiree'
    and d.confirmee_le is not null and d.close_le > p_maintenant - interval '7 days'
  order by d.close_le desc offset 1 limit 1;
  if found then
    return jsonb_build_object('statut', 'limite', 'parcoursId', demande.parcours_id,
      'secondes', ceil(extract(epoch from libre_le - p_maintenant))::integer);
  end if;
  raison := prive.obstacle(parcours, demande.heures,
    prive.jour_de_paris(p_maintenant), demande.debut_le);
  if raison is not null then
    -- Le parcours a été raccourci depuis l'envoi : pour cette demande, il est fermé.
    raison := case raison when 'trop-tard' then 'ferme' else raison end;
    return jsonb_build_object('statut', raison, 'parcoursId', demande.parcours_id,
      'restantes', parcours.heures_restantes);
  end if;
  depassee := prive.limite_de_demandes(demande,
    prive.est_pris(parcours, demande.heures), p_confiance);
  if depassee is not null then
    return depassee || jsonb_build_object('statut', 'trop-de-demandes',
      'parcoursId', demande.parcours_id);
  end if;
  if prive.est_pris(parcours, demande.heures) then
    demande := prive.prendre_rang(demande.id, p_liens -> 0, p_maintenant);
  else
    demande := prive.admettre(demande, p_liens, p_equipe, p_confiance, p_maintenant);
  end if;
  return prive.bilan_de_demande(demande);
end $$;

grant execute on function
  public.demande_creer(jsonb, jsonb, jsonb, interval, timestamptz),
  public.demande_lire(text, text, timestamptz),
  public.demande_confirmer(text, jsonb, text, jsonb, jsonb, timestamptz)
to service_role;
