-- Les liens personnels : la base ne garde que l'empreinte (sha256) de chaque jeton de 256 bits. Chacun a son lien de
-- suivi, par demande et par rôle ; une personne a aussi des liens courts vers ses listes.
create table prive.liens (
  id uuid primary key,
  empreinte bytea not null unique check (octet_length(empreinte) = 32),
  portee text not null check (portee in ('confirmer-demande', 'suivre', 'accepter-proposition',
    'verifier-personne', 'confirmer-contacts', 'valider-declaration', 'dossiers', 'demandes',
    'equipe', 'coordination')),
  role text not null check (role in ('tutrice', 'entreprise-1', 'entreprise-2', 'acheteur',
    'prescripteur', 'mlds', 'equipe', 'coordination')),
  demande_id uuid references prive.demandes (id) on delete cascade,
  declaration_id uuid,
  -- À qui est un lien vers une liste, et de quelle académie pour une coordination.
  courriel text check (char_length(courriel) <= 254),
  academie text check (academie ~ '^[a-z]+(-[a-z]+)*$'),
  expire_le timestamptz not null,
  annule_le timestamptz,
  -- Sa personne a passé la main, et celle qu'elle a nommée n'a pas encore ouvert le sien : il ne sert qu'à lire et à reprendre.
  cede_le timestamptz,
  cree_le timestamptz not null,
  check ((portee in ('verifier-personne', 'dossiers', 'demandes', 'equipe', 'coordination'))
    = (courriel is not null)),
  check ((portee = 'coordination') = (academie is not null))
);
create index on prive.liens (demande_id);
create index on prive.liens (expire_le);
create index on prive.liens (courriel) where courriel is not null;
alter table prive.liens enable row level security;

-- Lit un lien par l'empreinte de son jeton ; `p_portees` null : toutes. `etat` : lien-inconnu (rien de tel, une autre
-- portée, ou annulé), lien-expire, ouvert. Rend toujours une ligne ; `lien` est vide quand l'empreinte n'est pas connue.
create function prive.lien_lu(
  p_empreinte text, p_portees text[], p_maintenant timestamptz,
  out lien prive.liens, out etat text
) language sql stable set search_path = '' as $$
  select l, case
    when l.id is null or l.annule_le is not null then 'lien-inconnu'
    when l.expire_le <= p_maintenant then 'lien-expire'
    else 'ouvert' end
  from (select 1) toujours
  left join prive.liens l
    on l.empreinte = decode(p_empreinte, 'hex') and (p_portees is null or l.portee = any (p_portees))
$$;

-- Lit un lien personnel, quel qu'il soit, sans rien changer : c'est la base qui sait ce qu'il ouvre, pas la page.
-- Rend {portee, lu} : la portée du lien (null s'il n'est pas connu, ou annulé), et ce que rend la lecture qui lui est
-- propre. En json : un tableau compte des centaines de lignes.
create function public.lien_lire(p_empreinte text, p_maintenant timestamptz)
returns json language plpgsql stable security definer set search_path = '' as $$
declare
  lu record := prive.lien_lu(p_empreinte, null, p_maintenant);
  portee text := case when lu.etat <> 'lien-inconnu' then (lu.lien).portee end;
begin
  return json_build_object('portee', portee, 'lu', case
    when portee is null then json_build_object('statut', 'lien-inconnu')
    when portee = 'suivre' then public.suivi_lire(p_empreinte, p_maintenant)::json
    when portee in ('dossiers', 'demandes', 'equipe', 'coordination') then
      public.tableau_lire(p_empreinte, p_maintenant)
    when portee in ('confirmer-contacts', 'valider-declaration') then
      public.declaration_lire(p_empreinte, portee, p_maintenant)::json
    when portee = 'verifier-personne' then
      public.verification_lire(p_empreinte, p_maintenant)::json
    else public.demande_lire(p_empreinte, portee, p_maintenant)::json end);
end $$;

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

-- Un lien de suivi vaut dix-huit mois.
create function prive.poser_lien_de_suivi(
  p_lien jsonb, p_role text, p_demande uuid, p_maintenant timestamptz
) returns uuid language sql set search_path = '' as $$
  select prive.poser_lien(p_lien, 'suivre', p_role, p_demande, null,
    p_maintenant + interval '18 months', p_maintenant)
$$;

-- Les liens de suivi qui valent encore, un par rôle : le plus récent.
create function prive.liens_de_suivi(p_demandes uuid[], p_maintenant timestamptz)
returns table (demande_id uuid, role text, id uuid) language sql stable set search_path = '' as $$
  select distinct on (l.demande_id, l.role) l.demande_id, l.role, l.id from prive.liens l
  where l.demande_id = any (p_demandes) and l.portee = 'suivre' and l.annule_le is null
    and l.cede_le is null and l.expire_le > p_maintenant
  order by l.demande_id, l.role, l.cree_le desc, l.id
$$;

-- Annule les liens de suivi d'un rôle, pour toutes les demandes d'un parcours : la personne a changé. Qui lui avait passé la
-- main ne peut plus la reprendre.
create function prive.annuler_liens(p_parcours text, p_role text, p_maintenant timestamptz)
returns void language sql set search_path = '' as $$
  delete from prive.relais r where r.parcours_id = p_parcours and r.role = p_role;
  update prive.liens l set annule_le = p_maintenant
  from prive.demandes d
  where d.parcours_id = p_parcours and l.demande_id = d.id and l.portee = 'suivre'
    and l.role = p_role and l.annule_le is null
