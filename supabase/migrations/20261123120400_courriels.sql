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
  envoye_le timestamptz
);
create index on prive.courriels (demande_id);
create index courriels_a_envoyer on prive.courriels (prochain_essai_le) where etat = 'a-envoyer';
alter table prive.courriels enable row level security;

-- Écrit un courriel à envoyer.
create function prive.poster(
  p_gabarit text, p_destinataire text, p_donnees jsonb, p_demande uuid, p_maintenant timestamptz
) returns void language sql set search_path = '' as $$
  insert into prive.courriels
    (gabarit, destinataire, donnees, demande_id, prochain_essai_le, cree_le)
  values (p_gabarit, p_destinataire, p_donnees, p_demande, p_maintenant, p_maintenant)
$$;

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
