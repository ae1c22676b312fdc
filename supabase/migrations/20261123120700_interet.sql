-- L'expression d'intérêt : chaque fonction est une étape entière, dans une transaction.

-- Un lien tout prêt, fait par la fonction appelante : {"id": uuid, "empreinte": hexadécimal}.
create function prive.poser_lien(
  p_lien jsonb, p_portee text, p_role text, p_demande uuid, p_declaration uuid,
  p_expire timestamptz, p_maintenant timestamptz
) returns uuid language sql set search_path = '' as $$
  insert into prive.liens
    (id, empreinte, portee, role, demande_id, declaration_id, expire_le, cree_le)
  values ((p_lien ->> 'id')::uuid, decode(p_lien ->> 'empreinte', 'hex'), p_portee, p_role,
    p_demande, p_declaration, p_expire, p_maintenant)
  returning id
$$;

create function prive.poster(
  p_gabarit text, p_destinataire text, p_donnees jsonb, p_demande uuid, p_maintenant timestamptz
) returns void language sql set search_path = '' as $$
  insert into prive.courriels
    (gabarit, destinataire, donnees, demande_id, prochain_essai_le, cree_le)
  values (p_gabarit, p_destinataire, p_donnees, p_demande, p_maintenant, p_maintenant)
$$;

create function prive.consigner(
  p_parcours text, p_demande uuid, p_genre text, p_auteur text, p_donnees jsonb,
  p_maintenant timestamptz
) returns void language sql set search_path = '' as $$
  insert into prive.evenements (parcours_id, demande_id, genre, auteur, donnees, le)
  values (p_parcours, p_demande, p_genre, p_auteur, p_donnees, p_maintenant)
$$;

-- Rang dans la liste d'attente, 1 pour la prochaine ; null hors de la liste.
create function prive.rang(p_demande prive.demandes) returns integer
language sql stable set search_path = '' as $$
  select case when p_demande.etat = 'en-attente' then (
    select count(*)::integer from prive.demandes d
    where d.parcours_id = p_demande.parcours_id and d.etat = 'en-attente'
      and d.ordre <= p_demande.ordre) end
$$;

-- Ce qu'un courriel dit d'une demande et de son parcours.
create function prive.resume(p_demande prive.demandes) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'reference', p_demande.reference, 'parcours', p.id, 'intitule', p.intitule,
    'commune', p.commune, 'heures', p_demande.heures, 'debutLe', p_demande.debut_le,
    'nom', p_demande.nom, 'role', p_demande.role, 'etablissement', p_demande.etablissement,
    'courriel', p_demande.courriel, 'telephone', p_demande.telephone,
    'message', p_demande.message, 'activeLe', p_demande.active_le)
  from prive.parcours p where p.id = p_demande.parcours_id
$$;

-- Prévient l'entreprise, l'acheteur (ou le prescripteur), l'équipe et la tutrice d'une demande devenue active.
-- `p_liens` : un lien tout prêt, pour le suivi de la tutrice ; il vaut dix-huit mois.
create function prive.prevenir(
  p_demande prive.demandes, p_liens jsonb, p_equipe text, p_maintenant timestamptz
) returns void language plpgsql set search_path = '' as $$
declare
  contact record;
  lien uuid;
  informes jsonb := '[]';
  entreprises integer := 0;
  resume jsonb := prive.resume(p_demande);
begin
  for contact in
    select c.role, c.courriel, c.nom from prive.contacts c
    where c.parcours_id = p_demande.parcours_id and c.role <> 'mlds' order by c.role
  loop
    informes := informes || jsonb_build_object(
      'role', contact.role, 'nom', contact.nom, 'courriel', contact.courriel);
    entreprises := entreprises + (contact.role like 'entreprise-%')::integer;
    perform prive.poster(
      case when contact.role like 'entreprise-%' then 'interet-entreprise' else 'interet-copie' end,
      contact.courriel,
      resume || jsonb_build_object('destinataireNom', contact.nom, 'destinataireRole', contact.role),
      p_demande.id, p_maintenant);
  end loop;
  perform prive.poster('interet-equipe', p_equipe, resume || jsonb_build_object(
    'contacts', jsonb_array_length(informes), 'entreprises', entreprises), p_demande.id, p_maintenant);
  informes := informes || jsonb_build_object('role', 'equipe', 'nom', null, 'courriel', p_equipe);
  update prive.demandes d set prevenus = informes where d.id = p_demande.id;
  lien := prive.poser_lien(p_liens -> 0, 'suivre', 'tutrice', p_demande.id, null,
    p_maintenant + interval '18 months', p_maintenant);
  perform prive.poster('interet-confirme', p_demande.courriel,
    resume || jsonb_build_object('lien', lien, 'entreprises', entreprises), p_demande.id, p_maintenant);
