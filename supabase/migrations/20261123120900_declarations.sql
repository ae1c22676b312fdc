-- Un parcours déclaré par un acheteur : l'entreprise confirme ses contacts, l'équipe valide, le catalogue suit.
create table prive.declarations (
  id uuid primary key,
  reference text not null unique check (reference ~ '^P-[b-df-hj-np-tv-z2-9]{6}$'),
  cle uuid not null unique,
  etat text not null check (etat in ('declaree', 'contacts-confirmes', 'validee', 'refusee')),
  parcours_id text not null unique check (parcours_id ~ '^[b-df-hj-np-tv-z2-9]{8}$'),
  -- Champs publics du futur parcours, puis les personnes : deux documents, jamais mélangés.
  public jsonb not null check (jsonb_typeof(public) = 'object'),
  contacts jsonb not null check (jsonb_typeof(contacts) = 'array'),
  -- De quel marché il s'agit : jamais publié.
  marche jsonb check (jsonb_typeof(marche) = 'object'),
  acheteur_courriel text,
  motif text check (char_length(motif) <= 500),
  cree_le timestamptz not null,
  contacts_confirmes_le timestamptz,
  close_le timestamptz
);
alter table prive.declarations enable row level security;
-- Ici et non dans la table des liens : elle vient avant.
alter table prive.liens add foreign key (declaration_id)
  references prive.declarations (id) on delete cascade;

