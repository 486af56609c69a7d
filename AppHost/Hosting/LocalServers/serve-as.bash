#!/bin/bash
# serve-as USER FOLDER COMMAND...: runs a server in a folder of its own, as a user of its own when we are root.
#
# The server and all its children inherit a lock on the folder. So after a crash nobody starts a second server on the
# same data before the last child of the first has gone.
set -euo pipefail
user=$1 folder=$2
shift 2

patience=8
lock=$folder.lock
exec 9>>"$lock"
if ! flock --nonblock 9; then
  echo "Waiting for what is left of the last run to leave $folder."
  if ! flock --timeout $patience 9; then
    for process in /proc/[0-9]*; do
      if [ "$(readlink "$process/fd/9" 2>/dev/null)" = "$(readlink -f "$lock")" ] && [ "${process#/proc/}" != $$ ]; then
        echo "Killing process ${process#/proc/}, which does not leave."
        kill -KILL "${process#/proc/}" || true
      fi
    done
    flock --timeout $patience 9 || { echo "$folder is still in use." >&2; exit 1; }
  fi
fi

mkdir -p "$folder"
chmod 700 "$folder"
if [ "$(id -u)" != 0 ]; then
  cd "$folder"
  exec "$@"
fi

id -u "$user" >/dev/null || { echo "There is no user '$user' on this machine; Debian's package makes it." >&2; exit 1; }
chown "$user" "$folder"
if ! setpriv --reuid "$user" --regid "$user" --init-groups test -x "$folder"; then
  echo "User '$user' cannot reach $folder, because a folder above it is closed to others. Choose another place with PFP_DATA." >&2
  exit 1
fi
cd "$folder"
exec setpriv --reuid "$user" --regid "$user" --init-groups "$@"
