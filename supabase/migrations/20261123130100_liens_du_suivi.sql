-- Chacun a son lien de suivi, par demande et par rôle ; une personne a aussi des liens courts vers ses listes.
alter table prive.liens drop constraint liens_portee_check;
alter table prive.liens add constraint liens_portee_check check (portee in
  ('confirmer-demande', 'suivre', 'accepter-proposition', 'confirmer-contacts',
   'valider-declaration', 'dossiers', 'equipe', 'coordination'));
alter table prive.liens drop constraint liens_role_check;
alter table prive.liens add constraint liens_role_check check (role in
  ('tutrice', 'entreprise-1', 'entreprise-2', 'acheteur', 'prescripteur', 'mlds', 'equipe',
   'coordination'));
-- À qui est un lien vers une liste, et de quelle académie pour une coordination.
alter table prive.liens
  add column courriel text check (char_length(courriel) <= 254),
  add column academie text check (academie ~ '^[a-z]+(-[a-z]+)*$'),
  add check ((portee in ('dossiers', 'equipe', 'coordination')) = (courriel is not null)),
  add check ((portee = 'coordination') = (academie is not null));

-- Durée d'un lien de suivi.
create function prive.duree_de_suivi() returns interval
language sql immutable set search_path = '' as $$ select interval '18 months' $$;

-- Les liens de suivi qui valent encore, un par rôle : le plus récent.
create function prive.liens_de_suivi(p_demande uuid, p_maintenant timestamptz)
returns table (role text, id uuid) language sql stable set search_path = '' as $$
  select distinct on (l.role) l.role, l.id from prive.liens l
  where l.demande_id = p_demande and l.portee = 'suivre' and l.annule_le is null
    and l.expire_le > p_maintenant
  order by l.role, l.cree_le desc, l.id
$$;

-- Annule les liens de suivi d'un rôle, pour toutes les demandes d'un parcours : la personne a changé.
create function prive.annuler_liens(p_parcours text, p_role text, p_maintenant timestamptz)
returns void language sql set search_path = '' as $$
  update prive.liens l set annule_le = p_maintenant
  from prive.demandes d
  where d.parcours_id = p_parcours and l.demande_id = d.id and l.portee = 'suivre'
    and l.role = p_role and l.annule_le is null
$$;

-- Prévient l'entreprise, l'acheteur (ou le prescripteur), l'équipe et la tutrice d'une demande devenue active.
-- `p_liens` : un lien tout prêt pour chacun (six au plus) ; celui de la tutrice est le premier.
create or replace function prive.prevenir(
  p_demande prive.demandes, p_liens jsonb, p_equipe text, p_maintenant timestamptz
) returns void language plpgsql set search_path = '' as $$
declare
  contact record;
  lien uuid;
  rang_du_lien integer := 1;
  informes jsonb := '[]';
  entreprises integer := 0;
  expire timestamptz := p_maintenant + prive.duree_de_suivi();
  resume jsonb := prive.resume(p_demande);
begin
  for contact in
    select c.role, c.courriel, c.nom from prive.contacts c
    where c.parcours_id = p_demande.parcours_id and c.role <> 'mlds' order by c.role
  loop
    informes := informes || jsonb_build_object(
      'role', contact.role, 'nom', contact.nom, 'courriel', contact.courriel);
    entreprises := entreprises + (contact.role like 'entreprise-%')::integer;
    lien := prive.poser_lien(p_liens -> rang_du_lien, 'suivre', contact.role, p_demande.id, null,
      expire, p_maintenant);
    rang_du_lien := rang_du_lien + 1;
    perform prive.poster(
      case when contact.role like 'entreprise-%' then 'interet-entreprise' else 'interet-copie' end,
      contact.courriel,
      resume || jsonb_build_object('destinataireNom', contact.nom, 'destinataireRole', contact.role,
        'lien', lien),
      p_demande.id, p_maintenant);
  end loop;
  lien := prive.poser_lien(p_liens -> rang_du_lien, 'suivre', 'equipe', p_demande.id, null,
    expire, p_maintenant);
  perform prive.poster('interet-equipe', p_equipe, resume || jsonb_build_object(
    'contacts', jsonb_array_length(informes), 'entreprises', entreprises, 'lien', lien),
    p_demande.id, p_maintenant);
  perform prive.consigner(p_demande.parcours_id, p_demande.id, 'entreprise-contactee', 'systeme',
    jsonb_build_object('entreprises', entreprises,
      'acheteurs', jsonb_array_length(informes) - entreprises,
      'debutLe', p_demande.debut_le), p_maintenant);
  informes := informes || jsonb_build_object('role', 'equipe', 'nom', null, 'courriel', p_equipe);
  update prive.demandes d set prevenus = informes where d.id = p_demande.id;
  lien := prive.poser_lien(p_liens -> 0, 'suivre', 'tutrice', p_demande.id, null,
    expire, p_maintenant);
  perform prive.poster('interet-confirme', p_demande.courriel,
    resume || jsonb_build_object('lien', lien, 'entreprises', entreprises), p_demande.id, p_maintenant);
end $$;

-- Une adresse remplacée par l'équipe (import, déclaration) : le lien de l'ancienne personne ne vaut plus rien.
create or replace function prive.ecrire_contacts(
  p_parcours text, p_contacts jsonb, p_confirme_le timestamptz, p_maintenant timestamptz
) returns void language sql set search_path = '' as $$
  select prive.annuler_liens(p_parcours, ancien.role, p_maintenant)
  from jsonb_array_elements(p_contacts) c
  join prive.contacts ancien on ancien.parcours_id = p_parcours and ancien.role = c ->> 'role'
  where ancien.courriel <> c ->> 'courriel';
  insert into prive.contacts (parcours_id, role, nom, courriel, telephone, confirme_le, cree_le)
  select p_parcours, c ->> 'role', c ->> 'nom', c ->> 'courriel', c ->> 'telephone',
    case when c ->> 'role' like 'entreprise-%' then p_confirme_le end, p_maintenant
  from jsonb_array_elements(p_contacts) c
  on conflict (parcours_id, role) do update
  set nom = excluded.nom, courriel = excluded.courriel, telephone = excluded.telephone,
      -- Une adresse qui change n'est plus confirmée.
      confirme_le = coalesce(excluded.confirme_le, case
        when prive.contacts.courriel = excluded.courriel then prive.contacts.confirme_le end)
$$;
