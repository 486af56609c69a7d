#!/bin/bash
# run-tests: all test projects of the solution, already built, one after the other. What failed is told again at the end, and kept
# in artifacts/tests/failures, browser pages that it left open in artifacts/tests/open-pages; what was skipped, and why, in
# artifacts/tests/skipped. The last line is "N passed, N failed".
set -uo pipefail
. AppHost/Setup/setup.bash

results=artifacts/tests
rm -rf "$results"
mkdir -p "$results"
passed=0 failed=0

# count FILE NAME: an attribute of the counters in a .trx file.
count() { grep -o "<Counters [^>]*" "$1" | grep -o " $2=\"[0-9]*\"" | tr -dc 0-9; }

# skips FILE: the reasons for which tests in a .trx file were skipped, each with their number.
skips() { grep -A 3 'outcome="NotExecuted"' "$1" | sed -n 's/^ *<Message>\(.*\)<\/Message>$/\1/p' | sort | uniq -c | sed 's/^ *\([0-9]*\)/\1 skipped:/'; }

# failures LOG: each failed test with the first lines of its message, and its own lines of the stack.
failures() { awk '/^  (Failed|Passed|Skipped) / { failed = /^  Failed /; line = 0 } failed && (line++ < 8 || /\/tests\/.*:line [0-9]+$/)' "$1"; }

for project in $(grep -o '"tests[^"]*\.csproj"' PfP.sln | tr -d '"' | tr '\\' '/'); do
  name=$(basename "$project" .csproj)
  [[ $name == *.Tests || $name == Architecture || $name == EndToEnd ]] || continue
  say "Testing $name."
  dotnet test "$project" --configuration Release --no-build --results-directory "$results" --logger "trx;LogFileName=$name.trx" > "$results/$name.log" 2>&1
  code=$?
  if [ -s "$results/$name.trx" ]; then
    project_passed=$(count "$results/$name.trx" passed) project_failed=$(count "$results/$name.trx" failed)
    skips "$results/$name.trx" | sed "s/^/$name: /" | tee -a "$results/skipped"
  else
    project_passed=0 project_failed=0
  fi
  # A crash, or nothing run at all, is a failure too.
  if [ "$code" != 0 ] && [ "$project_failed" = 0 ]; then
    project_failed=1
  fi
  passed=$((passed + project_passed)) failed=$((failed + project_failed))
  if [ "$project_failed" != 0 ]; then
    grep -v -E '^\s*$|^(VSTest|Test run for|A total of|Starting test|Results File)' "$results/$name.log" | tail -n 200
    # Each failed test with the first lines of its message and where it was; of a crash, its last words.
    { failures "$results/$name.log" | grep . || tail -n 10 "$results/$name.log"; } >> "$results/failures"
  fi
  say "$name: $project_passed passed, $project_failed failed."
done

say "Logs and results are in $results."
[ ! -s "$results/failures" ] || cat "$results/failures"
for page in "$results"/open-pages/*.txt; do
  [ ! -e "$page" ] || head -n 40 "$page"
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
