-- Les messages à l'équipe : une référence, un sujet, une réponse à qui écrit.
create table prive.messages (
  id uuid primary key,
  reference text not null unique check (reference ~ '^M-[b-df-hj-np-tv-z2-9]{6}$'),
  cle uuid not null unique,
  role text not null check (role ~ '^[a-z]+(-[a-z]+)*$'),
  sujet text not null check (sujet ~ '^[a-z]+(-[a-z]+)*$'),
  parcours_id text check (parcours_id ~ '^[b-df-hj-np-tv-z2-9]{8}$'),
  nom text not null check (char_length(nom) <= 100),
  courriel text not null check (char_length(courriel) <= 254),
  -- Ce que le sujet demande de plus : nouveau contact, lieu proposé… Jamais rien sur un jeune.
  details jsonb not null default '{}' check (jsonb_typeof(details) = 'object'),
  message text not null check (char_length(message) <= 4000),
  cree_le timestamptz not null
);
create index on prive.messages (cree_le);
alter table prive.messages enable row level security;

-- Reçoit un message, le transmet à l'équipe et en accuse réception. Statuts : recu, limite.
create function public.message_deposer(
  p_message jsonb, p_limites jsonb, p_equipe text, p_maintenant timestamptz
) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  existante text;
  attente integer;
  neuf prive.messages;
  donnees jsonb;
begin
  select m.reference into existante from prive.messages m where m.cle = (p_message ->> 'cle')::uuid;
  if found then return jsonb_build_object('statut', 'recu', 'reference', existante); end if;
  attente := prive.compter(p_limites, p_maintenant);
  if attente > 0 then return jsonb_build_object('statut', 'limite', 'secondes', attente); end if;
  perform prive.au_nom_de(p_message ->> 'courriel', false, p_limites);
  insert into prive.messages
    (id, reference, cle, role, sujet, parcours_id, nom, courriel, details, message, cree_le)
  values ((p_message ->> 'id')::uuid, p_message ->> 'reference', (p_message ->> 'cle')::uuid,
    p_message ->> 'role', p_message ->> 'sujet', p_message ->> 'parcoursId', p_message ->> 'nom',
    p_message ->> 'courriel', coalesce(p_message -> 'details', '{}'), p_message ->> 'message',
    p_maintenant)
  on conflict (cle) do nothing returning * into neuf;
  if not found then
    select m.reference into existante from prive.messages m where m.cle = (p_message ->> 'cle')::uuid;
    return jsonb_build_object('statut', 'recu', 'reference', existante);
  end if;
  donnees := jsonb_build_object('reference', neuf.reference, 'role', neuf.role, 'sujet', neuf.sujet,
    'parcoursId', neuf.parcours_id, 'nom', neuf.nom, 'courriel', neuf.courriel,
    'details', neuf.details, 'message', neuf.message);
  perform prive.poster('message-equipe', p_equipe, donnees, null, p_maintenant);
  perform prive.poster('message-recu', neuf.courriel,
    donnees - 'message' - 'details', null, p_maintenant);
  return jsonb_build_object('statut', 'recu', 'reference', neuf.reference);
end $$;
grant execute on function public.message_deposer(jsonb, jsonb, text, timestamptz) to service_role;
