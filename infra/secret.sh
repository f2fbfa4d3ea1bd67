#!/usr/bin/env bash
# Writes a secret of an environment into its vault, through a deployment: the vault's firewall lets no one else in.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

usage() {
  cat <<'EOF_USAGE'
infra/secret.sh ENV SETTING <FILE   the value of a setting, such as Audit__SigningKey, from standard input
infra/secret.sh ENV --rotate        new keys of the Functions host and of the webhook for uploads
infra/secret.sh --help              this page

A setting must be in GATE_SECRET_NAMES of the next deploy.sh. The app takes a changed value within half an hour, at once after deploy.sh.
EOF_USAGE
}

environment=${1:-}
what=${2:-}
case $environment in
  -h | --help) usage; exit ;;
esac
. infra/steps.sh
[ -n "$what" ] || { usage >&2; fail "which secret?"; }
: >"$log"
check_needs az openssl
exists || fail "there is no $group. GATE_NAME and GATE_LOCATION say which one is meant."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ask '[].name' keyvault list --resource-group "$group"
vault=$reply

# write NAME: from standard input, in a file that other users cannot read: process arguments are public on the machine.
write() {
  local value
  value=$(sed 's/\\/\\\\/g; s/"/\\"/g' | awk '{ printf "%s%s", (NR > 1 ? "\\n" : ""), $0 }')
  (
    umask 077
    cat >"$work/secret.json" <<JSON
{"\$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#", "contentVersion": "1.0.0.0",
 "parameters": {"vaultName": {"value": "$vault"}, "name": {"value": "$1"}, "secret": {"value": "$value"}}}
JSON
  )
  attempt "Writing $1 into $vault" "The account needs Contributor on $group." \
    az deployment group create --name "secret-$1" --resource-group "$group" --template-file infra/secret.bicep \
    --parameters "@$work/secret.json"
}

if [ "$what" != --rotate ]; then
  write "$(tr '[:upper:]' '[:lower:]' <<<"${what//__/-}")"
  exit
fi
for key in host-master host-function-default host-systemkey-blobs-extension host-systemkey-durabletask-extension; do
  openssl rand -hex 32 | write "$key"
done
# Between the restart and the new subscription Event Grid has the old key: what it brings then goes to the dead letters, and Reconcile
# starts those uploads.
app=ca-$name-$environment
attempt "Getting the Container Apps commands of az" "Run: az extension add --name containerapp" \
  az extension add --upgrade --yes --name containerapp
ask properties.latestRevisionName containerapp show --resource-group "$group" --name "$app"
attempt "Restarting the app" "Start again: the keys are in the vault." \
  az containerapp revision restart --resource-group "$group" --name "$app" --revision "$reply"
output publicHost
host=$reply
await_health
send_events
say "Done: the app and Event Grid have new keys."
