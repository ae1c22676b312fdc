-- Ce que personne ne clôt se clôt de lui-même : sans cela, une demande oubliée garderait son parcours, et ses personnes,
-- pour toujours.

-- La dernière fois que quelqu'un a fait quelque chose d'une demande. Un rappel du service, ou l'arrivée d'un
-- courriel, n'est le geste de personne.
create function prive.derniere_nouvelle(p_demande prive.demandes) returns timestamptz
language sql stable set search_path = '' as $$
  select greatest(p_demande.cree_le, p_demande.confirmee_le, p_demande.proposee_le,
    p_demande.active_le, (select max(e.le) from prive.evenements e
      where e.demande_id = p_demande.id and not prive.est_une_remise(e.genre)
        and not (e.auteur = 'systeme' and prive.est_un_rappel(e.donnees))))
$$;

-- Dit à ceux que cela regarde qu'une demande est close : la tutrice, puis, si elle était active, l'entreprise, l'acheteur
-- et l'équipe. Le courriel ne dit rien de qui demandait, et n'est pas lié à la demande : il lui survit.
-- `p_raison` : muet (avec `p_mois`), endormie (la tutrice n'a pas répondu), ou effacement (alors elle n'est pas écrite).
create function prive.annoncer_la_fin(
  p_demande prive.demandes, p_raison text, p_mois integer, p_equipe text, p_maintenant timestamptz
) returns void language sql set search_path = '' as $$
  select prive.poster('dossier-clos', a.courriel, jsonb_build_object(
    'reference', p_demande.reference, 'destinataireNom', a.nom, 'raison', p_raison, 'mois', p_mois,
    'aLaTutrice', a.rang = 0, 'parcours', (select jsonb_build_object('id', p.id, 'intitule', p.intitule)
      from prive.parcours p where p.id = p_demande.parcours_id)), null, p_maintenant)
  from (
    select distinct on (lower(t.courriel)) t.courriel, t.nom, t.rang from (
      select 0 as rang, p_demande.courriel, p_demande.nom where p_raison <> 'effacement'
      union all
      select 1, c.courriel, c.nom from prive.contacts c
      where c.parcours_id = p_demande.parcours_id and c.role <> 'mlds'
        and p_demande.etat = 'active'
      union all
      select 2, p_equipe, null where p_demande.etat = 'active') t
    where t.courriel is not null
      and (p_raison <> 'effacement' or lower(t.courriel) <> lower(p_demande.courriel))
    order by lower(t.courriel), t.rang) a
$$;

-- Clôt les demandes en cours ou en attente dont personne n'a rien fait depuis « dossierMuetMois », et prévient. Le parcours
-- redevient libre : la tâche d'entretien le propose ensuite à la suivante. À appeler souvent : deux cents au plus par
-- passage, le suivant continue. Rend le nombre de demandes closes.
create function public.dossiers_clore_muets(
  p_conservation jsonb, p_equipe text, p_maintenant timestamptz
) returns integer language plpgsql security definer set search_path = '' as $$
declare
  depuis timestamptz := p_maintenant
    - prive.duree_de_conservation(p_conservation, 'dossierMuetMois');
  mois integer := (p_conservation ->> 'dossierMuetMois')::integer;
  candidate uuid;
  demande prive.demandes;
  closes integer := 0;
begin
  for candidate in
    select d.id from prive.demandes d
    where d.etat in ('a-verifier', 'active', 'proposee', 'en-attente') and d.cree_le <= depuis
      and prive.derniere_nouvelle(d) <= depuis
    order by d.parcours_id, d.id limit 200
  loop
    demande := prive.demande_verrouillee(candidate);
    -- Quelqu'un a pu agir pendant l'attente du verrou.
    continue when demande.etat not in ('a-verifier', 'active', 'proposee', 'en-attente')
      or prive.derniere_nouvelle(demande) > depuis;
    perform prive.journaliser(demande.parcours_id, demande.id, 'dossier-muet', 'systeme',
      jsonb_build_object('mois', mois), p_maintenant);
    perform prive.annoncer_la_fin(demande, 'muet', mois, p_equipe, p_maintenant);
    perform prive.clore(demande, 'retiree', null, null, p_maintenant);
    closes := closes + 1;
  end loop;
  return closes;
