-- L'import de l'équipe : ses parcours et leurs contacts. Un contact changé sur le site l'emporte sur l'export. Un contact
-- que l'export change vraiment est annoncé à l'ancienne et à la nouvelle personne : l'import ne sait pas faire un lien, la
-- tâche d'entretien le fait, et écrit un seul courriel par personne.

-- Qui est à prévenir d'un contact que l'import a changé : la personne remplacée, la personne désignée. Une ligne ne vit
-- que quelques minutes (voir contacts_prevenir).
create table prive.contacts_a_prevenir (
  parcours_id text not null references prive.parcours (id) on delete cascade,
  role text not null
    check (role in ('entreprise-1', 'entreprise-2', 'acheteur', 'prescripteur', 'mlds')),
  courriel text not null check (char_length(courriel) <= 254),
  designe boolean not null,
  le timestamptz not null,
  primary key (parcours_id, role, courriel)
);
create index on prive.contacts_a_prevenir (courriel);
alter table prive.contacts_a_prevenir enable row level security;

-- Note qui sera prévenu. Remise en place avant de l'avoir appris, une personne n'a rien à apprendre.
create function prive.annoncer_contact(
  p_parcours text, p_role text, p_courriel text, p_designe boolean, p_maintenant timestamptz
) returns void language plpgsql set search_path = '' as $$
begin
  -- Personne n'écrit jamais à ce rôle.
  if p_role = 'mlds' then return; end if;
  delete from prive.contacts_a_prevenir a
  where a.parcours_id = p_parcours and a.role = p_role and a.courriel = lower(p_courriel)
    and a.designe <> p_designe;
  if found then return; end if;
  insert into prive.contacts_a_prevenir (parcours_id, role, courriel, designe, le)
  values (p_parcours, p_role, lower(p_courriel), p_designe, p_maintenant)
  on conflict (parcours_id, role, courriel) do update set le = excluded.le;
end $$;

-- Écrit un contact de l'export. Ce qui a été changé sur le site l'emporte : l'export est plus vieux que la personne.
-- Rend null, ou ce qu'il faut en dire : {role, etat: "garde", changeLe}, {role, etat: "remplace"}.
create function prive.importer_contact(p_parcours text, p_contact jsonb, p_maintenant timestamptz)
returns jsonb language plpgsql set search_path = '' as $$
declare
  neuf prive.contacts := jsonb_populate_record(null::prive.contacts, p_contact);
  empreinte bytea := sha256(convert_to(
    jsonb_build_array(lower(neuf.courriel), neuf.nom, neuf.telephone)::text, 'UTF8'));
  actuel prive.contacts;
  garde jsonb;
begin
  select * into actuel from prive.contacts c
  where c.parcours_id = p_parcours and c.role = neuf.role for update;
  if not found then
    insert into prive.contacts (parcours_id, role, nom, courriel, telephone, dernier_import, cree_le)
    values (p_parcours, neuf.role, neuf.nom, neuf.courriel, neuf.telephone, empreinte, p_maintenant);
    return null;
  end if;
  if actuel.change_sur_le_site_le is not null then
    garde := jsonb_build_object('role', actuel.role, 'etat', 'garde',
      'changeLe', actuel.change_sur_le_site_le);
  end if;
  -- Rien de neuf dans l'export : ce qui a changé depuis a changé sur le site.
  if actuel.dernier_import = empreinte then return garde; end if;
  if lower(actuel.courriel) = lower(neuf.courriel) then
    -- La même personne des deux côtés : le site garde ce qu'il sait, et l'export est suivi de nouveau.
    update prive.contacts c
    set nom = case when garde is null then neuf.nom else coalesce(c.nom, neuf.nom) end,
        telephone = case when garde is null then neuf.telephone
          else coalesce(c.telephone, neuf.telephone) end,
        change_sur_le_site_le = null, dernier_import = empreinte
    where c.id = actuel.id;
    return null;
  end if;
  if garde is not null then return garde; end if;
  perform prive.annuler_liens(p_parcours, neuf.role, p_maintenant);
  update prive.contacts c
  set nom = neuf.nom, courriel = neuf.courriel, telephone = neuf.telephone, confirme_le = null,
      dernier_import = empreinte
  where c.id = actuel.id;
  perform prive.annoncer_contact(p_parcours, neuf.role, actuel.courriel, false, p_maintenant);
  perform prive.annoncer_contact(p_parcours, neuf.role, neuf.courriel, true, p_maintenant);
  return jsonb_build_object('role', neuf.role, 'etat', 'remplace');
