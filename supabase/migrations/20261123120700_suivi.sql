-- Le suivi d'une demande : chacun le lit et y agit avec son lien.

-- Où venir rencontrer l'entreprise : une adresse, une personne, un numéro. À côté du journal, qui ne s'efface pas : le lieu
-- part avec la demande. Un seul par demande, le dernier dit : il sert de modèle à la proposition suivante.
create table prive.lieux_de_rencontre (
  demande_id uuid primary key references prive.demandes (id) on delete cascade,
  adresse text not null check (char_length(adresse) between 1 and 200),
  demander text not null check (char_length(demander) between 1 and 100),
  telephone text not null check (char_length(telephone) between 1 and 30),
  apporter text check (char_length(apporter) between 1 and 300)
);
alter table prive.lieux_de_rencontre enable row level security;

create function prive.noter_le_lieu(p_demande uuid, p_lieu jsonb) returns void
language sql set search_path = '' as $$
  insert into prive.lieux_de_rencontre (demande_id, adresse, demander, telephone, apporter)
  values (p_demande, p_lieu ->> 'adresse', p_lieu ->> 'demander', p_lieu ->> 'telephone',
    p_lieu ->> 'apporter')
  on conflict (demande_id) do update set adresse = excluded.adresse,
    demander = excluded.demander, telephone = excluded.telephone, apporter = excluded.apporter
$$;

-- Où se présenter pour une demande, ou null tant que personne ne l'a dit.
create function prive.lieu_de_rencontre(p_demande uuid) returns json
language sql stable set search_path = '' as $$
  select json_build_object('adresse', l.adresse, 'demander', l.demander,
    'telephone', l.telephone, 'apporter', l.apporter)
  from prive.lieux_de_rencontre l where l.demande_id = p_demande
$$;

-- Une personne de l'entreprise s'efface : les lieux qui la nomment, ou donnent son numéro, partent avec elle.
create function prive.effacer_ses_lieux(p_parcours text, p_nom text, p_telephone text) returns void
language sql set search_path = '' as $$
  delete from prive.lieux_de_rencontre l using prive.demandes d
  where d.id = l.demande_id and d.parcours_id = p_parcours
    and (l.telephone = p_telephone or strpos(lower(l.demander), lower(p_nom)) > 0)
$$;

-- Des dossiers suivis, entiers, tels que le service les lit ; c'est lui qui choisit ce que chaque rôle voit.
-- D'un bloc, et en json (pas jsonb) : la tâche des relances en lit des milliers. `p_role` : les liens de ce rôle
-- seulement ; null pour tous. En plpgsql, dont le plan se garde d'un appel à l'autre.
create function prive.lignes_de_suivi(p_demandes uuid[], p_role text, p_maintenant timestamptz)
returns table (id uuid, ligne json) language plpgsql stable set search_path = '' as $$
#variable_conflict use_column
begin
  return query with evenements as (
    select e.demande_id, max(e.id) as vu, json_agg(json_build_object('id', e.id, 'genre', e.genre,
      'auteur', e.auteur, 'donnees', e.donnees, 'le', e.le, 'precision', t.texte) order by e.id)
      as liste
    from prive.evenements e left join prive.precisions t on t.evenement_id = e.id
    where e.demande_id = any (p_demandes) group by e.demande_id),
  contacts as (
    select c.parcours_id, json_agg(json_build_object('role', c.role, 'nom', c.nom,
      'courriel', c.courriel, 'telephone', c.telephone) order by c.role) as liste
    from prive.contacts c
    where c.role <> 'mlds' and c.parcours_id in (
      select d.parcours_id from prive.demandes d where d.id = any (p_demandes))
    group by c.parcours_id),
  liens as (
    select l.demande_id, json_agg(json_build_object('role', l.role, 'id', l.id)) as liste
    from prive.liens_de_suivi(p_demandes, p_maintenant) l where p_role is null or l.role = p_role
    group by l.demande_id)
  select d.id, json_build_object(
    'id', d.id, 'reference', d.reference, 'etat', d.etat, 'rang', prive.rang(d),
    'heures', d.heures, 'debutLe', d.debut_le, 'academie', d.academie, 'activeLe', d.active_le,
    'notifieLe', p.notifie_le,
    'parcours', prive.parcours_du_dossier(p), 'demandeur', prive.demandeur(d),
    'contacts', coalesce(c.liste, '[]'), 'lieu', prive.lieu_de_rencontre(d.id),
    'marche', prive.marche(d.parcours_id), 'liens', coalesce(l.liste, '[]'), 'relais', prive.relais_de(d),
    'vu', coalesce(e.vu, 0), 'evenements', coalesce(e.liste, '[]'))
  from prive.demandes d join prive.parcours p on p.id = d.parcours_id
  left join evenements e on e.demande_id = d.id
  left join contacts c on c.parcours_id = d.parcours_id
  left join liens l on l.demande_id = d.id
  where d.id = any (p_demandes);
