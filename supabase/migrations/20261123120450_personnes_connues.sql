-- Les personnes connues. Une adresse d'un domaine reconnu, ou celle d'un membre, se porte garante d'elle-même ; toute autre
-- attend qu'une personne du réseau dise la connaître : la coordination de son académie, ou l'équipe. Ensuite elle l'est partout.
create table prive.personnes_connues (
  courriel text primary key check (char_length(courriel) <= 254),
  -- Qui l'a dit, à quel titre, quand.
  par text not null check (par in ('coordination', 'equipe')),
  par_courriel text not null check (char_length(par_courriel) <= 254),
  le timestamptz not null,
  -- Sa dernière demande admise : une connaissance dont personne ne se sert plus prend fin (voir la purge).
  servi_le timestamptz not null
);
create unique index personnes_connues_boite on prive.personnes_connues
  (prive.adresse_canonique(courriel));
alter table prive.personnes_connues enable row level security;

-- Vrai si une demande peut aller à l'entreprise sans que personne ne s'en porte garant.
create function prive.est_de_confiance(p_demande prive.demandes) returns boolean
language sql stable set search_path = '' as $$
  select p_demande.reconnue
    or exists (select 1 from prive.personnes_connues c
      where prive.adresse_canonique(c.courriel) = prive.adresse_canonique(p_demande.courriel))
    or exists (select 1 from prive.membres m
      where m.courriel = prive.adresse_comparee(p_demande.courriel))
$$;

-- Une autre demande de la même boîte, sous un alias ou non, dans un de ces états.
create function prive.autres_demandes(p_demande prive.demandes, p_etats text[])
returns setof prive.demandes language sql stable set search_path = '' as $$
  select d.* from prive.demandes d
  where prive.adresse_canonique(d.courriel) = prive.adresse_canonique(p_demande.courriel)
    and d.etat = any (p_etats) and d.id <> p_demande.id
$$;

create function prive.domaine_de(p_courriel text) returns text
language sql immutable set search_path = '' as $$
  select split_part(prive.adresse_canonique(p_courriel), '@', 2)
$$;

-- Un même établissement, quelle que soit la façon de l'écrire (capitales, espaces, ponctuation).
create function prive.etablissement_compare(p_texte text) returns text
language sql immutable set search_path = '' as $$
  select regexp_replace(lower(p_texte), '[^[:alnum:]]+', '', 'g')
$$;

-- Deux confirmations qui comptent la même chose passent l'une après l'autre. À appeler avant tout autre verrou que celui de
-- la personne (au_nom_de).
create function prive.compter_a_son_tour(p_demande prive.demandes) returns void
language plpgsql set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtext('csf.etablissement.'
    || prive.etablissement_compare(p_demande.etablissement)));
  if not prive.est_de_confiance(p_demande) then
    perform pg_advisory_xact_lock(hashtext('csf.domaine.' || prive.domaine_de(p_demande.courriel)));
  end if;
end $$;

-- La limite qu'une demande de plus dépasserait, et son nombre, ou null. `p_pris` : le parcours est pris, elle prendrait rang.
-- `p_confiance` : {parPersonne, parParcours, parEtablissement, enAttente,
-- gardeesParDomaine, relaisLe, gardeeJusquAu}.
create function prive.limite_de_demandes(
  p_demande prive.demandes, p_pris boolean, p_confiance jsonb
) returns jsonb language plpgsql stable set search_path = '' as $$
declare
  attendent integer := (select count(*) from prive.autres_demandes(p_demande, array['en-attente']));
  actives integer := (select count(*) from prive.autres_demandes(p_demande,
    array['a-verifier', 'active', 'proposee']));
  limite text;
begin
  -- En attente comprises : personne ne tient à lui seul la file d'un parcours.
  if (select count(*) from prive.autres_demandes(p_demande,
      array['a-verifier', 'active', 'proposee', 'en-attente']) a
    where a.parcours_id = p_demande.parcours_id) >= (p_confiance ->> 'parParcours')::integer then
    limite := 'parParcours';
  elsif p_pris then
    limite := case when attendent >= (p_confiance ->> 'enAttente')::integer then 'enAttente' end;
  elsif actives >= (p_confiance ->> 'parPersonne')::integer then
    limite := 'parPersonne';
  elsif (select count(*) from prive.demandes d
    where d.etat in ('a-verifier', 'active', 'proposee') and d.academie = p_demande.academie
      and prive.etablissement_compare(d.etablissement)
        = prive.etablissement_compare(p_demande.etablissement)
    ) >= (p_confiance ->> 'parEtablissement')::integer then
    limite := 'parEtablissement';
  elsif not prive.est_de_confiance(p_demande)
    and exists (select 1 from prive.autres_demandes(p_demande, array['a-verifier'])) then
    return jsonb_build_object('limite', 'aVerifier', 'max', 1);
  end if;
  return case when limite is not null
    then jsonb_build_object('limite', limite, 'max', (p_confiance ->> limite)::integer) end;
end $$;

-- Écrit à qui peut dire connaître la personne ; un lien de `p_liens` pour chacun, à partir de `p_depuis`. Six coordinations
-- au plus.
create function prive.demander_qui_la_connait(
  p_demande prive.demandes, p_liens jsonb, p_depuis integer, p_equipe text, p_maintenant timestamptz
) returns void language plpgsql set search_path = '' as $$
declare
  a_qui record;
  lien jsonb;
