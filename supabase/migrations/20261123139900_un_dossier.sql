-- Une seule forme d'un dossier : le parcours et la personne qui demande, toujours écrits ici et seulement ici.

-- Le parcours d'un dossier : rien qui ne soit déjà public.
create function prive.parcours_du_dossier(p_parcours prive.parcours) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', p_parcours.id, 'intitule', p_parcours.intitule,
    'commune', p_parcours.commune, 'domaine', p_parcours.domaine, 'heures', p_parcours.heures,
    'heuresFaites', p_parcours.heures_faites, 'finLe', p_parcours.fin_le,
    'finReconductionLe', p_parcours.fin_reconduction_le)
$$;

-- Ce qu'un courriel dit d'une demande et de son parcours.
create or replace function prive.resume(p_demande prive.demandes) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'reference', p_demande.reference, 'heures', p_demande.heures, 'debutLe', p_demande.debut_le,
    'activeLe', p_demande.active_le, 'parcours', prive.parcours_du_dossier(p),
    'demandeur', jsonb_build_object('nom', p_demande.nom, 'courriel', p_demande.courriel,
      'telephone', p_demande.telephone, 'etablissement', p_demande.etablissement,
      'role', p_demande.role, 'message', p_demande.message))
  from prive.parcours p where p.id = p_demande.parcours_id
$$;

-- Ce qu'une demande est devenue, pour la page qui suit une confirmation : rien de qui l'a faite.
create or replace function prive.bilan_de_demande(p_demande prive.demandes) returns jsonb
language sql stable set search_path = '' as $$
  select (prive.resume(p_demande) - 'demandeur')
    || jsonb_build_object('statut', p_demande.etat, 'rang', prive.rang(p_demande))
$$;

do $do$
declare
  f record;
  change record;
  corps text;
begin
  for f in select p.proname, pg_get_functiondef(p.oid) as corps from pg_proc p
    join pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ('public', 'prive') and p.proname in ('demande_creer', 'demande_lire',
      'demande_confirmer', 'proposition_accepter', 'message_deposer', 'liens_retrouver',
      'parcours_en_bref', 'declaration_valider')
  loop
    corps := f.corps;
    for change in select * from (values
      ('''parcours'', demande.parcours_id', '''parcoursId'', demande.parcours_id'),
      ('''parcours'', declaration.parcours_id', '''parcoursId'', declaration.parcours_id'),
      ('''parcours'', neuf.parcours_id', '''parcoursId'', neuf.parcours_id'),
      ('p_demande ->> ''parcours''', 'p_demande ->> ''parcoursId'''),
      ('p_message ->> ''parcours''', 'p_message ->> ''parcoursId'''),
      ('''intitule'', dossier.intitule, ''commune'', dossier.commune',
        '''parcours'', jsonb_build_object(''id'', dossier.parcours_id, ''intitule'', dossier.intitule)'),
      ('t.role, p.intitule, p.commune', 't.role, p.intitule, d.parcours_id'),
      ('''finLe'', greatest', '''derniereFin'', greatest')) c(avant, apres)
    loop
      corps := replace(corps, change.avant, change.apres);
    end loop;
    if corps = f.corps then raise exception 'Rien à changer dans %.', f.proname; end if;
    execute corps;
  end loop;
end $do$;
