# The commands of ./pfp, one function each.

command_up() {
  set_up
  build_platform
  release_setup
  say 'Starting.'
  # This shell becomes AppHost, which so gets Ctrl+C itself.
  exec dotnet AppHost/bin/Release/net10.0/PfP.AppHost.dll "$@"
}

command_test() {
  set_up chromium-headless-shell python3
  build PfP.sln AppHost ServiceDefaults services gateway frontend tests PfP.sln
  release_setup
  # One PostgreSQL and one RabbitMQ for all of them.
  exec dotnet tests/Testing/bin/Release/net10.0/PfP.Testing.dll bash AppHost/Setup/run-tests.bash "$@"
}

command_import() {
  [ $# -eq 1 ] || fail 'Usage: ./pfp import FILE'
  local file
  file=$(realpath -e -- "$1") || fail "There is no file $1."
  operate Catalogue import "$file"
}

command_reindex() { operate Search reindex; }

# operate SERVICE ARGUMENT...: an operator's command of a service, against the running platform.
operate() {
  local service=$1 environment=$PFP_DATA/run/environment line
  shift
  [ -r "$environment" ] || fail "Nothing is running with the data in $PFP_DATA. Start it first with './pfp up'."
  while IFS= read -r line; do
    export "${line?}"
  done < "$environment"
  local program=$PWD/services/$service/bin/Release/net10.0/PfP.$service.dll
  export OTEL_SERVICE_NAME=${service,,} OTEL_RESOURCE_ATTRIBUTES=service.instance.id=$1
  cd "services/$service"
  exec dotnet "$program" "$@"
}

command_reset() {
  [ -d "$PFP_DATA" ] || { echo "There is no data: $PFP_DATA does not exist."; return; }
  if [ -e "$PFP_DATA/run/lock" ] && ! flock --nonblock "$PFP_DATA/run/lock" true; then
    fail "The platform is running with the data in $PFP_DATA. Stop it first."
  fi
  if [ "${1:-}" != --yes ]; then
    [ -t 0 ] || fail "This deletes all data in $PFP_DATA. To do it without being asked: ./pfp reset --yes"
    local answer
    read -r -p "Delete all data in $PFP_DATA? [y/N] " answer
    [ "$answer" = y ] || fail 'Nothing was deleted.'
  fi
  # Only what is ours: PFP_DATA may have been pointed at a folder with other things in it.
  (cd "$PFP_DATA" && rm -rf postgres messaging search-index inbox run ./*.lock secrets.json)
  rmdir "$PFP_DATA" 2> /dev/null || echo "Left in $PFP_DATA, as it is not ours: $(ls -A "$PFP_DATA" | tr '\n' ' ')"
  echo 'The data is gone.'
}

# run_suite NAME ARGUMENT...: a program under tests/ that brings its own servers.
run_suite() {
  local name=$1
  shift
  set_up python3
  build_platform
  build "tests/$name" "tests/$name" tests/Testing
  release_setup
  exec dotnet "tests/$name/bin/Release/net10.0/PfP.$name.dll" "$@"
}

command_bench() {
  unset DOTNET_TieredPGO DOTNET_TC_CallCountingDelayMs
  run_suite Benchmarks "$@"
}

command_chaos() { run_suite Chaos "$@"; }

command_mutations() {
  set_up chromium-headless-shell python3
  release_setup
  exec tests/Mutations/run "$@"
}
