-- La purge s'étend au suivi : textes libres d'une demande anonymisée, rappels de la veille, liens de liste périmés.
-- Les contacts d'un dossier encore ouvert restent, même si son parcours a quitté le catalogue. Les membres restent.
create or replace function public.purger(p_maintenant timestamptz) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  aujourd_hui date := (p_maintenant at time zone 'Europe/Paris')::date;
  anonymisees integer;
  effacees integer;
  messages integer;
  declarations integer;
  contacts integer;
  precisions integer;
begin
  delete from prive.demandes d
  where d.confirmee_le is null and d.cree_le <= p_maintenant - interval '7 days';
  get diagnostics effacees = row_count;
  update prive.demandes d
  set nom = null, courriel = null, telephone = null, etablissement = null, message = null,
      prevenus = '[]',
      anonymisee_le = p_maintenant
  where d.anonymisee_le is null and d.close_le <= p_maintenant - interval '12 months';
  get diagnostics anonymisees = row_count;
  delete from prive.precisions t using prive.evenements e, prive.demandes d
  where e.id = t.evenement_id and d.id = e.demande_id and d.anonymisee_le is not null;
  get diagnostics precisions = row_count;
  delete from prive.courriels c
  using prive.demandes d where d.id = c.demande_id and d.anonymisee_le is not null;
  delete from prive.contacts c using prive.parcours p
  where p.id = c.parcours_id
    and not exists (select 1 from prive.demandes_ouvertes o where o.parcours_id = p.id)
    and (greatest(p.fin_le, p.fin_reconduction_le) <= aujourd_hui - interval '12 months'
      or (not p.publie and not exists (select 1 from prive.demandes d
        where d.parcours_id = p.id and d.etat in ('active', 'proposee', 'en-attente'))));
  get diagnostics contacts = row_count;
  delete from prive.messages m where m.cree_le <= p_maintenant - interval '6 months';
  get diagnostics messages = row_count;
  update prive.declarations d set contacts = '[]', acheteur_courriel = null
  where coalesce(d.close_le, d.cree_le) <= p_maintenant - interval '12 months'
    and d.contacts <> '[]';
  get diagnostics declarations = row_count;
  delete from prive.liens l where l.expire_le <= p_maintenant - interval '30 days'
    or (l.courriel is not null and l.expire_le <= p_maintenant)
    or l.demande_id in (select d.id from prive.demandes d where d.anonymisee_le is not null);
  delete from prive.relances_du_jour r where r.jour < aujourd_hui - 1;
  delete from prive.preuves v where v.expire_le <= p_maintenant;
  delete from prive.compteurs c where c.debut <= p_maintenant - interval '2 days';
  delete from prive.courriels c
  where c.etat = 'envoye' and c.envoye_le <= p_maintenant - interval '30 days';
  update prive.courriels c set destinataire = null, donnees = '{}'
  where c.etat = 'mort' and c.cree_le <= p_maintenant - interval '6 months';
  return jsonb_build_object('demandesAnonymisees', anonymisees, 'demandesEffacees', effacees,
    'messagesEffaces', messages, 'declarationsAnonymisees', declarations,
    'contactsEffaces', contacts, 'precisionsEffacees', precisions);
end $$;