$$;

-- Les liens d'un membre ne valent plus rien : ils disaient un droit qu'il n'a plus.
create function prive.annuler_liens_de_membre(p_courriel text, p_maintenant timestamptz)
returns void language sql set search_path = '' as $$
  update prive.liens l set annule_le = p_maintenant
  where l.courriel = p_courriel and l.annule_le is null
    and l.portee in ('verifier-personne', 'equipe', 'coordination')
$$;

-- Les dossiers où une adresse tient un rôle : ceux en cours, et ceux finis que la purge n'a pas encore vidés.
create function prive.dossiers_de(p_courriel text)
returns table (demande_id uuid, role text, depuis timestamptz)
language sql stable set search_path = '' as $$
  select d.id, 'tutrice', d.confirmee_le from prive.demandes d
  where lower(d.courriel) = p_courriel and d.anonymisee_le is null
    and d.etat in ('a-verifier', 'active', 'en-attente', 'proposee', 'terminee', 'refusee')
  union all
  -- Qui tient les deux rôles de l'entreprise n'a qu'un dossier.
  select d.id, min(c.role), d.confirmee_le from prive.contacts c
  join prive.demandes d on d.parcours_id = c.parcours_id
  where lower(c.courriel) = p_courriel and c.role <> 'mlds' and d.anonymisee_le is null
    and d.etat in ('active', 'terminee', 'refusee')
  group by d.id, case when c.role like 'entreprise-%' then 'entreprise' else c.role end
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

-- Les liens d'une demande ou d'une déclaration, par sa référence, pour qui en tape le code : lui seul dit lequel s'ouvre,
-- et la base ne le connaît pas. Compte l'essai d'abord, que la référence existe ou non. Statuts : limite, lus.
create function public.liens_de_reference(
  p_reference text, p_limites jsonb, p_maintenant timestamptz
) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  attente integer := prive.compter(p_limites, p_maintenant);
begin
  if attente > 0 then return jsonb_build_object('statut', 'limite', 'secondes', attente); end if;
  return jsonb_build_object('statut', 'lus', 'liens', coalesce((
    select jsonb_agg(l.id) from prive.liens l
    where l.annule_le is null and l.expire_le > p_maintenant and (
      l.demande_id = (select d.id from prive.demandes d where d.reference = p_reference)
      or l.declaration_id = (select d.id from prive.declarations d where d.reference = p_reference))
    ), '[]'));
end $$;

-- Envoie à une adresse connue ses liens : ses dossiers (les plus récents d'abord, cinquante au plus), ses déclarations, sa
-- liste, et ce qu'elle a à confirmer ou à accepter. La réponse est la même pour tous : elle n'apprend pas qui est connu.
-- `p_equipe` : la boîte de l'équipe. `p_liens` : trois pour les listes, puis un par lien manquant. Statuts : limite, envoye.
create function public.liens_retrouver(
  p_courriel text, p_equipe text, p_liens jsonb, p_limites jsonb, p_maintenant timestamptz
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
  declarations jsonb;
  attente integer;
begin
  attente := prive.compter(p_limites, p_maintenant);
  if attente > 0 then return jsonb_build_object('statut', 'limite', 'secondes', attente); end if;
  perform prive.au_nom_de(adresse, false, p_limites);
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
  if exists (select 1 from prive.dossiers_de(adresse) t where t.role = 'tutrice') then
    listes := listes || prive.lien_de_liste(p_liens -> pris, 'demandes', 'tutrice', adresse, null,
      p_maintenant);
    pris := pris + 1;
  end if;
  for dossier in
    select d.id, d.reference, d.active_le, t.role, prive.parcours_du_dossier(p) as parcours
    from prive.dossiers_de(adresse) t
    join prive.demandes d on d.id = t.demande_id join prive.parcours p on p.id = d.parcours_id
    order by t.depuis desc, d.id, t.role limit 50
  loop
    select l.id into lien from prive.liens_de_suivi(array[dossier.id], p_maintenant) l
    where l.role = dossier.role;
    if not found then
      continue when pris >= jsonb_array_length(p_liens);
      lien := prive.poser_lien_de_suivi(p_liens -> pris, dossier.role, dossier.id, p_maintenant);
      pris := pris + 1;
    end if;
    dossiers := dossiers || jsonb_build_object('reference', dossier.reference,
      'parcours', dossier.parcours, 'role', dossier.role, 'activeLe', dossier.active_le,
      'lien', lien);
  end loop;
  declarations := prive.liens_de_declaration(adresse,
    membre.genre = 'equipe' or adresse = lower(p_equipe), p_liens, pris, p_maintenant);
  if listes <> '[]' or dossiers <> '[]' or declarations <> '[]'
    or exists (select 1 from prive.contacts c where lower(c.courriel) = adresse and c.role <> 'mlds')
  then
    perform prive.poster('suivi-liens', adresse, jsonb_build_object('dossiers', dossiers,
      'declarations', declarations, 'listes', listes), null, p_maintenant);
  end if;
  perform prive.renvoyer_ce_qui_attend(adresse, p_maintenant);
  return jsonb_build_object('statut', 'envoye');
end $$;

grant execute on function
  public.lien_lire(text, timestamptz),
  public.liens_de_reference(text, jsonb, timestamptz),
  public.liens_retrouver(text, text, jsonb, jsonb, timestamptz)
to service_role;
