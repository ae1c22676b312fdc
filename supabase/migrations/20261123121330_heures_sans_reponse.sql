-- Les heures que la tutrice a dites à la fin d'un accueil, et que l'entreprise n'a pas confirmées.

create index evenements_fins_a_confirmer on prive.evenements (le)
  where genre = 'accueil-termine' and donnees ? 'comptees';

-- Compte les heures restées sans réponse pendant `p_jours` : se taire vaut accord, et chacun en a été prévenu à la fin.
-- À appeler souvent : deux cents au plus par passage, le suivant continue. Rend le nombre d'accueils.
create function public.heures_sans_reponse(p_jours integer, p_maintenant timestamptz)
returns integer language plpgsql security definer set search_path = '' as $$
declare
  fin record;
  demande prive.demandes;
  comptes integer := 0;
begin
  for fin in
    select e.demande_id, (e.donnees ->> 'heures')::integer as dites,
      (e.donnees ->> 'comptees')::integer as comptees
    from prive.evenements e join prive.demandes d on d.id = e.demande_id
    where e.genre = 'accueil-termine' and e.donnees ? 'comptees'
      and (e.donnees ->> 'comptees')::integer < (e.donnees ->> 'heures')::integer
      and prive.jour_de_paris(e.le) + p_jours <= prive.jour_de_paris(p_maintenant)
      and not exists (select 1 from prive.evenements c
        where c.demande_id = e.demande_id and c.genre = 'heures-confirmees')
    order by d.parcours_id, d.id limit 200
  loop
    demande := prive.demande_verrouillee(fin.demande_id);
    -- L'entreprise a pu répondre pendant l'attente du verrou.
    continue when exists (select 1 from prive.evenements c
      where c.demande_id = demande.id and c.genre = 'heures-confirmees');
    perform prive.journaliser(demande.parcours_id, demande.id, 'heures-confirmees', 'systeme',
      jsonb_build_object('heures', fin.dites), p_maintenant);
    perform prive.decompter(demande.parcours_id, fin.dites - fin.comptees, p_maintenant);
    comptes := comptes + 1;
  end loop;
  return comptes;
end $$;
grant execute on function public.heures_sans_reponse(integer, timestamptz) to service_role;
