#!/usr/bin/env bash
# Sets up this machine and runs every test. The last line gives their number.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/local/machine.sh"

usage() {
  cat <<'EOF'
./test.sh              set up and run every test (about half an hour; set-up takes three minutes more, once)
./test.sh --quick      only tests that need no services, no browser and no minutes (two minutes after the build)
./test.sh PROJECT...   only these, such as AiLabels.Tests; also with --quick
./test.sh --help       this page

A test says what it needs, on its class or method:
  [Trait("Needs", "services")]   Azurite, the app or its host as processes
  [Trait("Needs", "browser")]    Chromium
  [Trait("Needs", "minutes")]    takes more than about ten seconds, as decoding and encoding many videos does
--quick runs a test without any of them, and lets no test start Azurite.

Projects run one after the other: tests that measure time must not share the processors.
The last line is "N passed, N failed", with ", N skipped" when tests were skipped; each skipped test is named with its reason.
EOF
}

quick=
projects=()
for argument; do
  case $argument in
    -h | --help) usage; exit ;;
    --quick) quick=1 ;;
    -*) usage >&2; fail "unknown option $argument" ;;
    *) [ -d "$root/tests/$argument" ] || fail "tests/$argument: no such test project"
       projects+=("$argument") ;;
  esac
done
if [ ${#projects[@]} = 0 ]; then
  for path in "$root"/tests/*.Tests; do projects+=("$(basename "$path")"); done
fi

need_dotnet
need_media_tools
need_programs exiftool=libimage-exiftool-perl shellcheck=shellcheck
if [ -z "$quick" ]; then
  need_test_modules
  need_browser
  need_infra_tools
fi
need_packages
outputs=()
for project in "${projects[@]}"; do outputs+=("tests/$project/bin/Release/net10.0/$project.dll"); done
build build Serverless.sln Release Serverless.sln functions infra labels local tests

options=()
covers=
if [ -n "$quick" ]; then
  options=(--filter 'Needs!=services&Needs!=browser&Needs!=minutes')
  # A test that starts Azurite without its trait fails at once.
  export AZURITE_PATH=/dev/null
  # Comes with Microsoft.NET.Test.Sdk.
  collectors=("$(dotnet nuget locals global-packages --list | sed 's/^[^:]*: //')"microsoft.codecoverage/*/build/netstandard2.0)
  if [ -d "${collectors[-1]}" ]; then
    options+=(--test-adapter-path "${collectors[-1]}" --collect 'Code Coverage;Format=cobertura')
    covers=1
  fi
fi

results=$state/test-results
rm -rf "$results"
ended=0
count=0
for project in "${projects[@]}"; do
  count=$((count + 1))
  step "Testing $project ($count of ${#projects[@]})"
  log=$state/logs/test-$project.log
  attended "Testing $project" "$log" \
    dotnet test "$root/tests/$project/bin/Release/net10.0/$project.dll" --nologo --results-directory "$results" \
    --logger "trx;LogFileName=$project.trx" --logger "console;verbosity=minimal" ${options[@]+"${options[@]}"} || ended=1
  grep -v '^$' "$log" || true
done

# coverage: prints the share of the product's lines that the tests ran, by folder. A line counts once, however many projects run it.
coverage() {
  find "$results" -path '*/In/*' -prune -o -name '*.cobertura.xml' -exec cat {} + | awk -v root="$root/" '
    / filename="/ { match($0, / filename="[^"]*"/); file = substr($0, RSTART + 11, RLENGTH - 12); sub(root, "", file) }
    /<line / && file ~ /^(functions|labels|local)\// && file !~ /\/obj\// {
      match($0, /number="[0-9]+"/); line = file ":" substr($0, RSTART + 8, RLENGTH - 9)
      if (!(line in ran)) ran[line] = 0
      if ($0 !~ / hits="0"/) ran[line] = 1
    }
    END {
      for (line in ran) {
        split(line, parts, "/"); folder = parts[1] "/" parts[2]
        all[folder]++; covered[folder] += ran[line]
      }
      for (folder in all) if (all[folder] > 50)
        printf "  %-28s %3d %% of %d lines\n", folder, 100 * covered[folder] / all[folder], all[folder]
    }' | sort
}

# counter NAME: prints the sum of one attribute of <Counters …/> over all result files.
counter() {
  cat "$results"/*.trx 2>/dev/null | grep -o '<Counters [^>]*' | { grep -oE " $1=\"[0-9]+\"" || true; } |
    tr -dc '0-9\n' | awk '{ sum += $1 } END { print sum + 0 }'
}

# reasons: prints each skipped test with its reason.
reasons() {
  cat "$results"/*.trx | awk '
    /<UnitTestResult .* outcome="NotExecuted"/ { match($0, / testName="[^"]*"/); name = substr($0, RSTART + 11, RLENGTH - 12) }
    name && /<Message>/ { gsub(/.*<Message>|<\/Message>.*/, ""); print "  " name ": " $0; name = "" }'
}

if [ -n "$covers" ]; then say "Covered by the quick tests:"; coverage; fi

passed=$(counter passed)
failed=$(counter failed)
skipped=$(($(counter total) - $(counter executed)))
if [ "$ended" != 0 ] && [ "$failed" = 0 ]; then
  say "A test run ended badly without a failed test: see above."
  failed=1
fi
if [ "$skipped" = 0 ]; then
  say "$passed passed, $failed failed"
else
  say "Skipped:"
  reasons
  say "$passed passed, $failed failed, $skipped skipped"
fi
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
