-- De quel marché vient un parcours : l'entreprise et l'acheteur en ont plusieurs. À part des champs publics, et jamais
-- publié : il désigne l'entreprise. Il s'efface avec les contacts.
create table prive.marches (
  parcours_id text primary key references prive.parcours (id) on delete cascade,
  entreprise text check (char_length(entreprise) between 1 and 150),
  acheteur text check (char_length(acheteur) between 1 and 150),
  objet text check (char_length(objet) between 1 and 500),
  lot text check (char_length(lot) between 1 and 200),
  site text check (char_length(site) between 1 and 300)
);
alter table prive.marches enable row level security;

-- Écrit ce qu'un export ou une déclaration dit d'un marché ; null, ou rien d'écrit : ce que l'on savait reste.
create function prive.ecrire_marche(p_parcours text, p_marche jsonb) returns void
language sql set search_path = '' as $$
  insert into prive.marches (parcours_id, entreprise, acheteur, objet, lot, site)
  select p_parcours, m.entreprise, m.acheteur, m.objet, m.lot, m.site
  from jsonb_populate_record(null::prive.marches, nullif(p_marche, 'null')) m
  where num_nonnulls(m.entreprise, m.acheteur, m.objet, m.lot, m.site) > 0
  on conflict (parcours_id) do update set entreprise = excluded.entreprise,
    acheteur = excluded.acheteur, objet = excluded.objet, lot = excluded.lot, site = excluded.site
$$;

-- Le marché d'un parcours, tel que le service le lit (src/marche/regles/marche.ts) ; null quand on n'en sait rien.
create function prive.marche(p_parcours text) returns json
language sql stable set search_path = '' as $$
  select json_build_object('entreprise', m.entreprise, 'acheteur', m.acheteur, 'objet', m.objet,
    'lot', m.lot, 'site', m.site)
  from prive.marches m where m.parcours_id = p_parcours
$$;

-- Une personne s'efface : son nom quitte le marché (une entreprise porte parfois celui de qui la tient). Sans plus aucun
-- contact, le marché part aussi.
create function prive.effacer_ses_marches(p_parcours text, p_nom text) returns void
language sql set search_path = '' as $$
  update prive.marches m set
    entreprise = case when strpos(lower(m.entreprise), lower(p_nom)) = 0 then m.entreprise end,
    acheteur = case when strpos(lower(m.acheteur), lower(p_nom)) = 0 then m.acheteur end,
    objet = case when strpos(lower(m.objet), lower(p_nom)) = 0 then m.objet end,
    lot = case when strpos(lower(m.lot), lower(p_nom)) = 0 then m.lot end,
    site = case when strpos(lower(m.site), lower(p_nom)) = 0 then m.site end
  where m.parcours_id = p_parcours and p_nom <> '';
  delete from prive.marches m where m.parcours_id = p_parcours
    and not exists (select 1 from prive.contacts c where c.parcours_id = p_parcours)
$$;
