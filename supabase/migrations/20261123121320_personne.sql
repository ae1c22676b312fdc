-- Les droits d'une personne : retrouver, et effacer, ce que la base tient d'une adresse. Les tables et les colonnes se
-- lisent dans le catalogue de la base : une table de plus y est d'elle-même.

-- L'expression qui retrouve une adresse entière dans un texte : ni la fin d'une autre, ni son début.
create function prive.motif_de_l_adresse(p_adresse text) returns text
language sql immutable set search_path = '' as $$
  select '(?<![\w.%+-])' || regexp_replace(p_adresse, '([^[:alnum:]@_])', '\\\1', 'g')
    || '(?![\w-])(?!\.\w)'
$$;

-- Tous les textes d'une valeur, à toute profondeur.
create function prive.textes(p_valeur jsonb) returns setof text
language sql immutable set search_path = '' as $$
  select v #>> '{}' from jsonb_path_query(p_valeur, 'strict $.** ? (@.type() == "string")') v
$$;

create function prive.cite(p_valeur jsonb, p_adresse text) returns boolean
language sql immutable set search_path = '' as $$
  select exists (select 1 from prive.textes(p_valeur) t
    where prive.adresse_comparee(t) = p_adresse or t ~* prive.motif_de_l_adresse(p_adresse))
$$;

-- Vrai quand l'adresse de l'objet est celle de la personne : la ligne, ou la fiche, est à elle. Tapée dans un autre champ
-- (un nom, un établissement), elle y est citée, sans plus.
create function prive.est_a_elle(p_objet jsonb, p_adresse text) returns boolean
language sql immutable set search_path = '' as $$
  select exists (select 1
    from unnest(array['courriel', 'destinataire', 'acheteur_courriel']) champ
    where prive.adresse_comparee(p_objet ->> champ) = p_adresse)
$$;

-- Un texte sans l'adresse : trois signes, pas plus longs qu'elle.
create function prive.texte_sans_elle(p_texte text, p_adresse text) returns text
language sql immutable set search_path = '' as $$
  select case when prive.adresse_comparee(p_texte) = p_adresse then '[…]'
    else regexp_replace(p_texte, prive.motif_de_l_adresse(p_adresse), '[…]', 'gi') end
$$;

