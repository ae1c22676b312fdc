-- Les réponses aux courriels du service : rien n'en est gardé, que leur numéro chez le fournisseur, pour n'en transmettre
-- aucune deux fois. La purge l'efface avec les courriels : le fournisseur ne redit rien si tard.
create table prive.reponses_recues (
  id_fournisseur text primary key check (id_fournisseur ~ '^[A-Za-z0-9_-]{1,100}$'),
  recue_le timestamptz not null,
  -- null tant que le fournisseur n'a pas pris toutes les copies : il redira la réponse, et le service recommence.
  transmise_le timestamptz
);
alter table prive.reponses_recues enable row level security;

-- Une réponse n'arrête pas une action en cours d'écriture. Mais quelqu'un a écrit : le dossier n'est pas muet.
create function prive.est_une_reponse(p_genre text) returns boolean
language sql immutable set search_path = '' as $$
  select p_genre = 'reponse-par-courriel'
$$;

-- Le dossier d'un lien de suivi que personne n'a annulé, entier, même clos, et même si le lien est passé de date : une
-- réponse tardive n'est pas perdue. La règle est dans le service.
-- Statuts : inconnu, connu (lien, role, dossier).
create function prive.dossier_du_lien(p_lien prive.liens, p_maintenant timestamptz)
returns json language sql stable set search_path = '' as $$
  select coalesce((
    select json_build_object('statut', 'connu', 'lien', p_lien.id, 'role', p_lien.role,
      'dossier', l.ligne)
    from prive.lignes_de_suivi(array[p_lien.demande_id], null, p_maintenant) l
    where p_lien.portee = 'suivre' and p_lien.role <> 'equipe' and p_lien.annule_le is null
      and exists (select 1 from prive.demandes d
        where d.id = p_lien.demande_id and d.anonymisee_le is null)),
    json_build_object('statut', 'inconnu'))
$$;

create function public.reponse_lire(p_lien uuid, p_maintenant timestamptz)
returns json language sql stable security definer set search_path = '' as $$
  select coalesce((select prive.dossier_du_lien(l, p_maintenant) from prive.liens l where l.id = p_lien),
    json_build_object('statut', 'inconnu'))
$$;

-- De quel dossier parle un courriel : connu quand il n'y en a qu'un, par le lien de qui le reçoit.
create function public.courriel_repond(p_courriel uuid, p_maintenant timestamptz)
returns json language sql stable security definer set search_path = '' as $$
  select case when count(*) = 1
    then (select prive.dossier_du_lien(l, p_maintenant) from prive.liens l
      where l.id = (array_agg(siens.id))[1])
    else json_build_object('statut', 'inconnu') end
  from (select l.id from prive.liens_ecrits e join prive.liens l on l.id = e.lien_id
    where e.courriel_id = p_courriel and l.portee = 'suivre') siens
$$;

-- Note une réponse, une fois, et son événement. `p_evenement` : {genre, donnees}. Ce qu'une limite refuse n'est ni noté, ni
-- transmis. Statuts : a-transmettre (nouvelle, ou pas encore partie), deja, limite, inconnu.
create function public.reponse_ecrire(
  p_lien uuid, p_recue text, p_evenement jsonb, p_limites jsonb, p_maintenant timestamptz
) returns text language plpgsql security definer set search_path = '' as $$
declare
  lien prive.liens;
  demande prive.demandes;
  connue prive.reponses_recues;
begin
  select * into lien from prive.liens l where l.id = p_lien and l.annule_le is null;
  if not found then return 'inconnu'; end if;
  demande := prive.demande_verrouillee(lien.demande_id);
  select * into connue from prive.reponses_recues r where r.id_fournisseur = p_recue;
  if found then
    return case when connue.transmise_le is null then 'a-transmettre' else 'deja' end;
  end if;
  if prive.compter(prive.limites_sur(p_limites, 'dossier', 'reponses ' || demande.id)
    || prive.limites_sur(p_limites, 'lien', 'reponses ' || demande.id || ' ' || lien.role),
    p_maintenant) > 0 then
    return 'limite';
  end if;
  insert into prive.reponses_recues (id_fournisseur, recue_le) values (p_recue, p_maintenant);
  perform prive.journaliser(demande.parcours_id, demande.id, p_evenement ->> 'genre', 'systeme',
    p_evenement -> 'donnees', p_maintenant);
  return 'a-transmettre';
end $$;

-- La réponse est partie.
create function public.reponse_transmise(p_recue text, p_maintenant timestamptz)
returns void language sql security definer set search_path = '' as $$
  update prive.reponses_recues r set transmise_le = p_maintenant
  where r.id_fournisseur = p_recue and r.transmise_le is null
$$;

grant execute on function
  public.reponse_lire(uuid, timestamptz),
  public.courriel_repond(uuid, timestamptz),
  public.reponse_ecrire(uuid, text, jsonb, jsonb, timestamptz),
  public.reponse_transmise(text, timestamptz)
to service_role;
