-- Une demande active ne se retire que par son suivi, comme le reste de ce qui lui arrive : cette étape rend alors le
-- lien de suivi de la tutrice, et n'écrit rien.
create or replace function public.demande_retirer(
  p_empreinte text, p_lien jsonb, p_valable interval, p_maintenant timestamptz
) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  lien prive.liens;
  demande prive.demandes;
begin
  select * into lien from prive.liens l
  where l.empreinte = decode(p_empreinte, 'hex') and l.role = 'tutrice'
    and l.portee in ('suivre', 'accepter-proposition', 'confirmer-demande') and l.annule_le is null
    and l.expire_le > p_maintenant;
  if not found then return jsonb_build_object('statut', 'lien-inconnu'); end if;
  perform 1 from prive.parcours p join prive.demandes d on d.parcours_id = p.id
  where d.id = lien.demande_id for update of p;
  select * into demande from prive.demandes d where d.id = lien.demande_id for update;
  if demande.etat = 'active' then
    return prive.bilan_de_demande(demande) || jsonb_build_object('suivi', (
      select l.id from prive.liens_de_suivi(demande.id, p_maintenant) l where l.role = 'tutrice'));
  end if;
  if demande.etat in ('a-confirmer', 'en-attente', 'proposee') then
    if demande.confirmee_le is not null then
      perform prive.consigner(demande.parcours_id, demande.id, 'retrait', 'tutrice', '{}',
        p_maintenant);
    end if;
    demande := prive.clore(demande, 'retiree', p_lien, p_valable, p_maintenant);
  end if;
  return prive.bilan_de_demande(demande);
end $$;
