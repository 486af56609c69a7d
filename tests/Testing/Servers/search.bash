#!/bin/bash
# search FOLDER START NAME PORT: a throw-away Elasticsearch or OpenSearch on localhost, started by START. It ends, and its folder goes, when
# standard input ends: that is, with whoever started it, even by kill -9.
set -euo pipefail
folder=$1

server=
stop() {
  [ -z "$server" ] || kill -KILL "$server" 2>/dev/null || true
  { wait; } 2>/dev/null || true
  [ -n "${KEEP:-}" ] || rm -rf "$folder"
}
trap stop EXIT
trap 'exit 1' INT TERM HUP

SEARCH_HEAP=${SEARCH_HEAP:-384m} "$2" "$3" "$4" "$folder/data" < /dev/null > "$folder/log" 2>&1 &
server=$!
cat > /dev/null