-- Un document sans elle : ses fiches partent entières (nom et téléphone compris), l'adresse quitte les textes.
create function prive.document_sans_elle(p_valeur jsonb, p_adresse text) returns jsonb
language plpgsql immutable set search_path = '' as $$
begin
  return case jsonb_typeof(p_valeur)
    when 'string' then to_jsonb(prive.texte_sans_elle(p_valeur #>> '{}', p_adresse))
    when 'array' then (
      select coalesce(jsonb_agg(prive.document_sans_elle(e.v, p_adresse) order by e.rang), '[]')
      from jsonb_array_elements(p_valeur) with ordinality e(v, rang)
      where jsonb_typeof(e.v) <> 'object' or not prive.est_a_elle(e.v, p_adresse))
    when 'object' then (
      select coalesce(jsonb_object_agg(c.key, prive.document_sans_elle(c.value, p_adresse)), '{}')
      from jsonb_each(p_valeur) c
      where jsonb_typeof(c.value) <> 'object' or not prive.est_a_elle(c.value, p_adresse))
    else p_valeur end;
end $$;

-- Ce qui, d'une ligne, regarde la personne. Une ligne à elle, entière, sauf les fiches des autres. Une ligne d'un autre
-- qui la cite : ses fiches à elle, et le nom des champs dont le texte, écrit par un autre, porte son adresse.
create function prive.part_de(p_ligne jsonb, p_adresse text) returns jsonb
language sql immutable set search_path = '' as $$
  select jsonb_object_agg(c.key, case
    when jsonb_typeof(c.value) = 'string' and not prive.est_a_elle(p_ligne, p_adresse)
      then to_jsonb('texte d’une autre personne, où cette adresse est citée'::text)
    when jsonb_typeof(c.value) = 'array' or not prive.est_a_elle(p_ligne, p_adresse) then coalesce((
      select jsonb_agg(o) from jsonb_path_query(c.value, 'strict $.** ? (@.type() == "object")') o
      where prive.est_a_elle(o, p_adresse)), '"adresse citée"')
    else c.value end)
  from jsonb_each(p_ligne - array['cle', 'empreinte', 'id_fournisseur']) c
  where c.value not in ('null', '[]', '{}')
    and (prive.cite(c.value, p_adresse) or (prive.est_a_elle(p_ligne, p_adresse)
      and jsonb_typeof(c.value) <> 'array'))
$$;

-- Les tables où des lignes citent l'adresse : {"<table>": [ce qui la regarde, …], …}.
create function prive.traces(p_adresse text) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  nom_de_table text;
  lignes jsonb;
  trouvees jsonb := '{}';
begin
  if p_adresse !~ '^[^@]+@[^@]+$' then
    raise exception 'Ce n''est pas une adresse.' using errcode = 'CSF06';
  end if;
  for nom_de_table in
    select c.relname from pg_catalog.pg_class c
    where c.relnamespace = 'prive'::regnamespace and c.relkind = 'r' order by 1
  loop
    execute format('select jsonb_agg(prive.part_de(to_jsonb(t), $1)) from prive.%I t
      where prive.cite(to_jsonb(t), $1)', nom_de_table) into lignes using p_adresse;
    if lignes is not null then
      trouvees := trouvees || jsonb_build_object(nom_de_table, lignes);
    end if;
  end loop;
  return trouvees;
end $$;

-- Ce que la base tient d'une adresse, sans rien changer : {adresse, tables}.
create function public.personne_exporter(p_courriel text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('adresse', prive.adresse_comparee(p_courriel),
    'tables', prive.traces(prive.adresse_comparee(p_courriel)))
$$;

-- Envoie à la personne le fichier qui lui répond ; il quitte la base avec le courriel.
create function public.personne_repondre(p_courriel text, p_fichier text, p_maintenant timestamptz)
returns void language sql security definer set search_path = '' as $$
  select prive.poster('personne-export', prive.adresse_comparee(p_courriel),
    jsonb_build_object('fichier', p_fichier), null, p_maintenant)
$$;

-- Clôt les demandes en cours d'une personne, comme un retrait : les autres l'apprennent, le parcours redevient libre. Puis
-- les rend anonymes, toutes. Rend les références de celles qui étaient en cours.
create function prive.effacer_ses_demandes(p_adresse text, p_maintenant timestamptz)
returns jsonb language plpgsql set search_path = '' as $$
declare
  la_sienne record;
  demande prive.demandes;
  toutes uuid[] := '{}';
  retirees jsonb := '[]';
begin
  for la_sienne in
    select d.id from prive.demandes d where prive.adresse_comparee(d.courriel) = p_adresse
    order by d.parcours_id, d.id
  loop
    demande := prive.demande_verrouillee(la_sienne.id);
    toutes := toutes || demande.id;
    continue when demande.etat
      not in ('a-confirmer', 'a-verifier', 'active', 'proposee', 'en-attente');
    if demande.etat <> 'a-confirmer' then
      perform prive.journaliser(demande.parcours_id, demande.id, 'retrait', 'equipe', '{}',
        p_maintenant);
      perform prive.annoncer_la_fin(demande, 'effacement', null, null, p_maintenant);
    end if;
    perform prive.clore(demande, 'retiree', null, null, p_maintenant);
    retirees := retirees || to_jsonb(demande.reference);
  end loop;
  perform prive.anonymiser(toutes, p_maintenant);
  return retirees;
end $$;

-- Retire une personne des contacts : ses liens ne valent plus rien. Rend les rôles que l'équipe doit confier à un autre.
create function prive.effacer_ses_roles(p_adresse text, p_maintenant timestamptz)
returns jsonb language plpgsql set search_path = '' as $$
declare
  le_sien record;
  vacants jsonb := '[]';
begin
  for le_sien in
    delete from prive.contacts c where prive.adresse_comparee(c.courriel) = p_adresse
    returning c.parcours_id, c.role, c.nom, c.telephone
  loop
    perform prive.effacer_ses_marches(le_sien.parcours_id, le_sien.nom);
    perform prive.effacer_ses_lieux(le_sien.parcours_id, le_sien.nom, le_sien.telephone);
    perform prive.annuler_liens(le_sien.parcours_id, le_sien.role, p_maintenant);
    vacants := vacants || jsonb_build_object('parcoursId', le_sien.parcours_id,
      'role', le_sien.role, 'enCours', (
        select coalesce(jsonb_agg(o.reference order by o.reference), '[]')
        from prive.demandes_ouvertes o where o.parcours_id = le_sien.parcours_id));
  end loop;
  return vacants;
end $$;

-- Une déclaration que l'acheteur ne suivra plus est close ; le lien d'un contact cité dans une déclaration s'éteint.
-- Rend les références des déclarations closes.
create function prive.effacer_ses_declarations(p_adresse text, p_maintenant timestamptz)
returns jsonb language sql set search_path = '' as $$
  update prive.liens l set annule_le = p_maintenant
  from prive.declarations d, jsonb_array_elements(d.contacts) c
  where l.declaration_id = d.id and l.portee = 'confirmer-contacts' and l.annule_le is null
    and l.role = c ->> 'role' and prive.est_a_elle(c, p_adresse);
  with siennes as (
    select d.id, d.etat in ('declaree', 'contacts-confirmes') as ouverte from prive.declarations d
    where prive.adresse_comparee(d.acheteur_courriel) = p_adresse for update),
  videes as (
    update prive.declarations d set acheteur_courriel = null,
      etat = case when s.ouverte then 'refusee' else d.etat end,
      close_le = coalesce(d.close_le, p_maintenant)
    from siennes s where d.id = s.id returning d.reference, s.ouverte)
  select coalesce(jsonb_agg(v.reference order by v.reference), '[]') from videes v where v.ouverte
$$;

-- Efface une personne : ce qu'elle a en cours se retire d'abord, comme elle l'aurait fait ; ce qui est à elle part ; ce qui
-- est à un autre la perd. Le journal n'a jamais porté d'adresse. Pour finir, elle l'apprend : ce courriel, qui s'efface
-- en partant, est la seule ligne qui reste.
-- Un accueil commencé ne se retire pas, par personne : ses heures se perdraient. L'équipe le termine d'abord, par son suivi.
-- Statuts : inconnue, accueil-en-cours (references), effacee (demandesRetirees, declarationsCloses, aConfier, reste : tables qui la citent encore).
create function public.personne_effacer(p_courriel text, p_maintenant timestamptz)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  adresse text := prive.adresse_comparee(p_courriel);
  bilan jsonb;
  accueils jsonb;
  la_colonne record;
begin
  if prive.traces(adresse) = '{}' then return jsonb_build_object('statut', 'inconnue'); end if;
  -- Tous ses parcours d'abord, dans l'ordre, comme partout.
  perform 1 from prive.parcours p
  where p.id in (select prive.ses_parcours(adresse)) order by p.id for update;
  select jsonb_agg(d.reference order by d.reference) into accueils from prive.demandes d
  where prive.adresse_comparee(d.courriel) = adresse and d.etat = 'active' and exists (
    select 1 from prive.evenements e where e.demande_id = d.id and e.genre = 'accueil-commence');
  if accueils is not null then
    return jsonb_build_object('statut', 'accueil-en-cours', 'references', accueils);
  end if;
  -- Ceux qui lui vont, et ceux qui la citeraient encore à d'autres ; avant que les siens ne soient prévenus.
  delete from prive.courriels c where prive.cite(to_jsonb(c), adresse);
  bilan := jsonb_build_object('statut', 'effacee',
    'demandesRetirees', prive.effacer_ses_demandes(adresse, p_maintenant),
    'aConfier', prive.effacer_ses_roles(adresse, p_maintenant),
    'declarationsCloses', prive.effacer_ses_declarations(adresse, p_maintenant));
  delete from prive.membres m where prive.adresse_comparee(m.courriel) = adresse;
  delete from prive.liens l where prive.adresse_comparee(l.courriel) = adresse;
  perform prive.effacer_ses_messages(adresse);
  delete from prive.personnes_connues c
  where prive.adresse_canonique(c.courriel) = prive.adresse_canonique(adresse);
  perform prive.effacer_ses_relais(adresse, p_maintenant);
  delete from prive.relances_du_jour r where prive.adresse_comparee(r.courriel) = adresse;
  delete from prive.contacts_a_prevenir c where prive.adresse_comparee(c.courriel) = adresse;
  -- Un texte libre qui la cite en dit peut-être plus que son adresse.
  update prive.declarations d set motif = null where prive.cite(to_jsonb(d.motif), adresse);
  update prive.declarations d set marche = null where prive.cite(d.marche, adresse);
  delete from prive.precisions t where prive.cite(to_jsonb(t.texte), adresse);
  for la_colonne in
    select c.table_name as de, c.column_name as nom,
      case c.data_type when 'text' then 'texte_sans_elle' else 'document_sans_elle' end as sans_elle
    from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'prive' and t.table_type = 'BASE TABLE' and c.data_type in ('text', 'jsonb')
      and c.table_name <> 'evenements' and c.column_name not in ('id', 'parcours_id')
  loop
    execute format('update prive.%1$I t set %2$I = prive.%3$I(t.%2$I, $1)
      where prive.cite(to_jsonb(t.%2$I), $1)', la_colonne.de, la_colonne.nom, la_colonne.sans_elle)
    using adresse;
  end loop;
  bilan := bilan || jsonb_build_object('reste', (
    select coalesce(jsonb_agg(k), '[]') from jsonb_object_keys(prive.traces(adresse)) k));
  perform prive.poster('personne-effacee', adresse,
    bilan - 'statut' - 'aConfier' - 'reste', null, p_maintenant);
  return bilan;
end $$;

grant execute on function
  public.personne_exporter(text),
  public.personne_repondre(text, text, timestamptz),
  public.personne_effacer(text, timestamptz)
to service_role;
