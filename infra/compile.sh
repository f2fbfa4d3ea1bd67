#!/usr/bin/env bash
# Holds infra/ to the real Bicep compiler: not one diagnostic, its formatting, and the golden snapshots of what is deployed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

usage() {
  cat <<'TEXT'
infra/compile.sh            lint and format every file; compare what each parameter file deploys with its snapshot
infra/compile.sh --update   format, and rewrite the snapshots; commit the result
infra/compile.sh --help     this page

Needs the .NET SDK, which fetches the compiler once; neither az nor an account.
TEXT
}

update=
case ${1:-} in
  '') ;;
  --update) update=1 ;;
  -h | --help) usage; exit ;;
  *) usage >&2; exit 1 ;;
esac

# What deploy.sh would find out.
export GATE_IDENTITY_AUTHORITY=https://login.example/v2.0 GATE_IDENTITY_AUDIENCE=an-application GATE_IMAGE=videogate:abc
export GATE_BUDGET_START=2026-12-01 GATE_SECRET_NAMES='["Audit__SigningKey"]' GATE_ENVIRONMENT=dev
export GATE_topicName=evgt-gate-dev GATE_vaultName=kv-gate-dev-abcdef GATE_hostAccount=gatedevhostabcdef
export GATE_deadLetterContainer=event-deadletter GATE_eventIdentity=id-gate-dev-events GATE_appHost=ca-gate-dev.example
unset GATE_NAME GATE_LOCATION GATE_SETTINGS GATE_AUDIT_LOCKED GATE_BUDGET_EMAILS GATE_ACTION_GROUPS
context=(--subscription-id 00000000-0000-0000-0000-000000000001 --tenant-id 00000000-0000-0000-0000-000000000002
  --deployment-name snapshot)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=

# The compiler exits with 0 when it only warns: whatever it says is wrong.
for pattern in '**/*.bicep' '*.bicepparam'; do
  ./bicep.sh lint --pattern "$pattern" >"$work/said" 2>&1 || true
  [ ! -s "$work/said" ] || { cat "$work/said" >&2; failed=1; }
done

if [ -n "$update" ]; then
  ./bicep.sh format --pattern '**/*.bicep'
else
  mkdir "$work/formatted"
  cp -r ./*.bicep bicepconfig.json modules "$work/formatted"
  (here=$PWD && cd "$work/formatted" && "$here/bicep.sh" format --pattern '**/*.bicep')
  for file in *.bicep modules/*.bicep; do
    cmp -s "$file" "$work/formatted/$file" || { echo "$file is not formatted: infra/compile.sh --update" >&2; failed=1; }
  done
fi

for file in [!m]*.bicepparam; do
  case $file in
    events.*) scope=(--resource-group rg-gate-dev-westeurope) ;;
    *) scope=(--location westeurope) ;;
  esac
  # One that is current stays as it is: the compiler writes outputs in any order.
  ! ./bicep.sh snapshot "$file" --mode validate "${context[@]}" "${scope[@]}" >"$work/said" 2>&1 || continue
  if [ -n "$update" ]; then
    ./bicep.sh snapshot "$file" --mode overwrite "${context[@]}" "${scope[@]}"
  else
    cat "$work/said" >&2
    echo "$file deploys other resources than its snapshot says. If that is meant: infra/compile.sh --update" >&2
    failed=1
  fi
done
[ -z "$failed" ] || exit 1
echo "Compiled without a diagnostic."
