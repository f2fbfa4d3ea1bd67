#!/usr/bin/env bash
# Sets up this machine and runs every test. The last line counts them.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/local/machine.sh"

usage() {
  cat <<'EOF'
./test.sh              set up and run every test (about half an hour; set-up takes three minutes more, once)
./test.sh PROJECT...   only these, such as AiLabels.Tests
./test.sh --help       this page

The last line is "N passed, N failed", with ", N skipped" when tests were skipped; each skipped test is named with its reason.
EOF
}

projects=()
for argument; do
  case $argument in
    -h | --help) usage; exit ;;
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
need_azurite
need_c2pa_node
need_browser
need_infra_tools
build Serverless.sln Debug

results=$state/test-results
rm -rf "$results"
ended=0
for project in "${projects[@]}"; do
  step "Testing $project"
  dotnet test "$root/tests/$project" --no-build --nologo --results-directory "$results" \
    --logger "trx;LogFileName=$project.trx" --logger "console;verbosity=minimal" || ended=1
done

# counter NAME: the sum of one attribute of <Counters …/> over all result files.
counter() {
  cat "$results"/*.trx 2>/dev/null | grep -o '<Counters [^>]*' | { grep -oE " $1=\"[0-9]+\"" || true; } | tr -dc '0-9\n' | awk '{ sum += $1 } END { print sum + 0 }'
}

passed=$(counter passed)
failed=$(counter failed)
skipped=$(($(counter total) - $(counter executed)))
if [ "$ended" != 0 ] && [ "$failed" = 0 ]; then
  say "A test run ended badly without a failed test: see above."
  failed=1
fi
if [ "$skipped" = 0 ]; then say "$passed passed, $failed failed"; else say "$passed passed, $failed failed, $skipped skipped"; fi
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
