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