end $$;

-- Raison pour laquelle un parcours n'accepte pas `p_heures` de plus, ou null s'il les accepte.
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
    when prive.heures_restantes(p_parcours) = 0 then 'ferme'
    when p_heures > prive.heures_restantes(p_parcours) then 'heures'
    when p_debut > greatest(p_parcours.fin_le, p_parcours.fin_reconduction_le) then 'trop-tard' end
$$;

-- Vrai si quelqu'un passe avant : un jeune accueilli ou proposé, une réservation déclarée par l'équipe dans
-- son export, ou une personne de la liste d'attente qui tient dans les heures qui restent.
create function prive.est_pris(p_parcours prive.parcours) returns boolean
language sql stable set search_path = '' as $$
  select p_parcours.disponibilite = 'reserve' or exists (
    select 1 from prive.demandes d
    where d.parcours_id = p_parcours.id and (d.etat in ('active', 'proposee')
      or (d.etat = 'en-attente'
        and d.heures <= coalesce(prive.heures_restantes(p_parcours), d.heures))))
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
    and d.etat in ('a-confirmer', 'active', 'proposee', 'en-attente');
  if found then
    return jsonb_build_object('statut', 'recue', 'reference', existante.reference);
  end if;
  attente := prive.compter(p_limites, p_maintenant);
  if attente > 0 then
    return jsonb_build_object('statut', 'limite', 'secondes', attente);
  end if;
  select * into parcours from prive.parcours p where p.id = p_demande ->> 'parcours';
  if not found then return jsonb_build_object('statut', 'inconnu'); end if;
  raison := prive.obstacle(parcours, (p_demande ->> 'heures')::integer,
    (p_maintenant at time zone 'Europe/Paris')::date, (p_demande ->> 'debutLe')::date);
  if raison is not null then
    return jsonb_build_object('statut', raison, 'restantes', prive.heures_restantes(parcours));
  end if;
  insert into prive.demandes (id, reference, cle, parcours_id, etat, nom, courriel, telephone, role,
    etablissement, academie, debut_le, heures, message, consentement_le, cree_le)
  values ((p_demande ->> 'id')::uuid, p_demande ->> 'reference', (p_demande ->> 'cle')::uuid,
    parcours.id, 'a-confirmer', p_demande ->> 'nom', p_demande ->> 'courriel',
    p_demande ->> 'telephone', p_demande ->> 'role', p_demande ->> 'etablissement',
    p_demande ->> 'academie', (p_demande ->> 'debutLe')::date, (p_demande ->> 'heures')::integer,
    p_demande ->> 'message', p_maintenant, p_maintenant)
  on conflict (cle) where etat in ('a-confirmer', 'active', 'proposee', 'en-attente') do nothing
  returning * into neuve;
  if not found then
    -- Un double envoi simultané : l'autre a gagné, la réponse est la même.
    select * into existante from prive.demandes d where d.cle = (p_demande ->> 'cle')::uuid
      and d.etat in ('a-confirmer', 'active', 'proposee', 'en-attente');
    return jsonb_build_object('statut', 'recue', 'reference', existante.reference);
  end if;
  perform prive.poser_lien(p_lien, 'confirmer-demande', 'tutrice', neuve.id, null,
    p_maintenant + p_valable, p_maintenant);
  perform prive.poster('confirmer-interet', neuve.courriel,
    prive.resume(neuve) || jsonb_build_object('lien', p_lien ->> 'id',
      'expireLe', p_maintenant + p_valable), neuve.id, p_maintenant);
  return jsonb_build_object('statut', 'recue', 'reference', neuve.reference);
end $$;

-- Ce qu'une demande est devenue, pour la page qui suit une confirmation.
create function prive.bilan_de_demande(p_demande prive.demandes) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('statut', p_demande.etat, 'reference', p_demande.reference,
    'parcours', p_demande.parcours_id, 'intitule', p.intitule, 'commune', p.commune,
    'heures', p_demande.heures, 'debutLe', p_demande.debut_le,
    'activeLe', p_demande.active_le, 'rang', prive.rang(p_demande))
  from prive.parcours p where p.id = p_demande.parcours_id
$$;

