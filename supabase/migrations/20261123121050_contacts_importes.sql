-- Les contacts que l'import de l'équipe a changés : l'ancienne et la nouvelle personne l'apprennent. L'import ne sait pas
-- faire un lien ; la tâche d'entretien le fait, et écrit un seul courriel par personne.

-- Le lien de suivi d'un rôle vers chaque accueil en cours d'un parcours ; ceux qui manquent sont posés tant qu'il reste
-- des liens tout prêts. `dossiers` : [{reference, lien}] ; `lien` est null quand il manque encore.
create function prive.dossiers_du_contact(
  p_parcours text, p_role text, p_liens jsonb, p_maintenant timestamptz,
  out dossiers jsonb, out pris integer
) language plpgsql set search_path = '' as $$
declare
  ouvert record;
begin
  dossiers := '[]';
  pris := 0;
  for ouvert in
    select d.id, d.reference, l.id as lien from prive.demandes_ouvertes d
    left join lateral (select s.id from prive.liens_de_suivi(array[d.id], p_maintenant) s
      where s.role = p_role) l on true
    where d.parcours_id = p_parcours order by d.active_le, d.id
  loop
    if ouvert.lien is null and pris < jsonb_array_length(p_liens) then
      ouvert.lien := prive.poser_lien_de_suivi(p_liens -> pris, p_role, ouvert.id, p_maintenant);
      pris := pris + 1;
    end if;
    dossiers := dossiers || jsonb_build_object('reference', ouvert.reference, 'lien', ouvert.lien);
  end loop;
end $$;

-- Écrit à chaque personne ce que l'import a changé pour elle, cinq minutes après le dernier changement : un import
-- entier passe en moins de temps, et ne fait qu'un courriel. Qui attend encore un lien est laissé au passage suivant.
-- Rend le nombre de courriels écrits.
create function public.contacts_prevenir(p_liens jsonb, p_maintenant timestamptz)
returns integer language plpgsql security definer set search_path = '' as $$
declare
  personne record;
  annonce record;
  liens jsonb := p_liens;
  dossiers jsonb;
  pris integer;
  parcours jsonb;
  attend boolean;
  ecrits integer := 0;
begin
  -- Deux passages à la fois écriraient chacun à la même personne.
  perform pg_advisory_xact_lock(hashtext('csf.contacts'));
  for personne in
    select a.courriel, a.designe from prive.contacts_a_prevenir a
    group by a.courriel, a.designe
    having max(a.le) <= p_maintenant - interval '5 minutes'
    order by a.designe, a.courriel limit 200
  loop
    parcours := '[]';
    attend := false;
    for annonce in
      select a.parcours_id, a.role, prive.parcours_du_dossier(p)::jsonb as resume
      from prive.contacts_a_prevenir a join prive.parcours p on p.id = a.parcours_id
      where a.courriel = personne.courriel and a.designe = personne.designe
        -- Le site a pu changer ce contact entre-temps, et l'a dit.
        and (exists (select 1 from prive.contacts c where c.parcours_id = a.parcours_id
          and c.role = a.role and lower(c.courriel) = a.courriel) = a.designe)
      order by a.parcours_id, a.role
    loop
      dossiers := '[]';
      if personne.designe then
        select d.dossiers, d.pris into dossiers, pris
        from prive.dossiers_du_contact(annonce.parcours_id, annonce.role, liens, p_maintenant) d;
        select coalesce(jsonb_agg(l.valeur order by l.rang), '[]') into liens
        from jsonb_array_elements(liens) with ordinality l(valeur, rang) where l.rang > pris;
        attend := attend or jsonb_path_exists(dossiers, '$[*].lien ? (@ == null)');
      end if;
      parcours := parcours || jsonb_build_object('parcours', annonce.resume, 'role', annonce.role,
        'dossiers', dossiers);
    end loop;
    continue when attend;
    delete from prive.contacts_a_prevenir a
    where a.courriel = personne.courriel and a.designe = personne.designe;
    continue when parcours = '[]';
    perform prive.poster(
      case when personne.designe then 'contact-designe' else 'contact-remplace' end,
      personne.courriel, jsonb_build_object('parcours', parcours), null, p_maintenant);
    ecrits := ecrits + 1;
  end loop;
  return ecrits;
end $$;

grant execute on function public.contacts_prevenir(jsonb, timestamptz) to service_role;
