-- Lit un lien personnel, quel qu'il soit, sans rien changer : c'est la base qui sait ce qu'il ouvre, pas la page.
-- Rend {portee, lu} : la portée du lien (null s'il n'est pas connu, ou annulé), et ce que rend la lecture qui lui est
-- propre. En json : un tableau compte des centaines de lignes.
create function public.lien_lire(p_empreinte text, p_maintenant timestamptz)
returns json language plpgsql stable security definer set search_path = '' as $$
declare
  portee text;
begin
  select l.portee into portee from prive.liens l
  where l.empreinte = decode(p_empreinte, 'hex') and l.annule_le is null;
  return json_build_object('portee', portee, 'lu', case
    when portee is null then json_build_object('statut', 'lien-inconnu')
    when portee = 'suivre' then public.suivi_lire(p_empreinte, p_maintenant)::json
    when portee in ('dossiers', 'equipe', 'coordination') then
      public.tableau_lire(p_empreinte, p_maintenant)
    when portee in ('confirmer-contacts', 'valider-declaration') then
      public.declaration_lire(p_empreinte, portee, p_maintenant)::json
    else public.demande_lire(p_empreinte, portee, p_maintenant)::json end);
end $$;
grant execute on function public.lien_lire(text, timestamptz) to service_role;
