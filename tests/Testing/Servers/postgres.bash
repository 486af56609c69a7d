#!/bin/bash
# postgres FOLDER PORT [durable]: a throw-away PostgreSQL on localhost without a password. It ends, and its folder goes, when standard
# input ends: that is, with whoever started it, even by kill -9.
set -euo pipefail
folder=$1 port=$2
# Tests need no disk; what is measured writes through to it, as in production.
settings=(-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum_naptime=10min)
[ "${3:-}" != durable ] || settings=(-c fsync=on -c synchronous_commit=on -c full_page_writes=on)
binaries=$(printf '%s\n' /usr/lib/postgresql/*/bin | sort -V | tail -1)
as=()
if [ "$(id -u)" = 0 ]; then
  as=(setpriv --reuid postgres --regid postgres --init-groups)
  chmod 711 "$folder"
  chown postgres "$folder"
fi

server=
stop() {
  # QUIT ends all of its processes at once; nothing here is worth a checkpoint.
  [ -z "$server" ] || kill -QUIT "$server" 2>/dev/null || true
  { wait; } 2>/dev/null || true
  rm -rf "$folder"
}
trap stop EXIT
trap 'exit 1' INT TERM HUP

cd "$folder"
"${as[@]}" "$binaries/initdb" --pgdata="$folder/data" --username=postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync --no-instructions > "$folder/log"
"${as[@]}" "$binaries/postgres" -D "$folder/data" -p "$port" -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=500 \
  "${settings[@]}" < /dev/null >> "$folder/log" 2>&1 &
server=$!
cat > /dev/null
