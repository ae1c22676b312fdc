-- L'import de l'équipe : des lots de lignes, chacune entière ou rien.
-- Une ligne : {"public": champs publics, "contacts": [{role, nom, courriel, telephone}]}.
-- Rend une réponse par ligne, dans l'ordre : {"id", "statut": "ecrite" | "refusee", "code"}.
create function public.parcours_importer(p_lignes jsonb, p_maintenant timestamptz)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  ligne jsonb;
  reponses jsonb := '[]';
  code text;
begin
  for ligne in select l from jsonb_array_elements(p_lignes) l loop
    begin
      perform prive.ecrire_parcours(ligne -> 'public', true, p_maintenant);
      perform prive.ecrire_contacts(ligne -> 'public' ->> 'id', ligne -> 'contacts', null,
        p_maintenant);
      reponses := reponses || jsonb_build_object('id', ligne -> 'public' ->> 'id', 'statut', 'ecrite');
    exception when others then
      get stacked diagnostics code = returned_sqlstate;
      reponses := reponses || jsonb_build_object('id', ligne -> 'public' ->> 'id',
        'statut', 'refusee', 'code', code);
    end;
  end loop;
  return reponses;
end $$;
grant execute on function public.parcours_importer(jsonb, timestamptz) to service_role;
