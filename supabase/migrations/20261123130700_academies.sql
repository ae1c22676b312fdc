-- L'académie d'un département : les tableaux et les chiffres se lisent par académie, un parcours ne dit que sa commune.
-- Même liste que src/lieux/referentiel/academies.ts ; un test les compare.
create table prive.departements (
  code text primary key check (code ~ '^([0-9]{2,3}|2[AB])$'),
  academie text not null check (academie ~ '^[a-z]+(-[a-z]+)*$')
);
alter table prive.departements enable row level security;

insert into prive.departements (academie, code)
select t.academie, unnest(t.codes) from (values
  ('aix-marseille', array['04', '05', '13', '84']),
  ('amiens', array['02', '60', '80']),
  ('besancon', array['25', '39', '70', '90']),
  ('bordeaux', array['24', '33', '40', '47', '64']),
  ('clermont-ferrand', array['03', '15', '43', '63']),
  ('corse', array['2A', '2B']),
  ('creteil', array['77', '93', '94']),
  ('dijon', array['21', '58', '71', '89']),
  ('grenoble', array['07', '26', '38', '73', '74']),
  ('guadeloupe', array['971', '977', '978']),
  ('guyane', array['973']),
  ('la-reunion', array['974']),
  ('lille', array['59', '62']),
  ('limoges', array['19', '23', '87']),
  ('lyon', array['01', '42', '69']),
  ('martinique', array['972']),
  ('mayotte', array['976']),
  ('montpellier', array['11', '30', '34', '48', '66']),
  ('nancy-metz', array['54', '55', '57', '88']),
  ('nantes', array['44', '49', '53', '72', '85']),
  ('nice', array['06', '83']),
  ('normandie', array['14', '27', '50', '61', '76', '975']),
  ('nouvelle-caledonie', array['988']),
  ('orleans-tours', array['18', '28', '36', '37', '41', '45']),
  ('paris', array['75']),
  ('poitiers', array['16', '17', '79', '86']),
  ('polynesie-francaise', array['987']),
  ('reims', array['08', '10', '51', '52']),
  ('rennes', array['22', '29', '35', '56']),
  ('strasbourg', array['67', '68']),
  ('toulouse', array['09', '12', '31', '32', '46', '65', '81', '82']),
  ('versailles', array['78', '91', '92', '95']),
  ('wallis-et-futuna', array['986'])
) as t(academie, codes);

create function prive.academie_de(p_commune text) returns text
language sql stable set search_path = '' as $$
  select d.academie from prive.departements d
  where d.code = case when p_commune ~ '^9[78]' then left(p_commune, 3) else left(p_commune, 2) end
$$;
