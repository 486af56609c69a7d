#!/bin/bash
# postgres FOLDER PORT: a PostgreSQL server on localhost only. POSTGRES_PASSWORD is its administrator's password.
set -euo pipefail
folder=$1 port=$2
data=$folder/data

newest() { printf '%s\n' /usr/lib/postgresql/*/bin/postgres | sort -V | tail -1; }

if [ -f "$data/PG_VERSION" ]; then
  server=/usr/lib/postgresql/$(<"$data/PG_VERSION")/bin/postgres
else
  server=$(newest)
fi
if [ ! -x "$server" ]; then
  echo "PostgreSQL ($server) is not installed. On Debian and Ubuntu: apt-get install postgresql." >&2
  exit 1
fi
version=${server#/usr/lib/postgresql/} version=${version%%/*}
if [ "$version" -lt 15 ]; then
  echo "PostgreSQL 15 or later is needed; the newest one installed is $version." >&2
  exit 1
fi

if [ ! -f "$data/PG_VERSION" ]; then
  # Made aside and then renamed: a kill in between leaves nothing that looks like a database.
  rm -rf "$data.new"
  umask 077
  printf '%s\n' "$POSTGRES_PASSWORD" > "$folder/password"
  "${server%/*}/initdb" --pgdata="$data.new" --username=postgres --auth=scram-sha-256 --pwfile="$folder/password" --encoding=UTF8 --locale=C.UTF-8
  rm "$folder/password"
  mv "$data.new" "$data"
fi

unset POSTGRES_PASSWORD
# No Unix socket: its path would be too long for some folders, and localhost serves everybody.
exec "$server" -D "$data" -p "$port" -c listen_addresses=localhost -c unix_socket_directories= -c max_connections=300
