#!/usr/bin/env bash
# Sets up this machine and runs every test. The last line gives their number.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/local/machine.sh"

usage() {
  cat <<'EOF'
./test.sh              set up and run every test (about half an hour; set-up takes three minutes more, once)
./test.sh --quick      only tests without services, browser or long runs (two minutes after the build)
./test.sh PROJECT...   only these projects, such as AiLabels.Tests; also with --quick
./test.sh --help       this page

A test says what it needs, on its class or method:
  [Trait("Needs", "services")]   Azurite, the app or its host as processes
  [Trait("Needs", "browser")]    Chromium
  [Trait("Needs", "minutes")]    takes more than about ten seconds, as decoding and encoding many videos does
--quick runs only tests without any of these, and prevents tests from starting Azurite.

Projects run sequentially, because tests that start the app must not share the processors; quick ones run two at a time.
The last line is "N passed, N failed", with ", N skipped" when tests were skipped; the reason of each comes before it.
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
  for path in "$root"/tests/*.Tests; do
    # A project without a quick test is left out: to start it and to collect its coverage takes a quarter of a minute.
    if [ -n "$quick" ]; then
      quick_files=$(grep -rlE '\[(Fact|Theory)' "$path" --include='*.cs' | xargs grep -LF 'Trait("Needs"' || true)
      [ -n "$quick_files" ] || continue
    fi
    projects+=("$(basename "$path")")
  done
fi

need_dotnet
need_media_tools
need_models
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

# run_project PROJECT PLACE: runs its tests and prints what failed and the result; the skipped ones follow at the end, with their reasons.
run_project() {
  local log=$state/logs/test-$1.log status=0
  step "Testing $1 ($2 of ${#projects[@]})"
  attended "Testing $1" "$log" \
    dotnet test "$root/tests/$1/bin/Release/net10.0/$1.dll" --nologo --results-directory "$results" \
    --logger "trx;LogFileName=$1.trx" --logger "console;verbosity=minimal" ${options[@]+"${options[@]}"} || status=1
  grep -vE '^$|^ +Skipped |\[SKIP\]$|^Starting test execution|^A total of|^Results File|^Attachments:|\.cobertura\.xml$' "$log" || true
  return "$status"
}

ended=0
count=0
# Jobs in the background do not hear Ctrl-C.
[ -z "$quick" ] || trap 'trap - TERM; kill 0' INT
for project in "${projects[@]}"; do
  count=$((count + 1))
  if [ -z "$quick" ]; then
    run_project "$project" "$count" || ended=1
  else
    # Quick tests measure no time, so two projects share the processors.
    run_project "$project" "$count" &
    [ "$count" = 1 ] || wait -n || ended=1
  fi
done
if [ -n "$quick" ]; then wait -n || ended=1; fi

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

# reasons: prints each reason once, with the tests that were skipped for it: all when they are few, else the first and their number.
reasons() {
  cat "$results"/*.trx | awk '
    /<UnitTestResult .* outcome="NotExecuted"/ { match($0, / testName="[^("]*/); name = substr($0, RSTART + 11, RLENGTH - 11) }
    name && /<Message>/ {
      gsub(/.*<Message>|<\/Message>.*/, "")
      if (!($0 in tests)) { order[++kinds] = $0 }
      tests[$0]++
      if (!seen[$0, name]++ && ++named[$0] <= 3) names[$0] = names[$0] "\n    " name
      name = ""
    }
    END {
      for (kind = 1; kind <= kinds; kind++) {
        reason = order[kind]
        more = named[reason] > 3 ? "\n    and " (named[reason] - 3) " more methods" : ""
        print "  " tests[reason] (tests[reason] == 1 ? " test: " : " tests: ") reason names[reason] more
      }
    }' | sed "s/&quot;/\"/g; s/&apos;/'/g; s/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g"
}

if [ -n "$covers" ]; then say "Covered by the quick tests:"; coverage; fi

passed=$(counter passed)
failed=$(counter failed)
skipped=$(($(counter total) - $(counter executed)))
if [ "$ended" != 0 ] && [ "$failed" = 0 ]; then
  say "A test run ended with an error but without a failed test: see above."
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