-- Lit un lien sans rien changer : les robots qui ouvrent les courriels ne confirment rien.
create function public.demande_lire(p_empreinte text, p_portee text, p_maintenant timestamptz)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  lien prive.liens;
  demande prive.demandes;
begin
  select * into lien from prive.liens l
  where l.empreinte = decode(p_empreinte, 'hex') and l.portee = p_portee and l.annule_le is null;
  if not found then return jsonb_build_object('statut', 'lien-inconnu'); end if;
  select * into demande from prive.demandes d where d.id = lien.demande_id;
  if lien.expire_le <= p_maintenant and demande.etat in ('a-confirmer', 'proposee', 'expiree') then
    return jsonb_build_object('statut', 'lien-expire', 'parcours', demande.parcours_id);
  end if;
  return prive.bilan_de_demande(demande) || jsonb_build_object('expireLe', lien.expire_le);
end $$;

-- Confirme une demande. Une seule devient active ; les autres prennent rang. Rejouée, ne change rien.
-- Une personne déjà dans la file de ce parcours y garde sa place : sa nouvelle demande est close sans bruit.
-- Qui a retiré deux demandes confirmées sur ce parcours en sept jours attend : confirmer et retirer en boucle
-- écrirait sans fin à l'entreprise.
-- Statuts : lien-inconnu, lien-expire, inconnu, ferme, heures, limite (secondes), ou l'état de la demande.
create function public.demande_confirmer(
  p_empreinte text, p_liens jsonb, p_equipe text, p_maintenant timestamptz
) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  lien prive.liens;
  demande prive.demandes;
  parcours prive.parcours;
  ouverte prive.demandes;
  raison text;
  libre_le timestamptz;
  lien_de_suivi uuid;
begin
  select * into lien from prive.liens l
  where l.empreinte = decode(p_empreinte, 'hex') and l.portee = 'confirmer-demande'
    and l.annule_le is null;
  if not found then return jsonb_build_object('statut', 'lien-inconnu'); end if;
  -- Le parcours d'abord : deux confirmations du même parcours passent l'une après l'autre.
  select p.* into parcours from prive.parcours p
  join prive.demandes d on d.parcours_id = p.id and d.id = lien.demande_id for update of p;
  select * into demande from prive.demandes d where d.id = lien.demande_id for update;
  if demande.etat = 'expiree' or (demande.etat = 'a-confirmer' and lien.expire_le <= p_maintenant) then
    update prive.demandes d set etat = 'expiree', close_le = coalesce(d.close_le, p_maintenant)
    where d.id = demande.id and d.etat = 'a-confirmer';
    return jsonb_build_object('statut', 'lien-expire', 'parcours', demande.parcours_id);
  end if;
  if demande.confirmee_le is null and demande.etat in ('a-confirmer', 'retiree') then
    select * into ouverte from prive.demandes d
    where d.parcours_id = parcours.id and d.courriel = demande.courriel
      and d.etat in ('active', 'proposee', 'en-attente');
    if found then
      update prive.demandes d set etat = 'retiree', close_le = p_maintenant
      where d.id = demande.id and d.etat = 'a-confirmer';
      return prive.bilan_de_demande(ouverte);
    end if;
  end if;
  if demande.etat <> 'a-confirmer' then return prive.bilan_de_demande(demande); end if;
  select d.close_le + interval '7 days' into libre_le from prive.demandes d
  where d.parcours_id = parcours.id and d.courriel = demande.courriel and d.etat = 'retiree'
    and d.confirmee_le is not null and d.close_le > p_maintenant - interval '7 days'
  order by d.close_le desc offset 1 limit 1;
  if found then
    return jsonb_build_object('statut', 'limite', 'parcours', demande.parcours_id,
      'secondes', ceil(extract(epoch from libre_le - p_maintenant))::integer);
  end if;
  raison := prive.obstacle(parcours, demande.heures,
    (p_maintenant at time zone 'Europe/Paris')::date, demande.debut_le);
  if raison is not null then
    -- Le parcours a été raccourci depuis l'envoi : pour cette demande, il est fermé.
    raison := case raison when 'trop-tard' then 'ferme' else raison end;
    return jsonb_build_object('statut', raison, 'parcours', demande.parcours_id,
      'restantes', prive.heures_restantes(parcours));
  end if;
  if prive.est_pris(parcours) then
    update prive.demandes d set etat = 'en-attente', confirmee_le = p_maintenant,
      ordre = nextval('prive.ordre_des_confirmations')
    where d.id = demande.id returning * into demande;
    perform prive.consigner(parcours.id, demande.id, 'mise-en-attente', 'tutrice',
      jsonb_build_object('rang', prive.rang(demande)), p_maintenant);
    lien_de_suivi := prive.poser_lien(p_liens -> 0, 'suivre', 'tutrice', demande.id, null,
      p_maintenant + interval '18 months', p_maintenant);
    perform prive.poster('liste-d-attente', demande.courriel, prive.resume(demande)
      || jsonb_build_object('rang', prive.rang(demande), 'lien', lien_de_suivi),
      demande.id, p_maintenant);
  else
    update prive.demandes d
    set etat = 'active', confirmee_le = p_maintenant, active_le = p_maintenant,
        ordre = nextval('prive.ordre_des_confirmations')
    where d.id = demande.id returning * into demande;
    perform prive.consigner(parcours.id, demande.id, 'interet-confirme', 'tutrice',
      jsonb_build_object('heures', demande.heures), p_maintenant);
    perform prive.prevenir(demande, p_liens, p_equipe, p_maintenant);
  end if;
  return prive.bilan_de_demande(demande);
