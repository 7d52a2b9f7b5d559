#!/bin/bash
# Runs once, when the data directory is empty: one database with two roles for each service, and one
# for Keycloak. The application role owns nothing and is bound by row-level security.
set -euo pipefail

run() {
  psql --no-psqlrc --set ON_ERROR_STOP=1 --quiet --username "${POSTGRES_USER:-postgres}" "$@"
}

# Passwords travel in the environment of psql, never on a command line that others can list.
role() {
  ROLE_NAME=$1 ROLE_PASSWORD=$2 run --dbname postgres <<'SQL'
\getenv role ROLE_NAME
\getenv password ROLE_PASSWORD
create role :"role" login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password :'password';
SQL
}

database() {
  run --dbname postgres --set database="$1" --set owner="$2" <<'SQL'
create database :"database" owner :"owner" template template0 encoding 'UTF8';
revoke all on database :"database" from public;
SQL
}

service() {
  local name=todoke_$1
  role "${name}_owner" "$2"
  role "${name}_app" "$3"
  database "$name" "${name}_owner"
  run --dbname "$name" --set database="$name" --set app="${name}_app" <<'SQL'
grant connect on database :"database" to :"app";
revoke all on schema public from public;
grant usage on schema public to :"app";
SQL
}

service registry "${TODOKE_REGISTRY_OWNER_PASSWORD:?}" "${TODOKE_REGISTRY_APP_PASSWORD:?}"
service notice "${TODOKE_NOTICE_OWNER_PASSWORD:?}" "${TODOKE_NOTICE_APP_PASSWORD:?}"
service checklist "${TODOKE_CHECKLIST_OWNER_PASSWORD:?}" "${TODOKE_CHECKLIST_APP_PASSWORD:?}"

role todoke_keycloak "${TODOKE_KEYCLOAK_DB_PASSWORD:?}"
database todoke_keycloak todoke_keycloak
