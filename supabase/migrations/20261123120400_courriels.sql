-- La boîte d'envoi : un courriel y est écrit dans la même transaction que ce qui le cause.
-- Son identifiant sert de clé d'idempotence chez le fournisseur : rejouer un envoi n'en fait pas deux.
create table prive.courriels (
  id uuid primary key default gen_random_uuid(),
  gabarit text not null check (gabarit ~ '^[a-z]+(-[a-z]+)*$'),
  destinataire text,
  -- Ce que le gabarit affiche ; les liens y sont des identifiants, jamais des jetons. Vidé une fois parti.
  donnees jsonb not null default '{}' check (jsonb_typeof(donnees) = 'object'),
  demande_id uuid references prive.demandes (id) on delete cascade,
  etat text not null default 'a-envoyer' check (etat in ('a-envoyer', 'envoye', 'mort')),
  essais integer not null default 0,
  premier_essai_le timestamptz,
  prochain_essai_le timestamptz not null,
  erreur text check (erreur ~ '^[a-z0-9_-]{1,60}$'),
  id_fournisseur text,
  cree_le timestamptz not null,
  envoye_le timestamptz,
  -- Qui l'a causé, à qui il va : une empreinte, effacée avec les compteurs ; null quand le service l'a causé seul.
  fil text check (fil ~ '^[0-9a-f]{64}$'),
  -- Quand il compte pour la limite de son fil : à l'écriture, ou au départ prévu d'un courriel qui en regroupe.
  compte_le timestamptz
);
create index on prive.courriels (fil, compte_le) where fil is not null;
create index on prive.courriels (demande_id);
create index courriels_a_envoyer on prive.courriels (prochain_essai_le) where etat = 'a-envoyer';
alter table prive.courriels enable row level security;

-- Dit, pour le reste de la transaction, qui cause les courriels qu'elle écrit. Sans cela, c'est le service, et rien n'est
-- compté : rappels, délais passés, import. `p_prouve` : vrai quand un lien personnel prouve que l'adresse est la sienne.
-- `p_limites` : l'élément {"par": "destinataire", "secondes":…, "max":…} y dit combien une personne peut en causer à une
-- autre. À appeler avant tout verrou : deux gestes d'une même personne passent l'un après l'autre.
create function prive.au_nom_de(p_auteur text, p_prouve boolean, p_limites jsonb)
returns void language plpgsql set search_path = '' as $$
begin
  if p_prouve then
    perform pg_advisory_xact_lock(hashtext('csf.auteur.' || prive.adresse_canonique(p_auteur)));
  end if;
  perform set_config('csf.envoi', coalesce((
    select (l || jsonb_build_object('auteur', prive.adresse_canonique(p_auteur),
      'prouve', p_prouve))::text
    from jsonb_array_elements(p_limites) l where l ->> 'par' = 'destinataire' limit 1), ''), true);
end $$;

-- Ce que compte la limite d'un courriel, ou null s'il n'en a pas. Qui agit avec son lien peut s'écrire à soi-même. Une
-- adresse tapée dans un formulaire ne prouve rien : tous les inconnus y sont un seul auteur. L'équipe, elle, distingue les
-- déclarations, sinon un seul lui cacherait les autres. Qui doit dire s'il connaît quelqu'un reçoit d'inconnus, justement :
-- tous y sont un seul auteur, même avec leur lien. Un message, qui n'est lisible nulle part ailleurs, parvient toujours à
-- l'équipe : le formulaire en borne le nombre.
create function prive.fil_de(p_gabarit text, p_destinataire text, p_envoi jsonb) returns text
language sql immutable set search_path = '' as $$
  select encode(sha256(convert_to(a.destinataire || ' ' || case
      when p_gabarit = 'verifier-personne' then ''
      when a.prouve or p_gabarit in ('declaration-equipe', 'contacts-confirmes', 'contacts-a-verifier')
        then p_envoi ->> 'auteur' else '' end, 'UTF8')), 'hex')
  from (select prive.adresse_canonique(p_destinataire) as destinataire,
    (p_envoi ->> 'prouve')::boolean as prouve) a
  where p_envoi is not null and p_gabarit <> 'message-equipe'
    and not (a.prouve and a.destinataire = p_envoi ->> 'auteur')
$$;

-- Écrit un courriel à envoyer. Au-delà de ce qu'une personne peut en causer à une autre, il rejoint un seul courriel, qui
-- part dès que la limite le permet et les porte tous : aucun n'est perdu.
create function prive.poster(
  p_gabarit text, p_destinataire text, p_donnees jsonb, p_demande uuid, p_maintenant timestamptz
) returns void language plpgsql set search_path = '' as $$
declare
  envoi jsonb := nullif(current_setting('csf.envoi', true), '')::jsonb;
  fil_du_courriel text := prive.fil_de(p_gabarit, p_destinataire, envoi);
  fenetre interval := (envoi ->> 'secondes')::integer * interval '1 second';
  element jsonb := jsonb_build_object('gabarit', p_gabarit, 'donnees', p_donnees,
    'le', p_maintenant);
  plein timestamptz;
