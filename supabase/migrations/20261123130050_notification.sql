-- La notification du marché, que l'équipe connaît par son export : ses dossiers se rangent des plus anciens marchés
-- aux plus récents. Elle reste privée : avec l'objet d'un marché, elle pourrait le désigner.
alter table prive.parcours add column notifie_le date;

create or replace function public.parcours_importer(p_lignes jsonb, p_maintenant timestamptz)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  ligne jsonb;
  reponses jsonb := '[]';
  code text;
begin
  for ligne in select l from jsonb_array_elements(p_lignes) l loop
    begin
      perform prive.ecrire_parcours(ligne -> 'public', true, p_maintenant);
      update prive.parcours p set notifie_le = (ligne ->> 'notifieLe')::date
      where p.id = ligne -> 'public' ->> 'id' and ligne ->> 'notifieLe' is not null;
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