-- Reçoit une déclaration : l'entreprise est priée de confirmer ses contacts, l'équipe de valider.
-- `p_liens` : trois liens tout prêts (deux contacts, l'équipe). Statuts : recue, limite.
create function public.declaration_creer(
  p_declaration jsonb, p_liens jsonb, p_limites jsonb, p_equipe text, p_maintenant timestamptz
) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  existante text;
  attente integer;
  neuve prive.declarations;
  contact jsonb;
  lien uuid;
  commun jsonb;
  rang_du_lien integer := 0;
  ecrites text[] := '{}';
begin
  select d.reference into existante from prive.declarations d
  where d.cle = (p_declaration ->> 'cle')::uuid;
  if found then return jsonb_build_object('statut', 'recue', 'reference', existante); end if;
  attente := prive.compter(p_limites, p_maintenant);
  if attente > 0 then return jsonb_build_object('statut', 'limite', 'secondes', attente); end if;
  perform prive.au_nom_de(p_declaration ->> 'acheteurCourriel', false, p_limites);
  insert into prive.declarations
    (id, reference, cle, etat, parcours_id, public, contacts, marche, acheteur_courriel, cree_le)
  values ((p_declaration ->> 'id')::uuid, p_declaration ->> 'reference',
    (p_declaration ->> 'cle')::uuid, 'declaree', p_declaration -> 'public' ->> 'id',
    p_declaration -> 'public', p_declaration -> 'contacts',
    nullif(p_declaration -> 'marche', 'null'),
    p_declaration ->> 'acheteurCourriel', p_maintenant)
  on conflict (cle) do nothing returning * into neuve;
  if not found then
    select d.reference into existante from prive.declarations d
    where d.cle = (p_declaration ->> 'cle')::uuid;
    return jsonb_build_object('statut', 'recue', 'reference', existante);
  end if;
  commun := jsonb_build_object('reference', neuve.reference, 'public', neuve.public,
    'contacts', neuve.contacts, 'marche', neuve.marche);
  for contact in select c from jsonb_array_elements(neuve.contacts) c
    where c ->> 'role' like 'entreprise-%'
  loop
    -- Une même personne peut être les deux contacts : un lien, un courriel.
    continue when lower(contact ->> 'courriel') = any (ecrites);
    ecrites := ecrites || lower(contact ->> 'courriel');
    lien := prive.poser_lien_de_declaration(p_liens -> rang_du_lien, 'confirmer-contacts',
      contact ->> 'role', neuve.id, p_maintenant);
    rang_du_lien := rang_du_lien + 1;
    perform prive.poster('confirmer-contacts', contact ->> 'courriel',
      commun || jsonb_build_object('lien', lien, 'destinataireNom', contact ->> 'nom'),
      null, p_maintenant);
  end loop;
  lien := prive.poser_lien_de_declaration(p_liens -> rang_du_lien, 'valider-declaration', 'equipe',
    neuve.id, p_maintenant);
  perform prive.poster('declaration-equipe', p_equipe,
    commun || jsonb_build_object('lien', lien), null, p_maintenant);
  perform prive.poster('declaration-recue', neuve.acheteur_courriel,
    commun - 'contacts', null, p_maintenant);
  return jsonb_build_object('statut', 'recue', 'reference', neuve.reference);
end $$;

-- Lit une déclaration avec le lien reçu : l'entreprise voit ses contacts, l'équipe voit tout. `role` : à qui est ce lien.
create function public.declaration_lire(p_empreinte text, p_portee text, p_maintenant timestamptz)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  lu record;
  declaration prive.declarations;
begin
  select * into lu from prive.lien_lu(p_empreinte,
    case when p_portee in ('confirmer-contacts', 'valider-declaration') then array[p_portee] end,
    p_maintenant);
  if lu.etat <> 'ouvert' then return jsonb_build_object('statut', lu.etat); end if;
  select * into declaration from prive.declarations d where d.id = (lu.lien).declaration_id;
  return jsonb_build_object('statut', declaration.etat, 'reference', declaration.reference,
    'role', (lu.lien).role, 'public', declaration.public,
    'marche', declaration.marche, 'contactsConfirmesLe', declaration.contacts_confirmes_le,
    'contacts', (select coalesce(jsonb_agg(c), '[]') from jsonb_array_elements(declaration.contacts) c
      where (lu.lien).role = 'equipe' or c ->> 'role' like 'entreprise-%'));
end $$;

-- L'entreprise confirme ou corrige ses deux contacts. L'ancienne et la nouvelle adresse apprennent chaque
-- correction, et le lien de la personne remplacée ne vaut plus rien. Après la validation, une correction attend
-- l'équipe : les contacts du parcours ne changent pas sans elle. Rejouée à l'identique, n'écrit à personne.
-- Statuts : lien-inconnu, lien-expire, refusee, limite (secondes), a-verifier, ou l'état de la déclaration.
create function public.declaration_confirmer_contacts(
  p_empreinte text, p_contacts jsonb, p_equipe text, p_limites jsonb, p_maintenant timestamptz
) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  lu record;
  declaration prive.declarations;
  autres jsonb;
  neuf jsonb;
  ancien jsonb;
  adresse text;
  attente integer;
  corrige boolean := false;
  premiere boolean;
  validee boolean;
  -- Ce qui est dit une fois à une personne qui tient les deux rôles : son adresse, et celle qui la remplace.
  dites text[] := '{}';
begin
  select * into lu from prive.lien_lu(p_empreinte, array['confirmer-contacts'], p_maintenant);
  if lu.etat <> 'ouvert' then return jsonb_build_object('statut', lu.etat); end if;
  -- Les adresses aussi : corriger sans fin ferait écrire à qui n'a rien demandé.
  attente := prive.compter(p_limites
    || prive.limites_sur(p_limites, 'lien', encode((lu.lien).empreinte, 'hex')), p_maintenant);
  if attente > 0 then return jsonb_build_object('statut', 'limite', 'secondes', attente); end if;
  select * into declaration from prive.declarations d where d.id = (lu.lien).declaration_id for update;
  -- Qui a ce lien l'a reçu d'une déclaration que personne n'a encore vérifiée : il ne prouve pas qui écrit à qui.
  perform prive.au_nom_de(coalesce((select c ->> 'courriel'
      from jsonb_array_elements(declaration.contacts) c where c ->> 'role' = (lu.lien).role),
    (lu.lien).role || '@' || declaration.id), false, p_limites);
  if declaration.etat = 'refusee' then return jsonb_build_object('statut', 'refusee'); end if;
  validee := declaration.etat = 'validee';
  if validee then
    -- Le parcours avant ses contacts : une action sur un suivi les prend dans cet ordre.
    perform 1 from prive.parcours p where p.id = declaration.parcours_id for update;
  end if;
  premiere := declaration.contacts_confirmes_le is null;
  for neuf in select c from jsonb_array_elements(p_contacts) c loop
    select c into ancien from jsonb_array_elements(declaration.contacts) c
    where c ->> 'role' = neuf ->> 'role';
    continue when ancien is not distinct from neuf;
    corrige := true;
    for adresse in
      select distinct a from unnest(array[ancien ->> 'courriel', neuf ->> 'courriel']) a
      where a is not null
    loop
      continue when (lower(adresse) || ' ' || lower(neuf ->> 'courriel')) = any (dites);
      dites := dites || (lower(adresse) || ' ' || lower(neuf ->> 'courriel'));
      perform prive.poster('contact-modifie', adresse, jsonb_build_object(
        'reference', declaration.reference, 'public', declaration.public,
        'role', neuf ->> 'role', 'nom', neuf ->> 'nom', 'aVerifier', validee), null, p_maintenant);
    end loop;
    if not validee and ancien ->> 'courriel' <> neuf ->> 'courriel' then
      update prive.liens l set annule_le = p_maintenant
      where l.declaration_id = declaration.id and l.portee = 'confirmer-contacts'
        and l.role = neuf ->> 'role';
    end if;
  end loop;
  if validee and corrige then
    perform prive.journaliser(declaration.parcours_id, null, 'contacts-a-verifier', 'entreprise', '{}',
      p_maintenant);
    perform prive.poster('contacts-a-verifier', p_equipe, jsonb_build_object(
      'reference', declaration.reference, 'public', declaration.public, 'contacts', p_contacts),
      null, p_maintenant);
    return jsonb_build_object('statut', 'a-verifier', 'reference', declaration.reference);
  end if;
  if not corrige and not premiere then
    return jsonb_build_object('statut', declaration.etat, 'reference', declaration.reference);
  end if;
  select coalesce(jsonb_agg(c), '[]') into autres from jsonb_array_elements(declaration.contacts) c
  where c ->> 'role' not like 'entreprise-%';
  update prive.declarations d
  set contacts = p_contacts || autres, contacts_confirmes_le = p_maintenant,
      etat = case when d.etat = 'declaree' then 'contacts-confirmes' else d.etat end
  where d.id = declaration.id returning * into declaration;
  if validee then
    update prive.contacts c set confirme_le = p_maintenant
    where c.parcours_id = declaration.parcours_id and c.role like 'entreprise-%';
    perform prive.journaliser(declaration.parcours_id, null, 'contacts-confirmes', 'entreprise', '{}',
      p_maintenant);
  end if;
  perform prive.poster('contacts-confirmes', p_equipe, jsonb_build_object(
    'reference', declaration.reference, 'public', declaration.public,
    'contacts', declaration.contacts), null, p_maintenant);
  return jsonb_build_object('statut', declaration.etat, 'reference', declaration.reference);
end $$;

-- L'équipe valide (le parcours entre au catalogue) ou refuse, avec un motif. Rejouée, ne change rien.
create function public.declaration_valider(
  p_empreinte text, p_accepte boolean, p_motif text, p_maintenant timestamptz
) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  lu record;
  declaration prive.declarations;
begin
  select * into lu from prive.lien_lu(p_empreinte, array['valider-declaration'], p_maintenant);
  if lu.etat <> 'ouvert' then return jsonb_build_object('statut', lu.etat); end if;
  select * into declaration from prive.declarations d where d.id = (lu.lien).declaration_id for update;
  if declaration.etat in ('validee', 'refusee') then
    return jsonb_build_object('statut', declaration.etat, 'parcoursId', declaration.parcours_id,
      'reference', declaration.reference, 'deja', true);
  end if;
  if p_accepte then
    perform prive.ecrire_parcours(declaration.public
      || jsonb_build_object('publieLe', prive.jour_de_paris(p_maintenant)::text),
      null, true, p_maintenant);
    perform prive.ecrire_contacts(declaration.parcours_id, declaration.contacts,
      declaration.contacts_confirmes_le, p_maintenant);
    perform prive.ecrire_marche(declaration.parcours_id, declaration.marche);
    perform prive.journaliser(declaration.parcours_id, null, 'parcours-publie', 'equipe', '{}',
      p_maintenant);
  end if;
  update prive.declarations d
  set etat = case when p_accepte then 'validee' else 'refusee' end, motif = p_motif,
      close_le = p_maintenant
  where d.id = declaration.id returning * into declaration;
  perform prive.poster(case when p_accepte then 'declaration-validee' else 'declaration-refusee' end,
    declaration.acheteur_courriel, jsonb_build_object('reference', declaration.reference,
      'public', declaration.public, 'motif', p_motif), null, p_maintenant);
  return jsonb_build_object('statut', declaration.etat, 'parcoursId', declaration.parcours_id,
    'reference', declaration.reference, 'deja', false);
end $$;

grant execute on function
  public.declaration_creer(jsonb, jsonb, jsonb, text, timestamptz),
  public.declaration_lire(text, text, timestamptz),
  public.declaration_confirmer_contacts(text, jsonb, text, jsonb, timestamptz),
  public.declaration_valider(text, boolean, text, timestamptz)
to service_role;
