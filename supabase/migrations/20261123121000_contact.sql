-- Ce que l'on demande à l'équipe par un formulaire : un message, ou de reprendre les dossiers d'un acheteur parti.

-- Les messages à l'équipe : une référence, un sujet, une réponse à qui écrit.
create table prive.messages (
  id uuid primary key,
  reference text not null unique check (reference ~ '^M-[b-df-hj-np-tv-z2-9]{6}$'),
  cle uuid not null unique,
  role text not null check (role ~ '^[a-z]+(-[a-z]+)*$'),
  sujet text not null check (sujet ~ '^[a-z]+(-[a-z]+)*$'),
  parcours_id text check (parcours_id ~ '^[b-df-hj-np-tv-z2-9]{8}$'),
  nom text not null check (char_length(nom) <= 100),
  courriel text not null check (char_length(courriel) <= 254),
  -- Ce que le sujet demande de plus : nouveau contact, lieu proposé… Jamais rien sur un jeune.
  details jsonb not null default '{}' check (jsonb_typeof(details) = 'object'),
  message text not null check (char_length(message) <= 4000),
  cree_le timestamptz not null
);
create index on prive.messages (cree_le);
alter table prive.messages enable row level security;

-- Reçoit un message, le transmet à l'équipe et en accuse réception. Statuts : recu, limite.
create function public.message_deposer(
  p_message jsonb, p_limites jsonb, p_equipe text, p_maintenant timestamptz
) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  existante text;
  attente integer;
  neuf prive.messages;
  donnees jsonb;
begin
  select m.reference into existante from prive.messages m where m.cle = (p_message ->> 'cle')::uuid;
  if found then return jsonb_build_object('statut', 'recu', 'reference', existante); end if;
  attente := prive.compter(p_limites, p_maintenant);
  if attente > 0 then return jsonb_build_object('statut', 'limite', 'secondes', attente); end if;
  perform prive.au_nom_de(p_message ->> 'courriel', false, p_limites);
  insert into prive.messages
    (id, reference, cle, role, sujet, parcours_id, nom, courriel, details, message, cree_le)
  values ((p_message ->> 'id')::uuid, p_message ->> 'reference', (p_message ->> 'cle')::uuid,
    p_message ->> 'role', p_message ->> 'sujet', p_message ->> 'parcoursId', p_message ->> 'nom',
    p_message ->> 'courriel', coalesce(p_message -> 'details', '{}'), p_message ->> 'message',
    p_maintenant)
  on conflict (cle) do nothing returning * into neuf;
  if not found then
    select m.reference into existante from prive.messages m where m.cle = (p_message ->> 'cle')::uuid;
    return jsonb_build_object('statut', 'recu', 'reference', existante);
  end if;
  donnees := jsonb_build_object('reference', neuf.reference, 'role', neuf.role, 'sujet', neuf.sujet,
    'parcoursId', neuf.parcours_id, 'nom', neuf.nom, 'courriel', neuf.courriel,
    'details', neuf.details, 'message', neuf.message);
  perform prive.poster('message-equipe', p_equipe, donnees, null, p_maintenant);
  perform prive.poster('message-recu', neuf.courriel,
    donnees - 'message' - 'details', null, p_maintenant);
  return jsonb_build_object('statut', 'recu', 'reference', neuf.reference);
end $$;
grant execute on function public.message_deposer(jsonb, jsonb, text, timestamptz) to service_role;

-- La relève : un acheteur est parti sans passer la main, un collègue demande ses dossiers, l'équipe vérifie. La demande
-- s'efface avec la réponse ; sans réponse, comme un message.
create table prive.releves (
  id uuid primary key,
  cle uuid not null unique,
  nom text not null check (char_length(nom) <= 100),
  courriel text not null check (char_length(courriel) <= 254),
  telephone text check (char_length(telephone) <= 30),
  -- Ce que le collègue sait : l'adresse de la personne partie, la référence d'un dossier, ou celle du marché.
  courriel_parti text check (char_length(courriel_parti) <= 254),
  reference text check (char_length(reference) <= 120),
  cree_le timestamptz not null,
  check (num_nonnulls(courriel_parti, reference) > 0)
);
alter table prive.releves enable row level security;

