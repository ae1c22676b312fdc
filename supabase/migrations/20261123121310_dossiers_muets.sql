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
