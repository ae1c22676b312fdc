-- Tout ce que le site enregistre vit dans « prive », un schéma que l'API n'expose pas.
-- Seules des fonctions du schéma public y donnent accès, une étape entière à la fois.
create schema prive;
revoke all on schema prive from public;

-- Une fonction neuve n'est appelable par personne tant qu'une migration ne l'a pas dit.
-- Le droit donné d'office à « public » ne se retire que pour toute la base : « in schema » n'y ferait rien.
alter default privileges revoke execute on functions from public;
alter default privileges in schema public revoke execute on functions from anon, authenticated, service_role;
alter default privileges in schema public revoke all on tables from anon, authenticated, service_role;
alter default privileges in schema public revoke all on sequences from anon, authenticated, service_role;