-- L'acheteur (ou le prescripteur) dont parle une relève : celui de l'adresse, sinon celui du dossier cité.
create function prive.acheteur_de_la_releve(p_releve prive.releves) returns text
language sql stable set search_path = '' as $$
  select lower(c.courriel) from prive.contacts c
  where c.role in ('acheteur', 'prescripteur') and lower(c.courriel) <> lower(p_releve.courriel)
    and (lower(c.courriel) = lower(p_releve.courriel_parti) or c.parcours_id in (
      select d.parcours_id from prive.demandes d where d.reference = p_releve.reference))
  order by lower(c.courriel) = lower(p_releve.courriel_parti) desc nulls last, c.role, c.id limit 1
$$;

-- Reçoit une demande de relève. La réponse est la même pour tous : elle n'apprend pas qui est connu. Statuts : recu, limite.
create function public.releve_deposer(
  p_releve jsonb, p_limites jsonb, p_equipe text, p_maintenant timestamptz
) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  attente integer;
  neuve prive.releves;
begin
  if exists (select 1 from prive.releves r where r.cle = (p_releve ->> 'cle')::uuid) then
    return jsonb_build_object('statut', 'recu');
  end if;
  attente := prive.compter(p_limites, p_maintenant);
  if attente > 0 then return jsonb_build_object('statut', 'limite', 'secondes', attente); end if;
  perform prive.au_nom_de(p_releve ->> 'courriel', false, p_limites);
  insert into prive.releves (id, cle, nom, courriel, telephone, courriel_parti, reference, cree_le)
  values ((p_releve ->> 'id')::uuid, (p_releve ->> 'cle')::uuid, p_releve ->> 'nom',
    p_releve ->> 'courriel', p_releve ->> 'telephone', p_releve ->> 'courrielParti',
    p_releve ->> 'reference', p_maintenant)
  on conflict (cle) do nothing returning * into neuve;
  if not found then return jsonb_build_object('statut', 'recu'); end if;
  perform prive.poster('releve-equipe', p_equipe, jsonb_build_object('nom', neuve.nom,
    'courriel', neuve.courriel, 'telephone', neuve.telephone,
    'courrielParti', neuve.courriel_parti, 'reference', neuve.reference), null, p_maintenant);
  perform prive.poster('releve-recue', neuve.courriel, jsonb_build_object('nom', neuve.nom), null,
    p_maintenant);
  return jsonb_build_object('statut', 'recu');
end $$;

-- Une personne s'efface : ses messages et ses relèves partent, et celles qui la disent partie.
create function prive.effacer_ses_messages(p_adresse text) returns void
language sql set search_path = '' as $$
  delete from prive.messages m where prive.adresse_comparee(m.courriel) = p_adresse;
  delete from prive.releves r where prive.adresse_comparee(r.courriel) = p_adresse
    or prive.adresse_comparee(r.courriel_parti) = p_adresse
$$;

-- Les relèves qui attendent l'équipe, de la plus ancienne à la plus récente.
create function prive.releves_a_decider() returns json
language sql stable set search_path = '' as $$
  select coalesce(json_agg(json_build_object('id', r.id, 'nom', r.nom, 'courriel', r.courriel,
    'telephone', r.telephone, 'courrielParti', r.courriel_parti, 'reference', r.reference,
    'acheteur', a.courriel, 'creeLe', r.cree_le, 'parcours', (
      select count(distinct c.parcours_id) from prive.contacts c
      where lower(c.courriel) = a.courriel and c.role in ('acheteur', 'prescripteur')))
    order by r.cree_le, r.id), '[]')
  from prive.releves r cross join lateral (
    select prive.acheteur_de_la_releve(r) as courriel) a
$$;

-- L'équipe accepte ou refuse une relève. Acceptée : chaque parcours de l'acheteur parti, et ses déclarations en cours, passent
-- au collègue ; les anciens liens ne valent plus rien, les nouveaux partent, l'histoire des dossiers ouverts le dit.
-- `p_liens` : un pour la liste, puis un par dossier. Statuts : lien-inconnu, lien-expire, inconnu, refusee, sans-parcours,
-- acceptee.
create function public.releve_decider(
  p_empreinte text, p_releve uuid, p_accepte boolean, p_liens jsonb, p_maintenant timestamptz
) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  lu record;
  releve prive.releves;
  parti text;
  passe record;
  dossier record;
  neuf jsonb;
  passes text[] := '{}';
  pris integer := 1;