end $$;

-- Propose le parcours libéré à la première de la liste d'attente qui tient encore dans les heures.
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
    where d.parcours_id = p_parcours and d.etat in ('active', 'proposee')) then
    return false;
  end if;
  select * into suivante from prive.demandes d
  where d.parcours_id = p_parcours and d.etat = 'en-attente'
    and prive.obstacle(parcours, d.heures, (p_maintenant at time zone 'Europe/Paris')::date) is null
  order by d.ordre limit 1 for update;
  if not found then return false; end if;
  update prive.demandes d set etat = 'proposee', proposee_le = p_maintenant
  where d.id = suivante.id returning * into suivante;
  perform prive.poser_lien(p_lien, 'accepter-proposition', 'tutrice', suivante.id, null,
    p_maintenant + p_valable, p_maintenant);
  perform prive.consigner(p_parcours, suivante.id, 'proposition-au-suivant', 'systeme', '{}',
    p_maintenant);
  perform prive.poster('parcours-libere', suivante.courriel, prive.resume(suivante)
    || jsonb_build_object('lien', p_lien ->> 'id', 'expireLe', p_maintenant + p_valable),
    suivante.id, p_maintenant);
  return true;
end $$;

-- La personne de la liste d'attente accepte le parcours libéré : l'entreprise est prévenue.
create function public.proposition_accepter(
  p_empreinte text, p_liens jsonb, p_equipe text, p_maintenant timestamptz
) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  lien prive.liens;
  demande prive.demandes;
  parcours prive.parcours;
  raison text;
begin
  select * into lien from prive.liens l
  where l.empreinte = decode(p_empreinte, 'hex') and l.portee = 'accepter-proposition'
    and l.annule_le is null;
  if not found then return jsonb_build_object('statut', 'lien-inconnu'); end if;
  select p.* into parcours from prive.parcours p join prive.demandes d on d.parcours_id = p.id
  where d.id = lien.demande_id for update of p;
  select * into demande from prive.demandes d where d.id = lien.demande_id for update;
  if demande.etat = 'proposee' and lien.expire_le > p_maintenant then
    -- L'équipe a pu fermer le parcours depuis la proposition.
    raison := prive.obstacle(parcours, demande.heures,
      (p_maintenant at time zone 'Europe/Paris')::date);
    if raison is not null then
      return jsonb_build_object('statut', raison, 'parcours', demande.parcours_id,
        'restantes', prive.heures_restantes(parcours));
    end if;
    update prive.demandes d set etat = 'active', active_le = p_maintenant
    where d.id = demande.id returning * into demande;
    perform prive.consigner(demande.parcours_id, demande.id, 'interet-confirme', 'tutrice',
      jsonb_build_object('heures', demande.heures), p_maintenant);
    perform prive.prevenir(demande, p_liens, p_equipe, p_maintenant);
  elsif demande.etat in ('proposee', 'expiree') then
    return jsonb_build_object('statut', 'lien-expire', 'parcours', demande.parcours_id);
  end if;
  return prive.bilan_de_demande(demande);
end $$;

