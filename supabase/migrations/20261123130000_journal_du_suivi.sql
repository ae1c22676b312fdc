-- Le suivi s'écrit dans le journal : une action une seule fois, un rappel automatique une seule fois.
alter table prive.evenements add column cle uuid;
create unique index evenements_une_fois on prive.evenements (demande_id, cle);
create unique index evenements_rappel_unique on prive.evenements (demande_id, genre,
    (donnees ->> 'ancre'), (donnees ->> 'palier'), coalesce(donnees ->> 'a', ''))
  where auteur = 'systeme' and genre in ('relance', 'acheteur-alerte');
create index evenements_bilans on prive.evenements (demande_id) where genre = 'bilan-fait';

-- Les textes libres vivent à côté du journal, qui ne s'efface pas : eux partent avec la demande.
create table prive.precisions (
  evenement_id bigint primary key references prive.evenements (id),
  texte text not null check (char_length(texte) between 1 and 500)
);
alter table prive.precisions enable row level security;

alter table prive.demandes drop constraint demandes_etat_check;
alter table prive.demandes add constraint demandes_etat_check check (etat in
  ('a-confirmer', 'active', 'en-attente', 'proposee', 'expiree', 'retiree', 'terminee', 'refusee'));

-- Écrit des événements, dans l'ordre donné ; la clé va au premier. Rend l'identifiant du dernier.
-- `p_evenements` : [{"genre", "donnees", "precision"?}, …].
create function prive.journaliser(
  p_demande prive.demandes, p_auteur text, p_cle uuid, p_evenements jsonb, p_maintenant timestamptz
) returns bigint language plpgsql set search_path = '' as $$
declare
  element record;
  neuf bigint;
begin
  for element in
    select e.valeur, e.rang from jsonb_array_elements(p_evenements) with ordinality e(valeur, rang)
    order by e.rang
  loop
    insert into prive.evenements (parcours_id, demande_id, genre, auteur, donnees, le, cle)
    values (p_demande.parcours_id, p_demande.id, element.valeur ->> 'genre', p_auteur,
      coalesce(element.valeur -> 'donnees', '{}'), p_maintenant,
      case when element.rang = 1 then p_cle end)
    returning id into neuf;
    if coalesce(element.valeur ->> 'precision', '') <> '' then
      insert into prive.precisions (evenement_id, texte)
      values (neuf, element.valeur ->> 'precision');
    end if;
  end loop;
  return neuf;
end $$;