end $$;
grant execute on function public.dossiers_clore_muets(jsonb, text, timestamptz) to service_role;

-- Les heures que la tutrice a dites à la fin d'un accueil, et que l'entreprise n'a pas confirmées.

-- Compte les heures restées sans réponse pendant `p_jours` : se taire vaut accord, et chacun en a été prévenu à la fin.
-- À appeler souvent : deux cents au plus par passage, le suivant continue. Rend le nombre d'accueils.
create function public.heures_sans_reponse(p_jours integer, p_maintenant timestamptz)
returns integer language plpgsql security definer set search_path = '' as $$
declare
  candidate uuid;
  demande prive.demandes;
  total integer;
  comptes integer := 0;
begin
  for candidate in
    select d.id from prive.demandes d
    where d.heures_a_confirmer > 0
      and prive.jour_de_paris(d.close_le) + p_jours <= prive.jour_de_paris(p_maintenant)
    order by d.parcours_id, d.id limit 200
  loop
    demande := prive.demande_verrouillee(candidate);
    -- L'entreprise, ou l'équipe, a pu répondre pendant l'attente du verrou.
    continue when demande.heures_a_confirmer = 0;
    total := demande.heures_comptees + demande.heures_a_confirmer;
    perform prive.journaliser(demande.parcours_id, demande.id, 'heures-confirmees', 'systeme',
      jsonb_build_object('heures', total), p_maintenant);
    perform prive.decompter(demande.id, total, 0, p_maintenant);
    comptes := comptes + 1;
  end loop;
  return comptes;
end $$;
grant execute on function public.heures_sans_reponse(integer, timestamptz) to service_role;

-- Une demande dont la tutrice ne dit plus rien garde un parcours que d'autres attendent. La règle est dans le service
-- (src/suivi/regles/sommeil.ts) : c'est lui qui demande, et qui sait quand la réponse n'est pas venue.

-- Clôt les demandes que le service a trouvées sans réponse, et le dit à ceux que cela regarde. Le parcours redevient libre :
-- la tâche d'entretien le propose ensuite à la suivante. Rend le nombre de demandes closes.
-- `p_lot` : [{demande, vu}] ; `vu` est le dernier événement du dossier hors rappels. Si quelqu'un a agi depuis, la demande
-- reste : le passage suivant la relira.
create function public.demandes_endormir(p_lot jsonb, p_equipe text, p_maintenant timestamptz)
returns integer language plpgsql security definer set search_path = '' as $$
declare
  candidate record;
  demande prive.demandes;
  closes integer := 0;
begin
  for candidate in
    select d.id, (l.valeur ->> 'vu')::bigint as vu
    from jsonb_array_elements(p_lot) l(valeur)
    join prive.demandes d on d.id = (l.valeur ->> 'demande')::uuid
    order by d.parcours_id, d.id
  loop
    demande := prive.demande_verrouillee(candidate.id);
    continue when demande.etat not in ('active', 'en-attente')
      or prive.dernier_acte(demande.id) <> candidate.vu;
    perform prive.journaliser(demande.parcours_id, demande.id, 'demande-endormie', 'systeme', '{}',
      p_maintenant);
    perform prive.annoncer_la_fin(demande, 'endormie', null, p_equipe, p_maintenant);
    perform prive.clore(demande, 'retiree', null, null, p_maintenant);
    closes := closes + 1;
  end loop;
  return closes;
end $$;
grant execute on function public.demandes_endormir(jsonb, text, timestamptz) to service_role;
