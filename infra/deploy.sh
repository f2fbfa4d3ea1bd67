#!/usr/bin/env bash
# Deploys an environment: registry, image, everything else, events. Idempotent; steps.sh has the steps, which azd runs too.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

usage() {
  cat <<'EOF_USAGE'
infra/deploy.sh ENV            deploy what infra/ENV.bicepparam describes: dev, prod
infra/deploy.sh ENV --yes      the same without asking; prod asks
infra/deploy.sh ENV --what-if  show what a deployment would change, and change nothing
infra/deploy.sh --help         this page

Settings, from the environment:
  GATE_IDENTITY_AUTHORITY      issuer of the API's tokens, https://login.microsoftonline.com/TENANT/v2.0 (required)
  GATE_IDENTITY_AUDIENCE       application (client) id of the API's app registration (required)
  GATE_LOCATION                Azure region, westeurope by default; another one is another environment
  GATE_NAME                    the product in names, gate by default; another one is another environment
  GATE_SETTINGS                further app settings, a JSON object
  GATE_SECRET_NAMES            names of settings whose values secret.sh put into the vault, a JSON array
  GATE_ACTION_GROUPS           resource ids of the action groups that alerts call, a JSON array
  GATE_BUDGET_EMAILS           whom the budget writes to beside the owners, a JSON array
  GATE_TOKEN                   an access token with the role Uploader for the upload at the end; az asks for one otherwise
  GATE_IMAGE_SOURCE            another registry, such as that of dev, whose image of this commit is taken instead of building one
  GATE_LOCK_AUDIT=yes          prod only: lock the audit policy. Nobody can undo that, Microsoft included

Needs az (signed in), git, curl and openssl. infra/README.md says what the account must be allowed to do.
EOF_USAGE
}

environment=
what_if=
sure=
for argument; do
  case $argument in
    -h | --help) usage; exit ;;
    --what-if) what_if=1 ;;
    --yes) sure=1 ;;
    -*) usage >&2; echo "Error: unknown option $argument" >&2; exit 1 ;;
    *) environment=$argument ;;
  esac
done
. infra/steps.sh
: >"$log"
check_needs az git curl openssl
check_settings
look_up
if [ -n "$what_if" ]; then
  az deployment sub what-if --name "$deployment" --location "$location" --parameters "infra/$environment.bicepparam"
  exit
fi

say "Deploying $environment to the subscription \"$subscription\", region $location, group $group:
  1. the group and the registry
  2. the image $GATE_IMAGE, built in the registry${GATE_IMAGE_SOURCE:+, or rather taken from $GATE_IMAGE_SOURCE}, where it is not there yet
  3. everything else; one revision of the app replaces the other when it answers
  4. the Event Grid subscription that tells the app of uploads"
[ "$environment ${GATE_LOCK_AUDIT:-}" != "prod yes" ] || say "  5. the audit policy is locked FOR GOOD"
say "Then an upload goes through the API and is refused. Data stays as it is; nothing is deleted."
[ "$environment" != prod ] || confirm "deploy"

prepare
attempt "Deploying everything else (ten minutes, twenty the first time)" \
  "Correct infra/, or the permissions (infra/README.md), and start again: what is there stays." \
  az deployment sub create --name "$deployment" --location "$location" --parameters "infra/$environment.bicepparam"
finish
summary
