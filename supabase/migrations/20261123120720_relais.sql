-- Une personne qui passe la main, ou que l'on remplace.

-- Un contact remplacé : l'ancien lien ne vaut plus rien, le nouveau est posé sur cette demande (premier de
-- `p_liens`), puis sur les autres demandes du parcours que l'ancien ouvrait, tant qu'il reste des liens.
-- Rend le nombre de liens pris.
create function prive.changer_contact(
  p_demande prive.demandes, p_contact jsonb, p_liens jsonb, p_maintenant timestamptz
) returns integer language plpgsql set search_path = '' as $$
declare
  autre uuid;
  pris integer := 1;
  autres uuid[];
begin
  select coalesce(array_agg(distinct d.id), '{}') into autres
  from prive.demandes d join prive.liens l on l.demande_id = d.id
  where d.parcours_id = p_demande.parcours_id and d.id <> p_demande.id and l.portee = 'suivre'
    and l.role = p_contact ->> 'role' and l.annule_le is null and d.anonymisee_le is null
    and d.etat in ('active', 'terminee');
  perform prive.ecrire_contacts(p_demande.parcours_id, jsonb_build_array(p_contact), null,
    p_maintenant);
  perform prive.annuler_liens(p_demande.parcours_id, p_contact ->> 'role', p_maintenant);
  perform prive.poser_lien_de_suivi(p_liens -> 0, p_contact ->> 'role', p_demande.id, p_maintenant);
  foreach autre in array autres loop
    -- Le dernier est gardé pour proposer le parcours à la suivante.
    exit when pris >= jsonb_array_length(p_liens) - 1;
    perform prive.poser_lien_de_suivi(p_liens -> pris, p_contact ->> 'role', autre, p_maintenant);
    pris := pris + 1;
  end loop;
  return pris;
end $$;
