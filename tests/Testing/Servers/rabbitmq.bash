#!/bin/bash
# rabbitmq FOLDER PORT DISTRIBUTION_PORT: a RabbitMQ on localhost (guest/guest) with its management API on PORT + 10000, where virtual
# hosts are made. It ends when standard input ends; its folder goes only with KEEP unset, so that a test may start it again.
set -euo pipefail
folder=$1 port=$2 distribution=$3
binary=$(printf '%s\n' /usr/lib/rabbitmq/lib/rabbitmq_server-*/sbin/rabbitmq-server | sort -V | tail -1)
node=test$port@localhost

server=
stop() {
  [ -z "$server" ] || kill -KILL "$server" 2>/dev/null || true
  { wait; } 2>/dev/null || true
  [ -n "${KEEP:-}" ] || rm -rf "$folder"
}
trap stop EXIT
trap 'exit 1' INT TERM HUP

cd "$folder"
echo '[rabbitmq_management].' > enabled_plugins
cat > rabbitmq.conf <<CONF
listeners.tcp.1 = 127.0.0.1:$port
management.tcp.ip = 127.0.0.1
management.tcp.port = $((port + 10000))
log.console.level = warning
CONF
export HOME=$folder LANG=C.UTF-8 RABBITMQ_NODENAME=$node RABBITMQ_DIST_PORT=$distribution RABBITMQ_LOGS=-
export RABBITMQ_MNESIA_BASE=$folder/mnesia RABBITMQ_SCHEMA_DIR=$folder/schema RABBITMQ_GENERATED_CONFIG_DIR=$folder/config
export RABBITMQ_CONFIG_FILE=$folder/rabbitmq.conf RABBITMQ_CONFIG_FILES=$folder/conf.d RABBITMQ_ADVANCED_CONFIG_FILE=$folder/advanced.config
export RABBITMQ_ENABLED_PLUGINS_FILE=$folder/enabled_plugins RABBITMQ_CONF_ENV_FILE=$folder/rabbitmq-env.conf
# "Allow input" lets the script become the server. A name and port given here make the epmd daemon unnecessary.
export RABBITMQ_ALLOW_INPUT=1
export RABBITMQ_SERVER_START_ARGS="-noinput -sname $node -start_epmd false -erl_epmd_port $distribution -kernel inet_dist_use_interface {127,0,0,1}"
"$binary" < /dev/null >> "$folder/log" 2>&1 &
server=$!
cat > /dev/null
