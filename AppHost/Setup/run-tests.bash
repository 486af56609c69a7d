#!/bin/bash
# run-tests: all test projects of the solution, already built, most of them two at a time: while one waits, the other has the processor. What
# failed is told again at the end, and kept in artifacts/tests/failures, browser pages that it left open in artifacts/tests/open-pages;
# what was skipped, and why, in artifacts/tests/skipped. The last line is "N passed, N failed".
set -uo pipefail
. AppHost/Setup/setup.bash

# Servers of Java that live for minutes: nothing is gained by compiling them thoroughly.
export JAVA_TOOL_OPTIONS=-XX:TieredStopAtLevel=1
export results=artifacts/tests
rm -rf "$results"
mkdir -p "$results"

# Those that keep both processors busy by themselves, with a browser beside all services.
alone=(tests/EndToEnd tests/Portal.Tests)

projects() { grep -o '"tests[^"]*\.csproj"' PfP.sln | tr -d '"' | tr '\\' '/' | xargs dirname | grep -E '\.Tests$|/Architecture$|/EndToEnd$'; }

# The longest of the others come first, so that the last ones end together.
longest=(tests/ServiceDefaults.Tests tests/Search.Tests)

pairs() {
  printf '%s\n' "${longest[@]}"
  projects | grep -v -x -F "$(printf '%s\n' "${alone[@]}" "${longest[@]}")"
}

# count NAME WHICH: a number of the last line of a project's log, which is missing after a crash.
count() { grep -a -o "Total: .*" "$results/$1.log" | tail -n 1 | grep -o "$2: [0-9]*" | tr -dc 0-9; }

# after MARK LOG: each test that ended like that, with the first lines of its message, and its own lines of the stack.
after() { awk -v mark="[$1]" '/^    [^ ]/ || /^  [^ ]/ { on = index($0, mark); line = 0 } on && (line++ < 8 || /tests\/.*\.cs\([0-9]+,/)' "$2"; }

test_project() {
  local name=${1#tests/} code=0 total failed skipped passed
  say "Testing $name."
  dotnet "$1/bin/Release/net10.0/PfP.$name.dll" -noColor -noLogo -trx "$results/$name.trx" > "$results/$name.log" 2>&1 || code=$?
  total=$(count "$name" Total) failed=$(count "$name" Failed) skipped=$(count "$name" Skipped)
  passed=$((${total:-0} - ${failed:-0} - ${skipped:-0}))
  # A crash, an error while cleaning up, or nothing run at all, is a failure too.
  if [ "${total:-0}" = 0 ] || { [ "$code" != 0 ] && [ "$failed" = 0 ]; }; then
    failed=1
  fi
  if [ "$failed" != 0 ]; then
    grep -a -v '^ *$' "$results/$name.log" | tail -n 200
    { after FAIL "$results/$name.log" | grep . || tail -n 10 "$results/$name.log"; } > "$results/$name.failures"
  fi
  after SKIP "$results/$name.log" | grep '^      ' | sort | uniq -c | sed "s/^ *\([0-9]*\) */$name: \1 skipped: /" > "$results/$name.skipped"
  echo "$passed $failed" > "$results/$name.counted"
  say "$name: $passed passed, $failed failed."
}

# Until it has come to an end, a project has failed.
for project in $(projects); do
  echo '0 1' > "$results/${project#tests/}.counted"
done

export -f test_project count after say
printf '%s\n' "${alone[@]}" | xargs -I {} bash -c 'test_project {}'
pairs | xargs -P 2 -I {} bash -c 'test_project {}'

say "Logs and results are in $results."
cat "$results"/*.skipped | tee "$results/skipped"
cat "$results"/*.failures 2> /dev/null | tee "$results/failures"
for page in "$results"/open-pages/*.txt; do
  [ ! -e "$page" ] || head -n 40 "$page"
done
awk '{ passed += $1; failed += $2 } END { print passed " passed, " failed " failed"; exit failed > 0 }' "$results"/*.counted
