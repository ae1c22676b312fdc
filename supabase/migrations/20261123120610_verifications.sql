-- La vérification d'une personne : qui la connaît répond d'un geste, et le temps qui passe la fait avancer.

-- Lit un lien de vérification sans rien changer. Une demande qui n'est plus à vérifier se lit encore : la page dit ce qui a
-- été répondu. Statuts : lien-inconnu, lien-expire, a-verifier, connue, non-verifiee, close.
create function public.verification_lire(p_empreinte text, p_maintenant timestamptz)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  lu record;
  demande prive.demandes;
begin
  select * into lu from prive.lien_lu(p_empreinte, array['verifier-personne'], p_maintenant);
  if lu.etat <> 'ouvert' then return jsonb_build_object('statut', lu.etat); end if;
  select * into demande from prive.demandes d where d.id = (lu.lien).demande_id;
  return case when demande.etat = 'a-verifier'
    then prive.personne_a_verifier(demande) || jsonb_build_object('statut', 'a-verifier')
    else jsonb_build_object('reference', demande.reference, 'statut', prive.issue_de(demande)) end;
end $$;

-- Ce que la vérification d'une demande a donné : connue, non-verifiee, ou close (retirée, trop tard) sans réponse.
create function prive.issue_de(p_demande prive.demandes) returns text
language sql stable set search_path = '' as $$
  select case
    when p_demande.etat in ('a-verifier', 'non-verifiee') then p_demande.etat
    when p_demande.anonymisee_le is null and prive.est_de_confiance(p_demande) then 'connue'
    else 'close' end
$$;

-- Qui répond : le lien de son courriel, ou celui de son tableau avec la demande désignée. Un membre retiré n'a plus rien à
-- dire ; une coordination ne répond que pour son académie. Statuts : lien-inconnu, lien-expire, ouvert.
create function prive.qui_verifie(
  p_empreinte text, p_demande uuid, p_equipe text, p_maintenant timestamptz,
  out demande_id uuid, out par text, out par_courriel text, out etat text
) language plpgsql stable set search_path = '' as $$
declare
  lu record;
  lien prive.liens;
begin
  select * into lu from prive.lien_lu(p_empreinte,
    array['verifier-personne', 'equipe', 'coordination'], p_maintenant);
  lien := lu.lien;
  etat := lu.etat;
  if etat <> 'ouvert' then return; end if;
  demande_id := case when lien.portee = 'verifier-personne' then lien.demande_id else p_demande end;
  par := lien.role;
  par_courriel := lien.courriel;
  if not (lien.role = 'equipe' and lien.courriel = lower(p_equipe)) and not exists (
    select 1 from prive.membres m where m.courriel = lien.courriel and m.genre = lien.role
      and (m.genre = 'equipe' or exists (select 1 from prive.demandes d
        where d.id = qui_verifie.demande_id and d.academie = m.academie))) then
    etat := 'lien-inconnu';
  end if;
end $$;

-- Ce que devient une demande à vérifier une fois la personne connue : elle reprend sa place, ou apprend que le parcours est
-- fermé. Avec le verrou du parcours.
create function prive.reprendre_sa_place(
  p_demande prive.demandes, p_liens jsonb, p_equipe text, p_maintenant timestamptz
) returns prive.demandes language plpgsql set search_path = '' as $$
declare
  demande prive.demandes := p_demande;
  parcours prive.parcours;
  jour date := prive.jour_de_paris(p_maintenant);
begin
  select * into parcours from prive.parcours p where p.id = demande.parcours_id;
  if prive.obstacle(parcours, demande.heures, jour) is not null then
    demande := prive.clore(demande, 'expiree', null, null, p_maintenant);
    perform prive.journaliser(parcours.id, demande.id, 'attente-close', 'systeme', '{}', p_maintenant);
    perform prive.poster('attente-close', demande.courriel, prive.resume(demande)
      || jsonb_build_object('restantes', case when prive.obstacle(parcours, demande.heures, jour)
        = 'heures' then parcours.heures_restantes end), demande.id, p_maintenant);
  elsif not prive.tient(parcours, demande.heures)
    or (not demande.garde and prive.est_pris(parcours, demande.heures)) then
    -- Sans garde, quelqu'un a pu passer ; gardé, l'équipe a pu corriger les heures de l'accueil d'avant. Son rang est celui
    -- de sa confirmation.
    demande := prive.prendre_rang(demande.id, p_liens -> 0, p_maintenant);
  else
    demande := prive.rendre_active(demande.id, p_liens, p_equipe, p_maintenant);
  end if;
  return demande;
end $$;

-- « Je connais cette personne », ou non. La réponse vaut pour toutes ses demandes à vérifier. `p_demande` : celle que désigne
-- un lien de tableau. `p_liens` : huit par demande à reprendre. Rejouée, ne change rien.
-- Statuts : lien-inconnu, lien-expire, connue, non-verifiee, close.
create function public.verification_repondre(
  p_empreinte text, p_demande uuid, p_connue boolean, p_liens jsonb, p_equipe text,
  p_limites jsonb, p_maintenant timestamptz
) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  qui record;
  visee prive.demandes;
  demande prive.demandes;
  candidate uuid;
  pris integer := 0;