begin
  perform prive.journaliser(p_demande.parcours_id, p_demande.id, 'verification-demandee', 'systeme',
    prive.verification(p_demande) - 'depuisLe', p_maintenant);
  for a_qui in
    select t.courriel, row_number() over (order by t.courriel) - 1 as rang from (
      select m.courriel from prive.membres m where p_demande.verifie_par = 'coordination'
        and m.genre = 'coordination' and m.academie = p_demande.academie
      union select lower(p_equipe) where p_demande.verifie_par = 'equipe') t
    order by t.courriel limit 6
  loop
    lien := p_liens -> (p_depuis + a_qui.rang::integer);
    insert into prive.liens (id, empreinte, portee, role, demande_id, courriel, expire_le, cree_le)
    values ((lien ->> 'id')::uuid, decode(lien ->> 'empreinte', 'hex'), 'verifier-personne',
      p_demande.verifie_par, p_demande.id, a_qui.courriel, p_maintenant + interval '60 days',
      p_maintenant);
    perform prive.poster('verifier-personne', a_qui.courriel, prive.personne_a_verifier(p_demande)
      || jsonb_build_object('lien', lien ->> 'id'), p_demande.id, p_maintenant);
  end loop;
end $$;

-- Ce qu'il faut savoir de quelqu'un pour dire si on le connaît. Le message n'en est pas : l'entreprise seule le lit.
create function prive.personne_a_verifier(p_demande prive.demandes) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', p_demande.id, 'reference', p_demande.reference,
    'academie', p_demande.academie, 'nom', p_demande.nom, 'courriel', p_demande.courriel,
    'telephone', p_demande.telephone, 'etablissement', p_demande.etablissement,
    'role', p_demande.role, 'verification', prive.verification(p_demande),
    'parcours', (select jsonb_build_object('id', p.id, 'intitule', p.intitule,
      'commune', p.commune, 'domaine', p.domaine)
      from prive.parcours p where p.id = p_demande.parcours_id))
$$;

-- Fait avancer une demande dont c'est le tour, avec le verrou du parcours : active si la personne est de confiance, sinon à
-- vérifier. Le parcours est alors gardé, une seule fois par personne, et dans la limite de ce qu'un domaine peut faire garder :
-- au-delà, la vérification se fait aussi, et le parcours reste libre pour qui passe avant. Rend la demande.
create function prive.admettre(
  p_demande prive.demandes, p_liens jsonb, p_equipe text, p_confiance jsonb,
  p_maintenant timestamptz
) returns prive.demandes language plpgsql set search_path = '' as $$
declare
  demande prive.demandes;
  gardees integer;
begin
  if prive.est_de_confiance(p_demande) then
    update prive.personnes_connues c set servi_le = p_maintenant
    where prive.adresse_canonique(c.courriel) = prive.adresse_canonique(p_demande.courriel);
    return prive.rendre_active(p_demande.id, p_liens, p_equipe, p_maintenant);
  end if;
  select count(*) into gardees from prive.demandes d
  where d.etat = 'a-verifier' and d.garde
    and prive.domaine_de(d.courriel) = prive.domaine_de(p_demande.courriel);
  update prive.demandes d
  set etat = 'a-verifier', verification_le = p_maintenant,
      confirmee_le = coalesce(d.confirmee_le, p_maintenant),
      ordre = coalesce(d.ordre, nextval('prive.ordre_des_confirmations')),
      verifie_par = case when exists (select 1 from prive.membres m
        where m.genre = 'coordination' and m.academie = d.academie)
        then 'coordination' else 'equipe' end,
      relais_le = (p_confiance ->> 'relaisLe')::date,
      gardee_jusqu_au = (p_confiance ->> 'gardeeJusquAu')::date,
      garde = gardees < (p_confiance ->> 'gardeesParDomaine')::integer
        and not exists (select 1 from prive.demandes a
          where a.verification_le is not null and a.id <> d.id
            and prive.adresse_canonique(a.courriel) = prive.adresse_canonique(d.courriel))
  where d.id = p_demande.id returning * into demande;
  perform prive.demander_qui_la_connait(demande, p_liens, 1, p_equipe, p_maintenant);
  perform prive.poser_lien_de_suivi(p_liens -> 0, 'tutrice', demande.id, p_maintenant);
  perform prive.poster('verification-en-cours', demande.courriel, prive.resume(demande)
    || jsonb_build_object('lien', p_liens -> 0 ->> 'id', 'verification', prive.verification(demande)),
    demande.id, p_maintenant);
  return demande;
end $$;

-- Les personnes connues, pour l'équipe : qui, par qui, depuis quand.
create function public.connues_lister() returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('courriel', c.courriel, 'par', c.par,
    'parCourriel', c.par_courriel, 'le', c.le) order by c.courriel), '[]')
  from prive.personnes_connues c
$$;

-- Sa prochaine demande sera vérifiée de nouveau ; celles qui sont en cours continuent. Statuts : retiree, inconnue.
create function public.connues_retirer(p_courriel text)
returns jsonb language plpgsql security definer set search_path = '' as $$
begin
  delete from prive.personnes_connues c
  where prive.adresse_canonique(c.courriel) = prive.adresse_canonique(p_courriel);
  return jsonb_build_object('statut', case when found then 'retiree' else 'inconnue' end);
end $$;

grant execute on function
  public.connues_lister(),
  public.connues_retirer(text)
to service_role;
