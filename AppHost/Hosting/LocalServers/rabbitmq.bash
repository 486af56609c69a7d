#!/bin/bash
# rabbitmq FOLDER NODE: a RabbitMQ server on localhost only, with nothing taken from the machine's own configuration.
# The ports and the user of the first start come as RabbitMQ's own environment variables.
set -euo pipefail
folder=$1 node=$2

server=$(printf '%s\n' /usr/lib/rabbitmq/lib/rabbitmq_server-*/sbin/rabbitmq-server | sort -V | tail -1)
if [ ! -x "$server" ]; then
  echo "RabbitMQ ($server) is not installed. On Debian and Ubuntu: apt-get install rabbitmq-server." >&2
  exit 1
fi

# A first boot that was cut off leaves tables half made, and later ones wait for those in vain. Whoever publishes makes the quorum queues
# of its readers first: a server without one holds nothing yet, and begins anew.
if ! compgen -G "$folder/mnesia/$node/quorum/$node/*/" > /dev/null; then
  rm -rf "$folder/mnesia"
fi

umask 077
echo '[].' > "$folder/enabled_plugins"
printf 'default_user = %s\ndefault_pass = %s\n' "$RABBITMQ_DEFAULT_USER" "$RABBITMQ_DEFAULT_PASS" > "$folder/rabbitmq.conf"
unset RABBITMQ_DEFAULT_USER RABBITMQ_DEFAULT_PASS

export HOME=$folder LANG=C.UTF-8
export RABBITMQ_NODENAME=$node RABBITMQ_NODE_IP_ADDRESS=127.0.0.1 RABBITMQ_LOGS=-
export RABBITMQ_MNESIA_BASE=$folder/mnesia RABBITMQ_SCHEMA_DIR=$folder/schema RABBITMQ_GENERATED_CONFIG_DIR=$folder/config
export RABBITMQ_CONFIG_FILE=$folder/rabbitmq.conf RABBITMQ_CONFIG_FILES=$folder/conf.d RABBITMQ_ADVANCED_CONFIG_FILE=$folder/advanced.config
export RABBITMQ_ENABLED_PLUGINS_FILE=$folder/enabled_plugins RABBITMQ_CONF_ENV_FILE=$folder/rabbitmq-env.conf
# "Allow input" makes the script become the server instead of staying in front of it; there is no input all the same.
export RABBITMQ_ALLOW_INPUT=1
# The node gets its name here, with a fixed port: then it needs no epmd, a daemon that would outlive everything. RabbitMQ
# still tries to start one each minute, through a second Erlang, which the flags for all of them hinder.
export RABBITMQ_SERVER_START_ARGS="-noinput -sname $node -erl_epmd_port $RABBITMQ_DIST_PORT -kernel inet_dist_use_interface {127,0,0,1}"
export ERL_FLAGS='-start_epmd false' ERL_CRASH_DUMP_SECONDS=0
exec "$server"
