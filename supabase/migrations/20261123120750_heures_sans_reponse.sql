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
