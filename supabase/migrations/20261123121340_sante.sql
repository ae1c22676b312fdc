-- Le dernier passage de chaque tâche planifiée : une ligne par tâche, réécrite à chaque passage. Rien n'y grandit, et
-- rien n'y est de personne.
create table prive.passages (
  tache text primary key check (tache ~ '^[a-z]+(-[a-z]+)*$'),
  reussi_le timestamptz,
  echoue_le timestamptz,
  -- Le code du dernier échec ; il reste après un succès, avec sa date.
  erreur text check (erreur ~ '^[A-Za-z0-9_-]{1,60}$')
);
alter table prive.passages enable row level security;

-- Les courriels morts que l'équipe peut encore reprendre se comptent à chaque relevé : sans les relire tous.
create index on prive.courriels (cree_le) where etat = 'mort' and destinataire is not null;

-- Note le passage d'une tâche : `p_erreur` est null quand elle a réussi.
create function public.tache_passee(p_tache text, p_erreur text, p_maintenant timestamptz)
returns void language sql security definer set search_path = '' as $$
  insert into prive.passages as p (tache, reussi_le, echoue_le, erreur)
  values (p_tache, case when p_erreur is null then p_maintenant end,
    case when p_erreur is not null then p_maintenant end, p_erreur)
  on conflict (tache) do update set
    reussi_le = greatest(p.reussi_le, excluded.reussi_le),
    echoue_le = greatest(p.echoue_le, excluded.echoue_le),
    erreur = coalesce(excluded.erreur, p.erreur)
$$;

-- Ce qu'une surveillance a besoin de savoir, sans rien de personne. Un courriel attend depuis son premier essai ; jamais
-- essayé, depuis l'heure où il devait partir : celui qui en regroupe d'autres, et part plus tard, n'attend pas encore.
-- Ce qui est tard ou trop vieux, la règle du service seule le dit.
create function public.sante_lire(p_maintenant timestamptz) returns jsonb
language sql security definer stable set search_path = '' as $$
  select jsonb_build_object(
    'passages', (select coalesce(jsonb_agg(jsonb_build_object('tache', p.tache,
        'reussiLe', p.reussi_le, 'echoueLe', p.echoue_le, 'erreur', p.erreur)), '[]')
      from prive.passages p),
    'courriels', jsonb_build_object(
      'attendDepuis', (select min(coalesce(c.premier_essai_le, c.prochain_essai_le))
        from prive.courriels c where c.etat = 'a-envoyer'
          and coalesce(c.premier_essai_le, c.prochain_essai_le) <= p_maintenant),
      'morts', (select count(*) from prive.courriels c where c.etat = 'mort' and c.destinataire is not null)))
$$;

grant execute on function
  public.tache_passee(text, text, timestamptz),
  public.sante_lire(timestamptz)
to service_role;
