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

-- La conservation des données, appelée chaque jour ; les durées viennent du service, qui les promet aussi sur sa page.
-- Une demande close est anonymisée, avec ses textes libres et ses courriels ; jamais confirmée, elle est effacée. Les
-- contacts d'un parcours fini, ou retiré du catalogue sans demande en cours, sont effacés ; ceux d'un dossier encore
-- ouvert restent. Une déclaration close, ou restée sans suite, perd ses personnes. Les membres restent.
-- Rend ce qui a été effacé, en nombres.
create function public.purger(p_conservation jsonb, p_maintenant timestamptz) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  aujourd_hui date := prive.jour_de_paris(p_maintenant);
  non_confirmees_le timestamptz := p_maintenant
    - prive.duree_de_conservation(p_conservation, 'nonConfirmeeJours');
  closes_le timestamptz := p_maintenant
    - prive.duree_de_conservation(p_conservation, 'demandeMois');
  finis_le date := aujourd_hui - prive.duree_de_conservation(p_conservation, 'contactMois');
  anonymisees integer;
  effacees integer;
  messages integer;
  declarations integer;
  contacts integer;
  precisions integer;
begin
  -- Le parcours avant ses demandes et ses contacts, et dans l'ordre, comme partout.
  perform 1 from prive.parcours p
  where ((greatest(p.fin_le, p.fin_reconduction_le) <= finis_le or not p.publie)
      and exists (select 1 from prive.contacts c where c.parcours_id = p.id))
    or exists (select 1 from prive.demandes d where d.parcours_id = p.id
      and ((d.confirmee_le is null and d.cree_le <= non_confirmees_le)
        or (d.anonymisee_le is null and d.close_le <= closes_le)))
  order by p.id for update;
  delete from prive.demandes d
  where d.confirmee_le is null and d.cree_le <= non_confirmees_le;
  get diagnostics effacees = row_count;
  update prive.demandes d
  set nom = null, courriel = null, telephone = null, etablissement = null, message = null,
      anonymisee_le = p_maintenant
  where d.anonymisee_le is null and d.close_le <= closes_le;
  get diagnostics anonymisees = row_count;
  delete from prive.precisions t using prive.evenements e, prive.demandes d
  where e.id = t.evenement_id and d.id = e.demande_id and d.anonymisee_le is not null;
  get diagnostics precisions = row_count;
  delete from prive.courriels c
  using prive.demandes d where d.id = c.demande_id and d.anonymisee_le is not null;
  delete from prive.contacts c using prive.parcours p
  where p.id = c.parcours_id
    and not exists (select 1 from prive.demandes_ouvertes o where o.parcours_id = p.id)
    and (greatest(p.fin_le, p.fin_reconduction_le) <= finis_le
      or (not p.publie and not exists (select 1 from prive.demandes d
        where d.parcours_id = p.id and d.etat in ('active', 'proposee', 'en-attente'))));
  get diagnostics contacts = row_count;
  delete from prive.messages m
  where m.cree_le <= p_maintenant - prive.duree_de_conservation(p_conservation, 'messageMois');
  get diagnostics messages = row_count;
  update prive.declarations d set contacts = '[]', acheteur_courriel = null
  where d.contacts <> '[]' and coalesce(d.close_le, d.cree_le)
    <= p_maintenant - prive.duree_de_conservation(p_conservation, 'declarationMois');
  get diagnostics declarations = row_count;
  delete from prive.liens l where l.expire_le <= p_maintenant
      - prive.duree_de_conservation(p_conservation, 'lienPerimeJours')
    or (l.courriel is not null and l.expire_le <= p_maintenant)
    or l.demande_id in (select d.id from prive.demandes d where d.anonymisee_le is not null);
  delete from prive.relances_du_jour r where r.jour < aujourd_hui - 1;
  delete from prive.preuves v where v.expire_le <= p_maintenant;
  delete from prive.compteurs c
  where c.debut <= p_maintenant - prive.duree_de_conservation(p_conservation, 'compteurJours');
  delete from prive.courriels c
  where c.etat = 'envoye' and c.envoye_le
    <= p_maintenant - prive.duree_de_conservation(p_conservation, 'courrielJours');
  update prive.courriels c set destinataire = null, donnees = '{}'
  where c.etat = 'mort' and c.cree_le <= p_maintenant
    - prive.duree_de_conservation(p_conservation, 'courrielMortMois');
  return jsonb_build_object('demandesAnonymisees', anonymisees, 'demandesEffacees', effacees,
    'messagesEffaces', messages, 'declarationsAnonymisees', declarations,
    'contactsEffaces', contacts, 'precisionsEffacees', precisions);
end $$;
grant execute on function public.purger(jsonb, timestamptz) to service_role;
