#!/usr/bin/env bash
# Deletes an environment with everything in it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. local/machine.sh

usage() {
  cat <<'EOF'
infra/destroy.sh ENV          delete the resource group rg-gate-ENV, after you typed its name
infra/destroy.sh ENV --yes    the same without asking
infra/destroy.sh --help       this page

Videos, cases and evidence are gone afterwards. An audit log under a locked policy is not: Azure refuses to delete its account until
the retention ends, and this script says so. The Entra app registration is not touched.
EOF
}

environment=
sure=
for argument; do
  case $argument in
    -h | --help) usage; exit ;;
    --yes) sure=1 ;;
    -*) usage >&2; fail "unknown option $argument" ;;
    *) environment=$argument ;;
  esac
done
if [ ! -f "infra/$environment.bicepparam" ]; then
  usage >&2
  fail "which environment? There is: $(basename -s .bicepparam -a infra/*.bicepparam | xargs)"
fi

has az || fail "az is missing. Install it and start again."
subscription=$(az account show --query name --output tsv 2>/dev/null) || fail "az is not signed in. Run: az login"
group=rg-gate-$environment
role="Audit log appender ($group)"

if [ "$(az group exists --name "$group")" = true ]; then
  say "This deletes $group in the subscription \"$subscription\" with everything in it."
  if [ -z "$sure" ]; then
    read -rp "Type $group to go on: " answer
    [ "$answer" = "$group" ] || fail "nothing was deleted."
  fi
  safety=$(az cognitiveservices account list --resource-group "$group" --query '[0].[name,location]' --output tsv)
  step "Deleting $group (several minutes)"
  az group delete --name "$group" --yes ||
    fail "$group was not deleted. A locked audit policy keeps its account until the retention ends; delete the rest by hand."
  # Purge: a deleted account reserves its name for two days, and the next deployment would fail.
  if [ -n "$safety" ]; then
    read -r name location <<<"$(tr '\n' ' ' <<<"$safety")"
    az cognitiveservices account purge --name "$name" --location "$location" --resource-group "$group" ||
      say "Going on: $name stays deleted but not purged for two days."
  fi
else
  step "There is no $group"
fi

if [ -n "$(az role definition list --custom-role-only --name "$role" --query '[].name' --output tsv)" ]; then
  step "Deleting the role $role"
  az role definition delete --name "$role" --custom-role-only true ||
    fail "the role was not deleted. Remove its assignments, then start again."
fi
if [ -n "$(az deployment sub list --query "[?name=='gate-$environment'].name" --output tsv)" ]; then
  step "Forgetting the deployment gate-$environment"
  az deployment sub delete --name "gate-$environment" ||
    fail "the deployment's record was not deleted. The next deploy.sh would take it for a live one: delete it by hand."
fi
say "Done."
