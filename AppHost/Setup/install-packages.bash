#!/bin/bash
# install-packages PACKAGE...: as root, from Debian's or Ubuntu's archive. The servers among them are used with data
# folders and ports of our own, so the system's services of the same name neither start now nor at the next boot.
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive
policy=/usr/sbin/policy-rc.d

services_before=$(ls /lib/systemd/system 2>/dev/null || true)
if [ ! -e "$policy" ]; then
  printf '#!/bin/sh\nexit 101\n' > "$policy"
  chmod 755 "$policy"
  trap 'rm -f "$policy"' EXIT
fi

apt-get update -q
apt-get install -q -y --no-install-recommends "$@"

if command -v systemctl > /dev/null; then
  for service in postgresql.service rabbitmq-server.service; do
    if [ -e "/lib/systemd/system/$service" ] && ! grep -qx "$service" <<< "$services_before"; then
      systemctl disable "$service" || true
    fi
  done
fi
