#!/bin/bash
# run-tests: all test projects of the solution, already built. The last line is "N passed, N failed".
set -uo pipefail
. AppHost/Setup/setup.bash

# These start whole systems or stop their servers, and are alone on the machine meanwhile; the others go two at a time.
alone='AppHost.Tests EndToEnd ServiceDefaults.Tests'

export results=artifacts/tests
rm -rf "$results"
mkdir -p "$results"

# count FILE NAME: an attribute of the counters in a .trx file.
count() { grep -o "<Counters [^>]*" "$1" | grep -o " $2=\"[0-9]*\"" | tr -dc 0-9; }

# test_project PROJECT: runs it and leaves its "passed failed" in a .count file.
test_project() {
  local project=$1 name code passed=0 failed=0
  name=$(basename "$project" .csproj)
  say "Testing $name."
  dotnet test "$project" --configuration Release --no-build --results-directory "$results" --logger "trx;LogFileName=$name.trx" > "$results/$name.log" 2>&1
  code=$?
  if [ -s "$results/$name.trx" ]; then
    passed=$(count "$results/$name.trx" passed) failed=$(count "$results/$name.trx" failed)
  fi
  # A crash, or nothing run at all, is a failure too.
  if [ "$code" != 0 ] && [ "$failed" = 0 ]; then
    failed=1
  fi
  if [ "$failed" != 0 ]; then
    grep -v -E '^\s*$|^(VSTest|Test run for|A total of|Starting test|Results File)' "$results/$name.log" | tail -n 200
  fi
  echo "$passed $failed" > "$results/$name.count"
  say "$name: $passed passed, $failed failed."
}
export -f count test_project

# projects: those of the solution whose tests belong to every run.
projects() { grep -o '"tests[^"]*\.csproj"' PfP.sln | tr -d '"' | tr '\\' '/' | grep -E '/(Architecture|EndToEnd|[A-Za-z]*\.Tests)\.csproj$' | sort; }

# in_turns AT_ONCE: tests the projects whose paths it reads.
in_turns() { xargs -P "$1" -I '{}' bash -c '. AppHost/Setup/setup.bash; test_project {}'; }

is_alone="/(${alone// /|})\.csproj$"
projects | grep -E "$is_alone" | in_turns 1
projects | grep -v -E "$is_alone" | in_turns 2

passed=0 failed=0
for project in $(projects); do
  read -r project_passed project_failed < "$results/$(basename "$project" .csproj).count" || project_passed=0 project_failed=1
  passed=$((passed + project_passed)) failed=$((failed + project_failed))
done
say "Logs and results are in $results."
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
