-- Le temps que vaut un lien de déclaration : soixante jours pour un contact, cent quatre-vingts pour l'équipe.
create function prive.poser_lien_de_declaration(
  p_lien jsonb, p_portee text, p_role text, p_declaration uuid, p_maintenant timestamptz
) returns uuid language sql set search_path = '' as $$
  select prive.poser_lien(p_lien, p_portee, p_role, null, p_declaration, p_maintenant
    + case when p_role = 'equipe' then interval '180 days' else interval '60 days' end, p_maintenant)
$$;

-- Les liens des déclarations qu'une adresse peut rouvrir, les dix plus récentes : un contact de l'entreprise, les siennes
-- que l'équipe n'a pas refusées (publiées, tant qu'il y est toujours contact) ; l'équipe, celles qui attendent sa décision.
-- Un lien qui vaut encore est rendu ; sinon un neuf est posé, pris dans `p_liens` à partir de `p_pris`.
create function prive.liens_de_declaration(
  p_courriel text, p_est_equipe boolean, p_liens jsonb, p_pris integer, p_maintenant timestamptz
) returns jsonb language plpgsql set search_path = '' as $$
declare
  ouvrable record;
  lien uuid;
  pris integer := p_pris;
  liens jsonb := '[]';
begin
  for ouvrable in
    select d.id, d.reference, d.public ->> 'intitule' as intitule, o.portee, o.role
    from prive.declarations d
    cross join lateral (
      select 'confirmer-contacts' as portee, c ->> 'role' as role
      from jsonb_array_elements(d.contacts) c
      where c ->> 'role' like 'entreprise-%' and lower(c ->> 'courriel') = p_courriel
        and d.etat <> 'refusee' and (d.etat <> 'validee' or exists (select 1 from prive.contacts a
          where a.parcours_id = d.parcours_id and a.role = c ->> 'role'
            and lower(a.courriel) = p_courriel))
      union all
      select 'valider-declaration', 'equipe'
      where p_est_equipe and d.etat in ('declaree', 'contacts-confirmes')
    ) o
    order by d.cree_le desc, d.id, o.role limit 10
  loop
    select l.id into lien from prive.liens l
    where l.declaration_id = ouvrable.id and l.portee = ouvrable.portee and l.role = ouvrable.role
      and l.annule_le is null and l.expire_le > p_maintenant
    order by l.cree_le desc, l.id limit 1;
    if not found then
      continue when pris >= jsonb_array_length(p_liens);
      lien := prive.poser_lien_de_declaration(p_liens -> pris, ouvrable.portee, ouvrable.role,
        ouvrable.id, p_maintenant);
      pris := pris + 1;
    end if;
    liens := liens || jsonb_build_object('reference', ouvrable.reference,
      'intitule', ouvrable.intitule, 'portee', ouvrable.portee, 'lien', lien);
  end loop;
  return liens;
end $$;
