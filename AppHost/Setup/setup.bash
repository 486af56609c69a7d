# What has to be there before anything can run: tools, packages, the dashboard, the build. Each step that has nothing to
# do costs next to nothing, because a warm start goes through all of them.

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 ASPIRE_CLI_TELEMETRY_OPTOUT=1
# Processes that have just started gain nothing from being profiled for better code later.
export DOTNET_TieredPGO=0
# A method is compiled again, for good, when nothing new was compiled for three seconds (hexadecimal milliseconds) instead of a tenth: at a
# start that is half of all work, done while others wait for the processor.
export DOTNET_TC_CallCountingDelayMs=BB8
# To map each method's memory twice, once to write it and once to run it, takes a fifth of a process' start. It makes an attack harder
# that has got to write into memory already, so that it stays where the platform is public.
[ "${DOTNET_ENVIRONMENT:-Development}" != Development ] || export DOTNET_EnableWriteXorExecute=0
logs=artifacts/logs
bundle=node_modules/@microsoft/aspire-cli-linux-x64

say() {
  local now=${EPOCHREALTIME/./} started=${PFP_STARTED/./}
  local tenths=$(((now - started) / 100000))
  printf '[%4d.%d s] %s\n' $((tenths / 10)) $((tenths % 10)) "$*"
}

fail() {
  printf 'Error: %s\n' "$1" >&2
  exit 1
}

# logged NAME COMMAND...: the output is shown only if the command fails.
logged() {
  local log=$logs/$1.log
  shift
  mkdir -p "$logs"
  if ! "$@" > "$log" 2>&1; then
    tail -n 40 "$log" >&2
    fail "'$*' failed; all of its output is in $log."
  fi
}

require_sdk_and_node() {
  local sdks
  sdks=$(dotnet --list-sdks 2>/dev/null || true)
  grep -q '^10\.' <<< "$sdks" || fail "The .NET 10 SDK is missing. Install it from https://dotnet.microsoft.com/download/dotnet/10.0 and see that 'dotnet' is on the PATH."
  local node
  node=$(node --version 2>/dev/null || echo v0)
  node=${node#v}
  [ "${node%%.*}" -ge 20 ] && command -v npm > /dev/null || fail "Node.js 20 or later with npm is missing. Install it from https://nodejs.org or your distribution."
}

has_postgres() { compgen -G '/usr/lib/postgresql/*/bin/postgres' > /dev/null; }
has_rabbitmq() { compgen -G '/usr/lib/rabbitmq/lib/rabbitmq_server-*/sbin/rabbitmq-server' > /dev/null; }

# install_packages [PACKAGE...]: the servers, unless others are given, and whatever else is asked for.
install_packages() {
  local missing=()
  [ -n "${ConnectionStrings__postgres:-}" ] || has_postgres || missing+=(postgresql)
  [ -n "${ConnectionStrings__messaging:-}" ] || has_rabbitmq || missing+=(rabbitmq-server)
  local package
  for package in "$@"; do
    command -v "$package" > /dev/null || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0

  command -v apt-get > /dev/null || fail "Not installed: ${missing[*]}. Only Debian's and Ubuntu's packages can be installed from here; install these yourself."
  local as_root=()
  if [ "$(id -u)" != 0 ]; then
    command -v sudo > /dev/null || fail "Not installed: ${missing[*]}. Run as root: apt-get install --no-install-recommends ${missing[*]}"
    say "Installing ${missing[*]} with sudo, which may ask for your password."
    as_root=(sudo)
  else
    say "Installing ${missing[*]}."
  fi
  logged apt "${as_root[@]}" bash AppHost/Setup/install-packages.bash "${missing[@]}"
}

words=(dict-freedict-{fra,spa,ara}-eng dict-freedict-eng-{fra,spa,ara})

# install_words: dictionaries for queries in other languages. Search works without them, so this asks nobody and fails nothing.
install_words() {
  local tried=artifacts/words-tried as_root=()
  [ ! -e /usr/share/dictd/freedict-eng-ara.dict.dz ] && [ ! -e "$tried" ] && command -v apt-get > /dev/null || return 0
  if [ "$(id -u)" != 0 ]; then
    sudo -n true 2> /dev/null || return 0
    as_root=(sudo)
  fi
  say 'Installing dictionaries.'
  mkdir -p "$logs"
  touch "$tried"
  "${as_root[@]}" bash AppHost/Setup/install-packages.bash "${words[@]}" > "$logs/words.log" 2>&1 ||
    say "Search will do without dictionaries; why is in $logs/words.log."
}

install_node_packages() {
  local stamp=node_modules/.installed-lock.json
  if ! cmp -s package-lock.json "$stamp"; then
    say 'Installing Node packages.'
    logged npm npm ci --no-audit --no-fund
    cp package-lock.json "$stamp"
  fi
  if [ ! -x "$bundle/bundle/dcp/dcp" ]; then
    say 'Unpacking the dashboard.'
    logged aspire "$bundle/bin/aspire" setup --nologo --non-interactive
  fi
}

# compile_with COMPILER ARGUMENT...: dotnet build with one compiler of that name for all projects, which takes half the time. It stays behind
# for ten minutes unless it is ended. So does the one that the SDK starts for texts in other languages, whatever we say; it must not keep
# the lock of set_up.
compile_with() {
  local compiler=$1
  shift
  dotnet build "$@" --configuration Release --verbosity quiet -nodeReuse:false -p:UseSharedCompilation=true -p:SharedCompilationId="$compiler" 8>&-
}

end_compiler() {
  local process
  for process in $(grep -l -s "pipenam[e]:$1" /proc/[0-9]*/cmdline); do
    kill "${process//[^0-9]/}" 2> /dev/null || true
  done
}

# compile PROJECT: with a compiler that is ours alone.
compile() {
  local code=0
  compile_with pfp-$$ "$1" || code=$?
  end_compiler pfp-$$
  return "$code"
}

# build PROJECT SOURCES...: builds unless no source, and no folder of sources, is newer than the last good build.
build() {
  local project=$1
  shift
  local stamp=artifacts/built-${project//\//-}
  local changed
  changed=$(find "$@" global.json Directory.*.props .editorconfig package-lock.json \
    \( -name bin -o -name obj -o -name TestResults \) -prune -o -newer "$stamp" -print -quit 2>&1 || true)
  if [ -n "$changed" ]; then
    say "Building $project."
    mkdir -p artifacts
    touch "$stamp.new"
    logged build compile "$project"
    mv "$stamp.new" "$stamp"
  fi
}

# set_up [PACKAGE...]: one at a time in this folder, as others may be starting from it too.
set_up() {
  require_sdk_and_node
  install_packages "$@"
  mkdir -p artifacts
  exec 8> artifacts/setup.lock
  if ! flock --nonblock 8; then
    say 'Waiting for another ./pfp that sets up this folder.'
    flock 8
  fi
  install_words
  install_node_packages
}

build_platform() { build AppHost AppHost ServiceDefaults services gateway frontend; }

release_setup() { exec 8>&-; }
