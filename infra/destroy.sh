#!/usr/bin/env bash
# Deletes an environment with everything in it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

usage() {
  cat <<'EOF_USAGE'
infra/destroy.sh ENV          delete the environment's resource group, after you typed its name
infra/destroy.sh ENV --yes    the same without asking
infra/destroy.sh --help       this page

GATE_NAME and GATE_LOCATION say which one, as they did for deploy.sh. Videos, cases and evidence are gone afterwards. An audit log under
a locked policy is not: Azure refuses to delete its account until the retention ends, and this script says so. A vault under purge
protection comes back with the next deployment. The Entra app registration is not touched.
EOF_USAGE
}

environment=
sure=
for argument; do
  case $argument in
    -h | --help) usage; exit ;;
    --yes) sure=1 ;;
    -*) usage >&2; echo "Error: unknown option $argument" >&2; exit 1 ;;
    *) environment=$argument ;;
  esac
done
. infra/steps.sh
: >"$log"
check_needs az
did=
ask id account show
scope=/subscriptions/$reply/resourceGroups/$group

# Deletes what Azure keeps of deleted services under their names; a vault under purge protection stays.
purge() {
  local vault
  ask "[?name=='$1' && properties.purgeProtectionEnabled!=\`true\`].name" keyvault list-deleted --resource-type vault
  for vault in $reply; do
    attempt "Purging the deleted $vault" "The account needs Key Vault Contributor." az keyvault purge --name "$vault" --location "$location"
  done
  purge_safety "$2"
}

if exists; then
  look_up
  [ "$GATE_AUDIT_LOCKED" != true ] ||
    fail "the audit log of $group is locked: Azure keeps its account until the retention ends. Nothing was deleted;" \
      "delete the rest by hand."
  say "This deletes $group in the subscription \"$subscription\" with everything in it."
  confirm "go on"
  ask '[].name' keyvault list --resource-group "$group"
  vault=$reply
  ask '[].name' cognitiveservices account list --resource-group "$group"
  safety=$reply
  ask '[].id' lock list --resource-group "$group"
  for lock in $reply; do
    attempt "Removing the lock ${lock##*/}" "The account needs Owner, or User Access Administrator." az lock delete --ids "$lock"
  done
  attempt "Deleting $group (several minutes)" "Correct what az says, then start again." az group delete --name "$group" --yes
  purge "$vault" "$safety"
  did=1
fi
ask '[].name' role definition list --custom-role-only true --scope "$scope"
for role in $reply; do
  attempt "Deleting the role $role" "Remove its assignments, then start again." az role definition delete --name "$role" --scope "$scope"
  did=1
done
ask "[?name=='$deployment' || name=='$deployment-foundation'].name" deployment sub list
for record in $reply; do
  attempt "Forgetting the deployment $record" "Delete it by hand: az deployment sub delete --name $record" \
    az deployment sub delete --name "$record"
  did=1
done
if [ -z "$did" ]; then
  ask '[].name' group list --tag application=videogate
  fail "there is no $group, and nothing was deleted. Groups of VideoGate in \"$subscription\":" \
    "$(xargs <<<"${reply:-none}")." "GATE_NAME and GATE_LOCATION say which one is meant."
fi
say "Done: $group is gone."
