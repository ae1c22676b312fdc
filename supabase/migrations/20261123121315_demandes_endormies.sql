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