begin
  select * into lu from prive.lien_de_tableau(p_empreinte, p_maintenant);
  if lu.etat = 'lien-inconnu' or (lu.lien).portee <> 'equipe' then
    return jsonb_build_object('statut', 'lien-inconnu');
  end if;
  if lu.etat <> 'ouvert' then return jsonb_build_object('statut', lu.etat); end if;
  select * into releve from prive.releves r where r.id = p_releve;
  parti := case when p_accepte then prive.acheteur_de_la_releve(releve) end;
  if p_accepte and releve.id is not null and parti is null then
    return jsonb_build_object('statut', 'sans-parcours');
  end if;
  -- Les parcours d'abord, et dans l'ordre, comme partout.
  perform 1 from prive.parcours p where exists (select 1 from prive.contacts c
    where c.parcours_id = p.id and lower(c.courriel) = parti) order by p.id for update;
  delete from prive.releves r where r.id = p_releve returning * into releve;
  if not found then return jsonb_build_object('statut', 'inconnu'); end if;
  if not p_accepte then
    perform prive.poster('releve-refusee', releve.courriel, jsonb_build_object('nom', releve.nom),
      null, p_maintenant);
    return jsonb_build_object('statut', 'refusee');
  end if;
  neuf := jsonb_build_object('nom', releve.nom, 'courriel', releve.courriel,
    'telephone', releve.telephone);
  for passe in
    select c.parcours_id, c.role from prive.contacts c
    where lower(c.courriel) = parti and c.role in ('acheteur', 'prescripteur')
    order by c.parcours_id, c.role
  loop
    passes := passes || passe.parcours_id;
    perform prive.ecrire_contacts(passe.parcours_id,
      jsonb_build_array(neuf || jsonb_build_object('role', passe.role)), null, p_maintenant);
    for dossier in
      select d.id, exists (select 1 from prive.demandes_ouvertes o where o.id = d.id) as ouvert
      from prive.demandes d where d.parcours_id = passe.parcours_id and d.anonymisee_le is null
        and d.etat in ('active', 'terminee', 'refusee') order by d.active_le desc, d.id
    loop
      if dossier.ouvert then
        perform prive.journaliser(passe.parcours_id, dossier.id, 'contact-change', 'equipe',
          jsonb_build_object('role', passe.role), p_maintenant);
      end if;
      -- Au-delà, la tâche d'entretien pose ceux qui manquent.
      continue when pris >= jsonb_array_length(p_liens);
      perform prive.poser_lien_de_suivi(p_liens -> pris, passe.role, dossier.id, p_maintenant);
      pris := pris + 1;
    end loop;
  end loop;
  update prive.declarations d set acheteur_courriel = releve.courriel, contacts = (
    select jsonb_agg(case when lower(c.v ->> 'courriel') = parti
      and c.v ->> 'role' in ('acheteur', 'prescripteur') then c.v || neuf else c.v end order by c.rang)
    from jsonb_array_elements(d.contacts) with ordinality c(v, rang))
  where d.etat in ('declaree', 'contacts-confirmes') and lower(d.acheteur_courriel) = parti;
  perform prive.poster('releve-acceptee', releve.courriel, prive.lien_de_liste(p_liens -> 0,
    'dossiers', 'acheteur', lower(releve.courriel), null, p_maintenant) || jsonb_build_object(
    'nom', releve.nom, 'parcours', (select count(distinct p) from unnest(passes) p)), null,
    p_maintenant);
  perform prive.poster('releve-passee', parti, jsonb_build_object('nom', releve.nom), null,
    p_maintenant);
  return jsonb_build_object('statut', 'acceptee');
end $$;

grant execute on function
  public.releve_deposer(jsonb, jsonb, text, timestamptz),
  public.releve_decider(text, uuid, boolean, jsonb, timestamptz)
to service_role;