begin
  select * into qui from prive.qui_verifie(p_empreinte, p_demande, p_equipe, p_maintenant);
  if qui.etat <> 'ouvert' then return jsonb_build_object('statut', qui.etat); end if;
  select * into visee from prive.demandes d where d.id = qui.demande_id;
  if visee.id is null then return jsonb_build_object('statut', 'lien-inconnu'); end if;
  if visee.etat <> 'a-verifier' then
    return jsonb_build_object('statut', prive.issue_de(visee), 'reference', visee.reference);
  end if;
  perform prive.au_nom_de(qui.par_courriel, true, p_limites);
  -- Tous ses parcours d'abord, dans l'ordre, comme partout.
  perform 1 from prive.parcours p where p.id in (
    select d.parcours_id from prive.demandes d where d.etat = 'a-verifier'
      and prive.adresse_canonique(d.courriel) = prive.adresse_canonique(visee.courriel))
  order by p.id for update;
  for candidate in
    select d.id from prive.demandes d where d.etat = 'a-verifier'
      and prive.adresse_canonique(d.courriel) = prive.adresse_canonique(visee.courriel)
    order by d.parcours_id, d.id limit greatest(jsonb_array_length(p_liens) / 8, 1)
  loop
    demande := prive.demande_verrouillee(candidate);
    -- Une autre personne a pu répondre, ou la tutrice se retirer, pendant l'attente du verrou.
    continue when demande.etat <> 'a-verifier';
    perform prive.journaliser(demande.parcours_id, demande.id,
      case when p_connue then 'personne-connue' else 'personne-inconnue' end,
      case qui.par when 'equipe' then 'equipe' else 'systeme' end,
      jsonb_build_object('par', qui.par), p_maintenant);
    if p_connue then
      insert into prive.personnes_connues (courriel, par, par_courriel, le, servi_le)
      values (prive.adresse_comparee(demande.courriel), qui.par, qui.par_courriel, p_maintenant,
        p_maintenant)
      on conflict do nothing;
      perform prive.reprendre_sa_place(demande,
        (select jsonb_agg(l.valeur order by l.rang) from jsonb_array_elements(p_liens)
          with ordinality l(valeur, rang) where l.rang between pris * 8 + 1 and pris * 8 + 8),
        p_equipe, p_maintenant);
      pris := pris + 1;
    else
      demande := prive.clore(demande, 'non-verifiee', null, null, p_maintenant);
      perform prive.poster('verification-finie', demande.courriel, prive.resume(demande)
        || jsonb_build_object('raison', 'inconnue'), demande.id, p_maintenant);
    end if;
  end loop;
  -- Répondre, c'est se servir de son droit, comme demander son lien.
  update prive.membres m set servi_le = p_maintenant where m.courriel = qui.par_courriel;
  select * into visee from prive.demandes d where d.id = visee.id;
  return jsonb_build_object('statut', prive.issue_de(visee), 'reference', visee.reference);
end $$;

-- Le temps qui passe : l'équipe prend le relais d'une coordination qui n'a pas répondu, le parcours n'est plus gardé passé son
-- jour, et une vérification restée `p_jours` sans réponse prend fin. Chaque fois, la tutrice l'apprend. À appeler souvent :
-- autant de demandes que de liens au plus par passage, le suivant continue. Rend le nombre de demandes touchées.
create function public.verifications_avancer(
  p_liens jsonb, p_jours integer, p_equipe text, p_maintenant timestamptz
) returns integer language plpgsql security definer set search_path = '' as $$
declare
  jour date := prive.jour_de_paris(p_maintenant);
  candidate uuid;
  demande prive.demandes;
  finie boolean;
  touchees integer := 0;
begin
  for candidate in
    select d.id from prive.demandes d where d.etat = 'a-verifier'
      and ((d.verifie_par = 'coordination' and d.relais_le <= jour)
        or (d.garde and d.gardee_jusqu_au < jour)
        or prive.jour_de_paris(d.verification_le) + p_jours <= jour)
    order by d.parcours_id, d.id limit jsonb_array_length(p_liens)
  loop
    demande := prive.demande_verrouillee(candidate);
    continue when demande.etat <> 'a-verifier';
    finie := prive.jour_de_paris(demande.verification_le) + p_jours <= jour;
    if finie then
      perform prive.journaliser(demande.parcours_id, demande.id, 'verification-expiree', 'systeme',
        '{}', p_maintenant);
      demande := prive.clore(demande, 'expiree', null, null, p_maintenant);
    else
      if demande.verifie_par = 'coordination' and demande.relais_le <= jour then
        update prive.demandes d set verifie_par = 'equipe' where d.id = demande.id
        returning * into demande;
        perform prive.demander_qui_la_connait(demande, p_liens, touchees, p_equipe, p_maintenant);
      end if;
      if demande.garde and demande.gardee_jusqu_au < jour then
        update prive.demandes d set garde = false where d.id = demande.id returning * into demande;
        perform prive.journaliser(demande.parcours_id, demande.id, 'garde-finie', 'systeme', '{}',
          p_maintenant);
      else
        -- Un relais seul : la page le dit, un courriel de plus n'apprendrait rien d'utile.
        touchees := touchees + 1;
        continue;
      end if;
    end if;
    perform prive.poster('verification-finie', demande.courriel, prive.resume(demande)
      || jsonb_build_object('raison', case when finie then 'sans-reponse' else 'garde-finie' end),
      demande.id, p_maintenant);
    touchees := touchees + 1;
  end loop;
  return touchees;
end $$;

grant execute on function
  public.verification_lire(text, timestamptz),
  public.verification_repondre(text, uuid, boolean, jsonb, text, jsonb, timestamptz),
  public.verifications_avancer(jsonb, integer, text, timestamptz)
to service_role;