end $$;

-- Écrit les contacts d'une ligne de l'export, et rend ce qu'il faut en dire.
create function prive.importer_contacts(
  p_parcours text, p_contacts jsonb, p_maintenant timestamptz
) returns jsonb language plpgsql set search_path = '' as $$
declare
  contact record;
  dit jsonb;
  dits jsonb := '[]';
begin
  if exists (select 1 from jsonb_array_elements(p_contacts) c
    group by c ->> 'role' having count(*) > 1) then
    raise exception 'Un contact est donné deux fois.' using errcode = '21000';
  end if;
  for contact in select c.valeur from jsonb_array_elements(p_contacts) c(valeur)
    order by c.valeur ->> 'role'
  loop
    dit := prive.importer_contact(p_parcours, contact.valeur, p_maintenant);
    if dit is not null then dits := dits || dit; end if;
  end loop;
  return dits;
end $$;

-- Pourquoi une ligne est refusée : le champ et la raison, à lire par l'équipe. Rien de ce que la ligne contient :
-- le message de Postgres, lui, cite la valeur refusée.
create function prive.raison_du_refus(
  p_code text, p_table text, p_colonne text, p_contrainte text
) returns jsonb language sql immutable set search_path = '' as $$
  select jsonb_build_object('champ', champ, 'raison', concat_ws(' : ',
    'champ « ' || champ || ' »' || case p_table when 'contacts' then ' d’un contact' when 'marches' then ' du marché' else '' end,
    case
      when p_contrainte = 'parcours_heures_deja_faites'
        then 'plus petit que les heures déjà faites'
      when p_code = '23502' then 'manquant'
      when p_code = '23514' then 'hors de ce que la base accepte'
      when p_code = '21000' then 'contact donné deux fois'
      when p_code in ('22007', '22008') then 'date illisible'
      when p_code in ('22P02', '22003', '22023') then 'valeur illisible'
      else 'erreur inattendue' end))
  from (select coalesce(nullif(p_colonne, ''),
    case when p_contrainte = 'parcours_heures_deja_faites' then 'heures'
      else substring(p_contrainte from '^(?:parcours|contacts|marches)_(.+)_check$') end) as champ) c
$$;

-- L'import de l'équipe : des lots de lignes, chacune entière ou rien. Une ligne : {"public": champs publics,
-- "notifieLe": date ou null, "contacts": [{role, nom, courriel, telephone}], "marche": {entreprise, …} ou null}.
-- Rend une réponse par ligne, dans l'ordre du lot : {"id", "statut": "ecrite", "contacts": ce qu'il faut en dire}, ou
-- {"id", "statut": "refusee", "code", "champ", "raison"}.
create function public.parcours_importer(p_lignes jsonb, p_maintenant timestamptz)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  ligne record;
  reponses jsonb[] := '{}';
  code text;
  nom_de_table text;
  colonne text;
  contrainte text;
begin
  -- Par identifiant, et non dans l'ordre du fichier : tout ce qui verrouille plusieurs parcours suit cet ordre, et
  -- la tâche d'entretien, qui passe en même temps, attend au lieu de bloquer.
  for ligne in
    select l.valeur -> 'public' ->> 'id' as id, l.valeur, l.rang
    from jsonb_array_elements(p_lignes) with ordinality l(valeur, rang) order by 1, l.rang
  loop
    begin
      perform prive.ecrire_parcours(ligne.valeur -> 'public',
        (ligne.valeur ->> 'notifieLe')::date, true, p_maintenant);
      perform prive.ecrire_marche(ligne.id, ligne.valeur -> 'marche');
      reponses[ligne.rang] := jsonb_build_object('id', ligne.id, 'statut', 'ecrite', 'contacts',
        prive.importer_contacts(ligne.id, ligne.valeur -> 'contacts', p_maintenant));
    exception when others then
      get stacked diagnostics code = returned_sqlstate, nom_de_table = table_name,
        colonne = column_name, contrainte = constraint_name;
      reponses[ligne.rang] := jsonb_build_object('id', ligne.id, 'statut', 'refusee', 'code', code)
        || prive.raison_du_refus(code, nom_de_table, colonne, contrainte);
    end;
  end loop;
  return to_jsonb(reponses);
end $$;

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

grant execute on function
  public.parcours_importer(jsonb, timestamptz),
  public.contacts_prevenir(jsonb, timestamptz)
to service_role;