-- Retire une demande (par la tutrice, avec son lien de suivi) : le parcours est libre aussitôt, et proposé à la
-- suivante. Ceux qui l'avaient reçue l'apprennent.
create function public.demande_retirer(
  p_empreinte text, p_lien jsonb, p_valable interval, p_maintenant timestamptz
) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  lien prive.liens;
  demande prive.demandes;
  prevenu jsonb;
  occupait boolean;
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
    occupait := demande.etat in ('active', 'proposee');
    update prive.demandes d set etat = 'retiree', close_le = p_maintenant
    where d.id = demande.id returning * into demande;
    if demande.confirmee_le is not null then
      perform prive.consigner(demande.parcours_id, demande.id, 'retrait', 'tutrice', '{}',
        p_maintenant);
    end if;
    for prevenu in select p from jsonb_array_elements(demande.prevenus) p loop
      perform prive.poster('interet-retire', prevenu ->> 'courriel',
        prive.resume(demande) || jsonb_build_object('destinataireNom', prevenu ->> 'nom',
          'destinataireRole', prevenu ->> 'role'), demande.id, p_maintenant);
    end loop;
    if occupait then
      perform prive.proposer_au_suivant(demande.parcours_id, p_lien, p_valable, p_maintenant);
    end if;
  end if;
  return prive.bilan_de_demande(demande);
end $$;

-- Le jeune a fini : ses heures sont décomptées, le parcours repart pour les heures qui restent.
create function public.demande_terminer(
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
    update prive.parcours p
    set heures_faites = p.heures_faites + p_heures_faites, maj_le = p_maintenant
    where p.id = parcours.id;
    update prive.demandes d set etat = 'terminee', close_le = p_maintenant
    where d.id = demande.id returning * into demande;
    perform prive.consigner(parcours.id, demande.id, 'accueil-termine', 'equipe',
      jsonb_build_object('heures', p_heures_faites), p_maintenant);
    perform prive.proposer_au_suivant(parcours.id, p_lien, p_valable, p_maintenant);
  end if;
  return prive.bilan_de_demande(demande);
end $$;

-- Ce qui est passé de date. Une proposition expirée passe à la suivante ; un parcours redevenu libre (réservation
-- levée par un import) est proposé ; l'attente d'un parcours fermé, ou qui n'a plus assez d'heures, prend fin ; une confirmation périmée expire.
-- À appeler souvent : un passage sans rien à faire ne change rien. Rend le nombre de demandes traitées.
-- `p_liens` : un lien par proposition possible dans ce passage ; le reste attend le suivant.
create function public.demandes_expirer(
  p_liens jsonb, p_valable interval, p_maintenant timestamptz
) returns integer language plpgsql security definer set search_path = '' as $$
declare
  jour date := (p_maintenant at time zone 'Europe/Paris')::date;
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
            and prive.obstacle(p, d.heures, jour) is null)
        and not exists (select 1 from prive.demandes d
          where d.parcours_id = p.id and d.etat in ('active', 'proposee')))
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
      perform prive.consigner(candidat, demande.id, case when demande.etat = 'proposee'
        then 'proposition-expiree' else 'attente-close' end, 'systeme', '{}', p_maintenant);
      perform prive.poster(case when demande.etat = 'proposee'
        then 'proposition-expiree' else 'attente-close' end, demande.courriel,
        prive.resume(demande) || jsonb_build_object('restantes',
          case when prive.obstacle(parcours, demande.heures, jour) = 'heures'
            then prive.heures_restantes(parcours) end),
        demande.id, p_maintenant);
      traitees := traitees + 1;
    end loop;
    if prive.proposer_au_suivant(candidat, p_liens -> liens_pris, p_valable, p_maintenant) then
      liens_pris := liens_pris + 1;
    end if;
  end loop;
  with perimees as (
    update prive.demandes d set etat = 'expiree', close_le = p_maintenant
    where d.etat = 'a-confirmer' and exists (select 1 from prive.liens l
      where l.demande_id = d.id and l.portee = 'confirmer-demande' and l.expire_le <= p_maintenant)
    returning 1)
  select count(*)::integer into confirmations from perimees;
  return traitees + liens_pris + confirmations;
end $$;

grant execute on function
  public.demande_creer(jsonb, jsonb, jsonb, interval, timestamptz),
  public.demande_lire(text, text, timestamptz),
  public.demande_confirmer(text, jsonb, text, timestamptz),
  public.proposition_accepter(text, jsonb, text, timestamptz),
  public.demande_retirer(text, jsonb, interval, timestamptz),
  public.demande_terminer(text, integer, jsonb, interval, timestamptz),
  public.demandes_expirer(jsonb, interval, timestamptz)
to service_role;