begin
  if fil_du_courriel is not null then
    update prive.courriels c
    set donnees = jsonb_set(c.donnees, '{courriels}', c.donnees -> 'courriels' || element)
    where c.fil = fil_du_courriel and c.gabarit = 'regroupement' and c.etat = 'a-envoyer'
      and c.premier_essai_le is null;
    if found then return; end if;
    select c.compte_le into plein from prive.courriels c
    where c.fil = fil_du_courriel and c.compte_le > p_maintenant - fenetre
    order by c.compte_le desc offset (envoi ->> 'max')::integer - 1 limit 1;
  end if;
  insert into prive.courriels
    (gabarit, destinataire, donnees, demande_id, prochain_essai_le, cree_le, fil, compte_le)
  select case when plein is null then p_gabarit else 'regroupement' end, p_destinataire,
    case when plein is null then p_donnees
      else jsonb_build_object('courriels', jsonb_build_array(element)) end,
    -- Un courriel qui en regroupe peut parler de plusieurs dossiers : il n'est à aucun d'eux.
    case when plein is null then p_demande end,
    coalesce(plein + fenetre, p_maintenant), p_maintenant, fil_du_courriel,
    case when fil_du_courriel is not null then coalesce(plein + fenetre, p_maintenant) end;
end $$;

-- Prend les courriels dus et les réserve : un autre envoi en cours ne les prendra pas avant deux minutes.
-- Un courriel déjà tenté il y a plus de 23 heures (service arrêté entre-temps) n'est pas repris : le fournisseur
-- a pu oublier sa clé, et l'équipe seule peut dire s'il est parti.
create function public.courriels_prendre(p_limite integer, p_maintenant timestamptz)
returns table (
  id uuid, gabarit text, destinataire text, donnees jsonb, essais integer, cree_le timestamptz
)
language sql security definer set search_path = '' as $$
  update prive.courriels c set etat = 'mort', erreur = coalesce(c.erreur, 'delai-depasse')
  where c.etat = 'a-envoyer' and c.prochain_essai_le <= p_maintenant
    and c.premier_essai_le + interval '23 hours' < p_maintenant;
  -- « materialized » : sans lui, le plan pourrait relire la liste et en réserver plus que demandé.
  with prets as materialized (
    select du.id from prive.courriels du
    where du.etat = 'a-envoyer' and du.prochain_essai_le <= p_maintenant
    order by du.prochain_essai_le, du.id
    limit p_limite
    for update skip locked)
  update prive.courriels c
  set essais = c.essais + 1,
      premier_essai_le = coalesce(c.premier_essai_le, p_maintenant),
      prochain_essai_le = p_maintenant + interval '2 minutes'
  from prets
  where c.id = prets.id
  returning c.id, c.gabarit, c.destinataire, c.donnees, c.essais, c.cree_le
$$;

create function public.courriel_envoye(p_id uuid, p_id_fournisseur text, p_maintenant timestamptz)
returns void language sql security definer set search_path = '' as $$
  update prive.courriels
  set etat = 'envoye', envoye_le = p_maintenant, id_fournisseur = p_id_fournisseur,
      destinataire = null, donnees = '{}', erreur = null
  where id = p_id and etat = 'a-envoyer'
$$;

-- Un envoi raté repart, de plus en plus tard (1 min, 4, 16, 64, puis toutes les quatre heures).
-- `p_attente` : secondes que le fournisseur demande d'attendre ; ce n'est pas un échec, le délai ne grandit pas.
-- Le fournisseur oublie une clé d'idempotence après 24 h : passé 23 h, on n'essaie plus, l'équipe est avertie.
create function public.courriel_echoue(
  p_id uuid, p_erreur text, p_definitif boolean, p_attente integer, p_maintenant timestamptz
) returns text language sql security definer set search_path = '' as $$
  update prive.courriels c
  set erreur = p_erreur,
      essais = c.essais - (p_attente is not null)::integer,
      etat = case
        when p_definitif or p_maintenant >= c.premier_essai_le + interval '23 hours' then 'mort'
        else 'a-envoyer' end,
      prochain_essai_le = least(
        p_maintenant + coalesce(p_attente * interval '1 second',
          least(power(4, least(c.essais - 1, 6)), 240) * interval '1 minute'),
        greatest(c.premier_essai_le + interval '23 hours', p_maintenant + interval '1 minute'))
  where c.id = p_id and c.etat = 'a-envoyer'
  returning c.etat
$$;

-- Les courriels morts, pour l'équipe : quoi et pourquoi, avec l'adresse à corriger.
create function public.courriels_morts()
returns table (id uuid, gabarit text, destinataire text, erreur text, essais integer, cree_le timestamptz)
language sql security definer stable set search_path = '' as $$
  select c.id, c.gabarit, c.destinataire, c.erreur, c.essais, c.cree_le
  from prive.courriels c where c.etat = 'mort' order by c.cree_le, c.id
$$;

create function public.courriel_relancer(p_id uuid, p_maintenant timestamptz) returns boolean
language sql security definer set search_path = '' as $$
  with relance as (
    update prive.courriels
    set etat = 'a-envoyer', essais = 0, premier_essai_le = null, prochain_essai_le = p_maintenant
    where id = p_id and etat = 'mort' returning 1)
  select exists (select 1 from relance)
$$;

grant execute on function
  public.courriels_prendre(integer, timestamptz),
  public.courriel_envoye(uuid, text, timestamptz),
  public.courriel_echoue(uuid, text, boolean, integer, timestamptz),
  public.courriels_morts(),
  public.courriel_relancer(uuid, timestamptz)
to service_role;
