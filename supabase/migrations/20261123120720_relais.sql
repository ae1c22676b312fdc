-- Une personne qui passe la main, ou que l'on remplace.

-- Qui a passé la main, pour ce dossier (src/suivi/regles/dossier.ts). `lien` : le sien, tant qu'il vaut encore.
create function prive.relais_de(p_demande prive.demandes) returns json
language sql stable set search_path = '' as $$
  select coalesce(json_agg(json_build_object('role', r.role, 'nom', r.nom, 'courriel', r.courriel,
    'telephone', r.telephone, 'ouvert', r.ouvert_le is not null, 'lien', (
      select l.id from prive.liens l where l.demande_id = p_demande.id and l.role = r.role
        and l.portee = 'suivre' and l.cede_le is not null and l.annule_le is null limit 1))), '[]')
  from prive.relais r where r.parcours_id = p_demande.parcours_id
$$;

-- Les liens qu'un contact tient encore sur un parcours, ceux d'avant lui exceptés.
create function prive.liens_du_contact(p_parcours text, p_role text)
returns setof prive.liens language sql stable set search_path = '' as $$
  select l from prive.liens l join prive.demandes d on d.id = l.demande_id
  where d.parcours_id = p_parcours and l.portee = 'suivre' and l.role = p_role
    and l.annule_le is null and l.cede_le is null
$$;

-- La personne nommée a ouvert son lien : celui de qui la précédait ne sert plus.
create function prive.finir_le_relais(p_parcours text, p_role text, p_maintenant timestamptz)
returns void language sql set search_path = '' as $$
  update prive.liens l set annule_le = p_maintenant
  from prive.demandes d
  where d.id = l.demande_id and d.parcours_id = p_parcours and l.role = p_role
    and l.cede_le is not null and l.annule_le is null;
  update prive.relais r set ouvert_le = p_maintenant
  where r.parcours_id = p_parcours and r.role = p_role and r.ouvert_le is null
$$;

-- La main revient à qui l'avait passée : elle la reprend, ou la personne nommée est injoignable. Sans effet une fois que
-- celle-ci a ouvert son lien.
create function prive.rendre_la_main(p_parcours text, p_role text, p_maintenant timestamptz)
returns void language plpgsql set search_path = '' as $$
declare
  avant prive.relais;
begin
  delete from prive.relais r
  where r.parcours_id = p_parcours and r.role = p_role and r.ouvert_le is null returning * into avant;
  if not found then return; end if;
  update prive.contacts c
  set nom = avant.nom, courriel = avant.courriel, telephone = avant.telephone,
      confirme_le = p_maintenant, change_sur_le_site_le = p_maintenant
  where c.parcours_id = p_parcours and c.role = p_role;
  update prive.liens l set annule_le = p_maintenant
  where l.id in (select s.id from prive.liens_du_contact(p_parcours, p_role) s);
  update prive.liens l set cede_le = null
  from prive.demandes d
  where d.id = l.demande_id and d.parcours_id = p_parcours and l.role = p_role
    and l.cede_le is not null and l.annule_le is null;
end $$;

-- Une personne s'efface : qui lui a succédé ne la nomme plus, ni le marché, ni le lieu de rencontre, et elle ne peut plus
-- reprendre la main. À appeler avec le verrou de ses parcours.
create function prive.effacer_ses_relais(p_adresse text, p_maintenant timestamptz) returns void
language plpgsql set search_path = '' as $$
declare
  le_sien prive.relais;
begin
  for le_sien in
    delete from prive.relais r where prive.adresse_comparee(r.courriel) = p_adresse returning *
  loop
    perform prive.effacer_ses_marches(le_sien.parcours_id, le_sien.nom);
    perform prive.effacer_ses_lieux(le_sien.parcours_id, le_sien.nom, le_sien.telephone);
    update prive.liens l set annule_le = p_maintenant
    from prive.demandes d
    where d.id = l.demande_id and d.parcours_id = le_sien.parcours_id and l.role = le_sien.role
      and l.cede_le is not null and l.annule_le is null;
  end loop;
end $$;

-- Les parcours où une personne tient, ou tenait, un rôle.
create function prive.ses_parcours(p_adresse text) returns setof text
language sql stable set search_path = '' as $$
  select d.parcours_id from prive.demandes d where prive.adresse_comparee(d.courriel) = p_adresse
  union select c.parcours_id from prive.contacts c where prive.adresse_comparee(c.courriel) = p_adresse
  union select r.parcours_id from prive.relais r where prive.adresse_comparee(r.courriel) = p_adresse
$$;

-- Un contact remplacé : l'ancien lien ne vaut plus rien, sauf s'il a cédé sa place de lui-même (`cede`) ; le nouveau est
-- posé sur cette demande (premier de `p_liens`), puis sur les autres demandes du parcours que l'ancien ouvrait, tant qu'il
-- reste des liens. Rend le nombre de liens pris.
create function prive.changer_contact(
  p_demande prive.demandes, p_contact jsonb, p_liens jsonb, p_maintenant timestamptz
) returns integer language plpgsql set search_path = '' as $$
declare
  autre uuid;
  pris integer := 1;
  autres uuid[];
  ancien prive.contacts;
  cedes uuid[];
begin
  select coalesce(array_agg(distinct d.id), '{}') into autres
  from prive.demandes d join prive.liens l on l.demande_id = d.id
  where d.parcours_id = p_demande.parcours_id and d.id <> p_demande.id and l.portee = 'suivre'
    and l.role = p_contact ->> 'role' and l.annule_le is null and l.cede_le is null and d.anonymisee_le is null
    and d.etat in ('active', 'terminee');
  if (p_contact ->> 'cede')::boolean then
    select * into ancien from prive.contacts c
    where c.parcours_id = p_demande.parcours_id and c.role = p_contact ->> 'role';
    select array_agg(l.id) into cedes
    from prive.liens_du_contact(p_demande.parcours_id, p_contact ->> 'role') l;
  end if;
  perform prive.ecrire_contacts(p_demande.parcours_id, jsonb_build_array(p_contact), null,
    p_maintenant);
  perform prive.annuler_liens(p_demande.parcours_id, p_contact ->> 'role', p_maintenant);
  -- Coupés avec les autres, ses propres liens lui restent le temps qu'on lui succède.
  if ancien.courriel <> p_contact ->> 'courriel' then
    update prive.liens l set annule_le = null, cede_le = p_maintenant where l.id = any (cedes);
    insert into prive.relais (parcours_id, role, nom, courriel, telephone, cede_le)
    values (ancien.parcours_id, ancien.role, ancien.nom, ancien.courriel, ancien.telephone,
      p_maintenant);
  end if;
  perform prive.poser_lien_de_suivi(p_liens -> 0, p_contact ->> 'role', p_demande.id, p_maintenant);
  foreach autre in array autres loop
    -- Le dernier est gardé pour proposer le parcours à la suivante.
    exit when pris >= jsonb_array_length(p_liens) - 1;
    perform prive.poser_lien_de_suivi(p_liens -> pris, p_contact ->> 'role', autre, p_maintenant);
    pris := pris + 1;
  end loop;
  -- Elle tenait aussi l'autre rôle : qui la remplace le prend avec le premier.
  if p_contact ->> 'aussi' is not null then
    pris := pris + prive.changer_contact(p_demande, p_contact - 'aussi'
      || jsonb_build_object('role', p_contact ->> 'aussi'), (
        select jsonb_agg(l.lien order by l.rang)
        from jsonb_array_elements(p_liens) with ordinality l(lien, rang) where l.rang > pris),
      p_maintenant);
  end if;
  return pris;
end $$;
