-- Ce que Supabase a déjà quand une migration arrive : trois rôles, et des droits donnés d'office dans « public ».
-- Sans ces droits d'office, un test ne verrait pas une migration qui oublie de les retirer.
create role anon nologin noinherit;
create role authenticated nologin noinherit;
create role service_role nologin noinherit bypassrls;
grant usage on schema public to anon, authenticated, service_role;
alter default privileges in schema public grant all on tables to anon, authenticated, service_role;
alter default privileges in schema public grant all on functions to anon, authenticated, service_role;
alter default privileges in schema public grant all on sequences to anon, authenticated, service_role;