end $$;

create function prive.dernier_evenement(p_demande uuid) returns bigint
language sql stable set search_path = '' as $$
  select coalesce((select e.id from prive.evenements e
    where e.demande_id = p_demande order by e.id desc limit 1), 0)
$$;

-- Lit un suivi avec un lien personnel, sans rien changer. Statuts : lien-inconnu, lien-expire, ouvert.
create function public.suivi_lire(p_empreinte text, p_maintenant timestamptz)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  lu record;
  ligne jsonb;
begin
  select * into lu from prive.lien_lu(p_empreinte, array['suivre'], p_maintenant);
  if lu.etat <> 'ouvert' then return jsonb_build_object('statut', lu.etat); end if;
  select l.ligne::jsonb into ligne
  from prive.lignes_de_suivi(array[(lu.lien).demande_id], null, p_maintenant) l;
  return jsonb_build_object('statut', lu.etat, 'role', (lu.lien).role, 'lien', (lu.lien).id,
    'cede', (lu.lien).cede_le is not null, 'vu', ligne -> 'vu', 'dossier', ligne - 'vu' - 'evenements', 'evenements', ligne -> 'evenements');
end $$;

-- Dit ce que l'accueil d'une demande retire au parcours, et ce qui attend d'être confirmé : deux totaux, qu'une correction
-- remplace. Le parcours refait sa somme, sans dépasser ce qu'il a : rendre des heures ne rend jamais celles d'une autre.
-- À appeler avec le verrou du parcours.
create function prive.decompter(
  p_demande uuid, p_comptees integer, p_a_confirmer integer, p_maintenant timestamptz
) returns void language sql set search_path = '' as $$
  update prive.demandes d
  set heures_comptees = greatest(p_comptees, 0), heures_a_confirmer = greatest(p_a_confirmer, 0)
  where d.id = p_demande;
  update prive.parcours p
  set heures_faites = least(p.heures, s.comptees), heures_reservees = s.a_confirmer,
      maj_le = p_maintenant
  from (
    select coalesce(sum(d.heures_comptees), 0)::integer as comptees,
      coalesce(sum(d.heures_a_confirmer), 0)::integer as a_confirmer
    from prive.demandes d
    where d.heures_comptees + d.heures_a_confirmer > 0 and d.parcours_id = (
      select c.parcours_id from prive.demandes c where c.id = p_demande)) s
  where p.id = (select c.parcours_id from prive.demandes c where c.id = p_demande)
$$;

-- L'adresse de qui tient un lien de suivi. L'équipe écrit beaucoup aux mêmes personnes : elle se compte par dossier.
create function prive.qui_agit(p_lien prive.liens) returns text
language sql stable set search_path = '' as $$
  select coalesce(case p_lien.role
    when 'tutrice' then (select d.courriel from prive.demandes d where d.id = p_lien.demande_id)
    else case when p_lien.cede_le is not null then (
      select r.courriel from prive.relais r join prive.demandes d using (parcours_id)
      where d.id = p_lien.demande_id and r.role = p_lien.role)
    else (select c.courriel from prive.contacts c join prive.demandes d using (parcours_id)
      where d.id = p_lien.demande_id and c.role = p_lien.role) end end,
    p_lien.role || '@' || p_lien.demande_id)
$$;

-- Écrit une action entière : événements, contact, heures, fin, courriels. La règle est dans le service ; ici on
-- vérifie le lien, la clé, et que personne n'a agi depuis `p_vu` ; la clé va au premier événement. Une ouverture, un
-- rappel automatique, le sort d'un courriel ou sa réponse, arrivés entre-temps, n'arrêtent pas l'action.
-- L'auteur est celui du lien, selon `p_auteurs` : {"<rôle du lien>": "<auteur>", …}.
-- `p_ecrire` : {evenements: [{genre, donnees, precision?}], contact?, rendre?, lieu?, heures?, aConfirmer?, clore?, courriels?}.
-- `rendre` : les rôles qui reviennent à qui les avait cédés. `heures` : ce que l'accueil retire en tout au parcours ; `aConfirmer` : ce qu'il en garde tant que personne ne l'a confirmé.
-- `p_limites` : combien de gestes par rôle (« lien ») et par dossier, et de courriels par destinataire.
-- Statuts : lien-inconnu, lien-expire, depasse (vu), limite (vu, secondes), fait (vu, deja).
create function public.suivi_agir(
  p_empreinte text, p_cle uuid, p_vu bigint, p_auteurs jsonb, p_ecrire jsonb, p_liens jsonb,
  p_valable interval, p_limites jsonb, p_maintenant timestamptz
) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  lu record;
  demande prive.demandes;
  attente integer;
  element record;
  courriel jsonb;
  auteur text;
  vu bigint;
  pris integer := 0;
