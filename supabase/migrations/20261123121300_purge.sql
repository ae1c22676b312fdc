-- Une durée de conservation, nommée par son unité : {"demandeMois": 12, "courrielJours": 30, …}. Une durée qui manque
-- arrête la purge, plutôt que de garder sans fin.
create function prive.duree_de_conservation(p_conservation jsonb, p_nom text) returns interval
language plpgsql immutable set search_path = '' as $$
declare
  nombre integer := (p_conservation ->> p_nom)::integer;
begin
  if nombre is null then
    raise exception 'Durée de conservation inconnue : %', p_nom using errcode = 'CSF05';
  end if;
  return case when p_nom like '%Mois' then make_interval(months => nombre)
    else make_interval(days => nombre) end;
end $$;

-- Retire des demandes ce qui dit qui les a faites : la personne, les textes libres de leur suivi, le lieu de rencontre,
-- leurs courriels et leurs liens. Le journal, les dates et les heures restent : ils prouvent l'exécution.
create function prive.anonymiser(p_demandes uuid[], p_maintenant timestamptz) returns void
language sql set search_path = '' as $$
  update prive.demandes d
  set nom = null, courriel = null, telephone = null, etablissement = null, message = null,
      anonymisee_le = p_maintenant
  where d.id = any (p_demandes);
  delete from prive.precisions t using prive.evenements e
  where e.id = t.evenement_id and e.demande_id = any (p_demandes);
  delete from prive.lieux_de_rencontre r where r.demande_id = any (p_demandes);
  delete from prive.courriels c where c.demande_id = any (p_demandes);
  delete from prive.liens l where l.demande_id = any (p_demandes)
$$;

-- Demander son lien vers un tableau, c'est se servir de son droit.
create function prive.noter_le_service() returns trigger
language plpgsql set search_path = '' as $$
begin
  update prive.membres m set servi_le = new.cree_le where m.courriel = new.courriel;
  return null;
end $$;
create trigger liens_d_un_membre
  after insert on prive.liens for each row when (new.portee in ('equipe', 'coordination'))
  execute function prive.noter_le_service();

-- Vrai pour un parcours publié dont personne ne s'occupe plus : fini depuis `p_apres_fin`, ou sans une nouvelle (un
-- import, un geste sur un de ses dossiers) depuis `p_sans_fin` quand sa fin n'est pas connue, `p_muet` sinon.
create function prive.est_a_retirer(
  p_parcours prive.parcours, p_apres_fin interval, p_sans_fin interval, p_muet interval,
  p_maintenant timestamptz
) returns boolean language sql stable set search_path = '' as $$
  select p_parcours.publie
    and (greatest(p_parcours.fin_le, p_parcours.fin_reconduction_le)
        <= prive.jour_de_paris(p_maintenant) - p_apres_fin
      or (p_parcours.maj_le <= muet.depuis and not exists (
        select 1 from prive.evenements e where e.parcours_id = p_parcours.id
          and e.le > muet.depuis and not prive.est_une_remise(e.genre)
          and not (e.auteur = 'systeme' and prive.est_un_rappel(e.donnees)))))
    and not exists (select 1 from prive.demandes d where d.parcours_id = p_parcours.id
      and d.etat in ('a-verifier', 'active', 'proposee', 'en-attente'))
    and not exists (select 1 from prive.demandes_ouvertes o where o.parcours_id = p_parcours.id)
  from (select p_maintenant - case
    when greatest(p_parcours.fin_le, p_parcours.fin_reconduction_le) is null then p_sans_fin
    else p_muet end as depuis) muet
$$;

-- Vrai pour un parcours dont les contacts n'ont plus à être connus, ni le marché : fini au plus tard ce jour-là, ou retiré du
-- catalogue sans demande en cours. Un dossier encore ouvert garde les siens.
create function prive.est_sans_contact(p_parcours prive.parcours, p_finis_le date) returns boolean
language sql stable set search_path = '' as $$
  select not exists (select 1 from prive.demandes_ouvertes o where o.parcours_id = p_parcours.id)
    and (greatest(p_parcours.fin_le, p_parcours.fin_reconduction_le) <= p_finis_le
      or (not p_parcours.publie and not exists (select 1 from prive.demandes d
        where d.parcours_id = p_parcours.id
          and d.etat in ('a-verifier', 'active', 'proposee', 'en-attente'))))
$$;

-- La conservation des données, appelée chaque jour ; les durées viennent du service, qui les promet aussi sur sa page.
-- Une demande close est anonymisée, avec ses textes libres et ses courriels ; jamais confirmée, elle est effacée. Un
-- parcours dont personne ne s'occupe plus quitte le catalogue. Les contacts et le marché d'un parcours fini, ou retiré du catalogue
-- sans demande en cours, sont effacés ; ceux d'un dossier encore ouvert restent. Une déclaration close, ou restée sans
-- suite, est vidée. Un membre qui n'a plus demandé son lien, ni dit s'il connaît quelqu'un, n'en est plus un ; une
-- personne connue qui ne demande plus rien redevient inconnue.
-- Rend ce qui a été effacé, en nombres.
create function public.purger(p_conservation jsonb, p_maintenant timestamptz) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  aujourd_hui date := prive.jour_de_paris(p_maintenant);
  non_confirmees_le timestamptz := p_maintenant
    - prive.duree_de_conservation(p_conservation, 'nonConfirmeeJours');
  closes_le timestamptz := p_maintenant
    - prive.duree_de_conservation(p_conservation, 'demandeMois');
  apres_fin interval := prive.duree_de_conservation(p_conservation, 'contactMois');
  sans_fin interval := prive.duree_de_conservation(p_conservation, 'parcoursSansFinMois');
  muet interval := prive.duree_de_conservation(p_conservation, 'parcoursMuetMois');
  finis_le date := aujourd_hui - apres_fin;
  retire text;
  anonymes uuid[];
  retires integer := 0;
  effacees integer;
  messages integer;
  declarations integer;
  contacts integer;
  precisions integer;
  parti text;
  membres integer := 0;
  connues integer;