begin
  select * into lu from prive.lien_lu(p_empreinte, array['suivre'], p_maintenant);
  if lu.lien is null then return jsonb_build_object('statut', lu.etat); end if;
  auteur := p_auteurs ->> (lu.lien).role;
  perform prive.au_nom_de(prive.qui_agit(lu.lien), true, p_limites);
  demande := prive.demande_verrouillee((lu.lien).demande_id);
  vu := prive.dernier_evenement(demande.id);
  -- Avant l'annulation : qui a passé la main et rejoue son envoi apprend qu'il est fait.
  if exists (select 1 from prive.evenements e where e.demande_id = demande.id and e.cle = p_cle
    and e.auteur = p_auteurs ->> (lu.lien).role) then
    return jsonb_build_object('statut', 'fait', 'vu', vu, 'deja', true);
  end if;
  -- Relu sous le verrou : un changement de contact a pu l'annuler pendant l'attente.
  select * into lu from prive.lien_lu(p_empreinte, array['suivre'], p_maintenant);
  if lu.etat <> 'ouvert' then return jsonb_build_object('statut', lu.etat); end if;
  if p_vu > vu or exists (select 1 from prive.evenements e
    where e.demande_id = demande.id and e.id > p_vu and e.genre <> 'ouvert'
      and not prive.est_une_remise(e.genre) and not prive.est_une_reponse(e.genre)
      and not (e.auteur = 'systeme' and prive.est_un_rappel(e.donnees))) then
    return jsonb_build_object('statut', 'depasse', 'vu', vu);
  end if;
  if auteur is null then
    raise exception 'Ce lien n''est celui d''aucun auteur.' using errcode = 'CSF02';
  end if;
  if jsonb_array_length(p_ecrire -> 'evenements') = 0 then
    raise exception 'Une action laisse au moins un événement.' using errcode = 'CSF03';
  end if;
  attente := prive.compter(prive.limites_sur(p_limites, 'dossier', demande.id::text)
    -- Le rôle et non le lien : passer la main n'en rend pas davantage.
    || prive.limites_sur(p_limites, 'lien', demande.id || ' ' || (lu.lien).role), p_maintenant);
  if attente > 0 then
    return jsonb_build_object('statut', 'limite', 'vu', vu, 'secondes', attente);
  end if;
  for element in
    select e.valeur, e.rang
    from jsonb_array_elements(p_ecrire -> 'evenements') with ordinality e(valeur, rang) order by e.rang
  loop
    vu := prive.journaliser(demande.parcours_id, demande.id, element.valeur ->> 'genre',
      auteur, coalesce(element.valeur -> 'donnees', '{}'), p_maintenant,
      element.valeur ->> 'precision', case when element.rang = 1 then p_cle end);
  end loop;
  if (lu.lien).cede_le is null then
    perform prive.finir_le_relais(demande.parcours_id, (lu.lien).role, p_maintenant);
  end if;
  -- Qui agit avec son lien a confirmé son adresse.
  update prive.contacts c set confirme_le = p_maintenant
  where c.parcours_id = demande.parcours_id and c.role = (lu.lien).role and c.confirme_le is null
    and (lu.lien).cede_le is null;
  if p_ecrire -> 'contact' ->> 'role' is not null then
    pris := prive.changer_contact(demande, p_ecrire -> 'contact', p_liens, p_maintenant);
  end if;
  perform prive.rendre_la_main(demande.parcours_id, r, p_maintenant)
  from jsonb_array_elements_text(coalesce(p_ecrire -> 'rendre', '[]')) r;
  if p_ecrire -> 'lieu' ->> 'adresse' is not null then
    perform prive.noter_le_lieu(demande.id, p_ecrire -> 'lieu');
  end if;
  if (p_ecrire ->> 'heures')::integer is not null then
    perform prive.decompter(demande.id, (p_ecrire ->> 'heures')::integer,
      coalesce((p_ecrire ->> 'aConfirmer')::integer, 0), p_maintenant);
  end if;
  for courriel in
    select c.valeur from jsonb_array_elements(coalesce(p_ecrire -> 'courriels', '[]')) c(valeur)
  loop
    perform prive.poster(courriel ->> 'gabarit', courriel ->> 'destinataire',
      courriel -> 'donnees', demande.id, p_maintenant);
  end loop;
  if p_ecrire ->> 'clore' is not null then
    perform prive.clore(demande, p_ecrire ->> 'clore', p_liens -> pris, p_valable, p_maintenant);
    vu := prive.dernier_evenement(demande.id);
  end if;
  return jsonb_build_object('statut', 'fait', 'vu', vu, 'deja', false);
end $$;

grant execute on function
  public.suivi_lire(text, timestamptz),
  public.suivi_agir(text, uuid, bigint, jsonb, jsonb, jsonb, interval, jsonb, timestamptz)
to service_role;