begin
  -- Le parcours avant ses demandes et ses contacts, et dans l'ordre, comme partout.
  perform 1 from prive.parcours p
  where ((greatest(p.fin_le, p.fin_reconduction_le) <= finis_le or not p.publie)
      and (exists (select 1 from prive.contacts c where c.parcours_id = p.id)
        or exists (select 1 from prive.marches m where m.parcours_id = p.id)))
    or prive.est_a_retirer(p, apres_fin, sans_fin, muet, p_maintenant)
    or exists (select 1 from prive.demandes d where d.parcours_id = p.id
      and ((d.confirmee_le is null and d.cree_le <= non_confirmees_le)
        or (d.anonymisee_le is null and d.close_le <= closes_le)))
  order by p.id for update;
  delete from prive.demandes d
  where d.confirmee_le is null and d.cree_le <= non_confirmees_le;
  get diagnostics effacees = row_count;
  select coalesce(array_agg(d.id), '{}') into anonymes from prive.demandes d
  where d.anonymisee_le is null and d.close_le <= closes_le;
  select count(*) into precisions from prive.precisions t
  join prive.evenements e on e.id = t.evenement_id where e.demande_id = any (anonymes);
  perform prive.anonymiser(anonymes, p_maintenant);
  for retire in
    update prive.parcours p set publie = false, maj_le = p_maintenant
    where prive.est_a_retirer(p, apres_fin, sans_fin, muet, p_maintenant) returning p.id
  loop
    perform prive.journaliser(retire, null, 'parcours-retire', 'systeme', '{}', p_maintenant);
    retires := retires + 1;
  end loop;
  delete from prive.marches m using prive.parcours p
  where p.id = m.parcours_id and prive.est_sans_contact(p, finis_le);
  delete from prive.contacts c using prive.parcours p
  where p.id = c.parcours_id and prive.est_sans_contact(p, finis_le);
  get diagnostics contacts = row_count;
  delete from prive.releves r
  where r.cree_le <= p_maintenant - prive.duree_de_conservation(p_conservation, 'messageMois');
  delete from prive.messages m
  where m.cree_le <= p_maintenant - prive.duree_de_conservation(p_conservation, 'messageMois');
  get diagnostics messages = row_count;
  -- Les champs du parcours aussi : refusés, ils l'ont peut-être été parce qu'ils citaient quelqu'un.
  update prive.declarations d
  set contacts = '[]', public = '{}', marche = null, acheteur_courriel = null, motif = null
  where (d.contacts <> '[]' or d.public <> '{}' or d.marche is not null or d.acheteur_courriel is not null or d.motif is not null)
    and coalesce(d.close_le, d.cree_le)
      <= p_maintenant - prive.duree_de_conservation(p_conservation, 'declarationMois');
  get diagnostics declarations = row_count;
  for parti in
    delete from prive.membres m where coalesce(m.servi_le, m.cree_le)
      <= p_maintenant - prive.duree_de_conservation(p_conservation, 'membreMois') returning m.courriel
  loop
    perform prive.annuler_liens_de_membre(parti, p_maintenant);
    membres := membres + 1;
  end loop;
  delete from prive.personnes_connues c where c.servi_le
    <= p_maintenant - prive.duree_de_conservation(p_conservation, 'connueMois');
  get diagnostics connues = row_count;
  delete from prive.liens l where l.expire_le <= p_maintenant
      - prive.duree_de_conservation(p_conservation, 'lienPerimeJours')
    or (l.courriel is not null and l.expire_le <= p_maintenant);
  delete from prive.relances_du_jour r where r.jour < aujourd_hui - 1;
  delete from prive.preuves v where v.expire_le <= p_maintenant;
  delete from prive.compteurs c
  where c.debut <= p_maintenant - prive.duree_de_conservation(p_conservation, 'compteurJours');
  update prive.courriels c set fil = null
  where c.fil is not null and c.compte_le <= p_maintenant - prive.duree_de_conservation(p_conservation, 'compteurJours');
  delete from prive.courriels c
  where c.etat = 'envoye' and c.envoye_le
    <= p_maintenant - prive.duree_de_conservation(p_conservation, 'courrielJours');
  delete from prive.reponses_recues r
  where r.recue_le <= p_maintenant - prive.duree_de_conservation(p_conservation, 'courrielJours');
  update prive.courriels c
  set etat = 'mort', erreur = coalesce(c.erreur, 'delai-depasse'), destinataire = null, donnees = '{}'
  where c.etat <> 'envoye' and c.destinataire is not null and c.cree_le <= p_maintenant
    - prive.duree_de_conservation(p_conservation, 'courrielMortMois');
  return jsonb_build_object('demandesAnonymisees', cardinality(anonymes),
    'demandesEffacees', effacees, 'messagesEffaces', messages,
    'declarationsAnonymisees', declarations, 'contactsEffaces', contacts,
    'precisionsEffacees', precisions, 'parcoursRetires', retires, 'membresRetires', membres,
    'connuesEffacees', connues);
end $$;
grant execute on function public.purger(jsonb, timestamptz) to service_role;
