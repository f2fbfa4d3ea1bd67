#!/usr/bin/env bash
# Builds the image, deploys everything, subscribes the app to events and sends a video through it. Idempotent.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. local/machine.sh

usage() {
  cat <<'EOF'
infra/deploy.sh ENV            deploy what infra/ENV.bicepparam describes: dev, prod
infra/deploy.sh ENV --what-if  show what a deployment would change, and change nothing
infra/deploy.sh --help         this page

Settings, from the environment:
  GATE_IDENTITY_AUTHORITY      issuer of the API's tokens, https://login.microsoftonline.com/TENANT/v2.0 (required)
  GATE_IDENTITY_AUDIENCE       application (client) id of the API's app registration (required)
  GATE_LOCATION                Azure region, westeurope by default
  GATE_SETTINGS                further app settings, a JSON object; GATE_SECRET_SETTINGS the same for those that must not be seen
  GATE_ACTION_GROUPS           resource ids of the action groups that alerts call, a JSON array
  GATE_TOKEN                   an access token with the role Uploader for the video at the end; az asks for one otherwise
  GATE_LOCK_AUDIT=yes          prod only: lock the audit policy. Nobody can undo that, Microsoft included

Needs az (signed in), docker, git, curl and ffmpeg. infra/README.md says what the account must be allowed to do.
EOF
}

environment=
what_if=
for argument; do
  case $argument in
    -h | --help) usage; exit ;;
    --what-if) what_if=1 ;;
    -*) usage >&2; fail "unknown option $argument" ;;
    *) environment=$argument ;;
  esac
done
parameters=infra/$environment.bicepparam
if [ ! -f "$parameters" ]; then
  usage >&2
  fail "which environment? There is: $(basename -s .bicepparam -a infra/*.bicepparam | xargs)"
fi

location=${GATE_LOCATION:-westeurope}
deployment=gate-$environment
log=$state/logs/deploy.log
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# attempt WHAT REMEDY COMMAND...: runs one step with its output in the log; if it fails, prints the end of the log and the remedy.
attempt() {
  local what=$1 remedy=$2
  shift 2
  step "$what"
  "$@" >>"$log" 2>&1 || { tail -n 15 "$log" >&2; fail "$what: failed. $remedy The whole log: $log"; }
}

# output NAME: prints an output of the last deployment; empty without one.
output() { az deployment sub show --name "$deployment" --query "properties.outputs.$1.value" --output tsv 2>/dev/null || true; }

check_needs() {
  local program setting
  for program in az docker git curl ffmpeg; do has "$program" || fail "$program is missing. Install it and start again."; done
  for setting in GATE_IDENTITY_AUTHORITY GATE_IDENTITY_AUDIENCE; do
    [ -n "${!setting:-}" ] ||
      fail "$setting is not set. infra/README.md, \"Before the first deployment\", says how to make the app registration."
  done
  subscription=$(az account show --query name --output tsv 2>/dev/null) || fail "az is not signed in. Run: az login"
  revision=$(git rev-parse --short=12 HEAD)
  [ -z "$(git status --porcelain)" ] || revision=$revision-$(date -u +%Y%m%d%H%M%S)
}

announce() {
  cat <<EOF
Deploying $environment to the subscription "$subscription", region $location:
  1. the resource group rg-$deployment with everything but the app, where it is not there yet
  2. the image videogate:$revision, built from this folder, into the registry, where it is not there yet
  3. everything again, with the app on that image; one revision replaces the other when it is healthy
  4. the Event Grid subscription that tells the app of uploads$(
    [ "$environment ${GATE_LOCK_AUDIT:-}" != "prod yes" ] || printf '\n  5. the audit policy is locked FOR GOOD'
  )
Then a sample video goes through the API. Data stays as it is; nothing is deleted.
EOF
}

deploy() {
  attempt "$1" "Correct infra/, or the permissions (infra/README.md), and start again: what is there stays." \
    az deployment sub create --name "$deployment" --location "$location" --parameters "$parameters"
}

build_image() {
  if az acr repository show --name "$registry" --image "videogate:$revision" >>"$log" 2>&1; then
    step "The image videogate:$revision is in the registry already"
    return
  fi
  attempt "Signing in to the registry $registry" "The account needs AcrPush on it." az acr login --name "$registry"
  attempt "Building the image (a few minutes)" "Run the same build by hand to see more: docker build --file functions/Dockerfile ." \
    docker build --file functions/Dockerfile --build-arg "REVISION=$revision" --tag "$GATE_IMAGE" .
  attempt "Pushing the image" "The account needs AcrPush on $registry." docker push "$GATE_IMAGE"
}

# Deploying a locked policy would fail, and it cannot change.
find_audit_lock() {
  local account lock
  account=$(output auditAccount)
  [ -n "$account" ] || return 0
  lock=$(az storage container immutability-policy show --account-name "$account" --container-name audit \
    --query state --output tsv 2>/dev/null) || true
  [ "$lock" != Locked ] || export GATE_AUDIT_LOCKED=true
}

lock_audit() {
  [ "${GATE_AUDIT_LOCKED:-}" != true ] || { step "The audit policy is locked"; return; }
  [ "$environment" = prod ] || return 0
  if [ "${GATE_LOCK_AUDIT:-}" != yes ]; then
    step "The audit policy is NOT locked. When you are sure: GATE_LOCK_AUDIT=yes infra/deploy.sh prod"
    return
  fi
  local account tag
  account=$(output auditAccount)
  tag=$(az storage container immutability-policy show --account-name "$account" --container-name audit --query etag --output tsv)
  attempt "Locking the audit policy" "Look at the policy of container audit in $account." \
    az storage container immutability-policy lock --account-name "$account" --container-name audit --if-match "$tag"
}

healthy() { curl -fsS --max-time 10 -o /dev/null "https://$host/api/health" 2>>"$log"; }

await_health() {
  step "Waiting for the app to be healthy"
  await 600 $$ healthy ||
    fail "https://$host/api/health does not answer 200 after ten minutes." \
      "See: az containerapp logs show --resource-group $group --name $app --type system"
}

# The key is passed in a file that other users cannot read: process arguments are public on the machine.
send_events() {
  local key
  key=$(az containerapp function keys show --resource-group "$group" --name "$app" --key-type systemKey --key-name blobs_extension \
    --query value --output tsv 2>>"$log") ||
    fail "the app has no system key blobs_extension yet. The blob trigger makes it when the app starts:" \
      "see its logs, then start again."
  (
    umask 077
    cat >"$work/events.json" <<EOF
{"\$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#",
 "contentVersion": "1.0.0.0", "parameters": {
  "topicName": {"value": "$(output topicName)"}, "deadLetterAccount": {"value": "$(output hostAccount)"},
  "deadLetterContainer": {"value": "$(output deadLetterContainer)"}, "appHost": {"value": "$host"}, "webhookKey": {"value": "$key"}}}
EOF
  )
  attempt "Telling Event Grid where uploads go" "The webhook must answer: https://$host/api/health. Then start again." \
    az deployment group create --name gate-events --resource-group "$group" --template-file infra/events.bicep \
    --parameters "@$work/events.json"
}

# field NAME: prints the first string of that name in the JSON on standard input.
field() { sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p" | head -n 1; }

api() { curl -fsS --max-time 60 --config "$work/token" "$@" 2>>"$log"; }

ended() {
  local case_id
  case_id=$(api "https://$host/api/uploads/$upload" | field caseId)
  [ -n "$case_id" ] || return 1
  case_state=$(api "https://$host/api/cases/$case_id" | field state)
  case $case_state in published | quarantined) return 0 ;; *) return 1 ;; esac
}

smoke_test() {
  step "Sending a sample video through the API"
  local audience=$GATE_IDENTITY_AUDIENCE token grant
  token=${GATE_TOKEN:-$(az account get-access-token --resource "$audience" --query accessToken --output tsv 2>>"$log")} ||
    fail "no token for $audience. Give yourself the app role Uploader there (infra/README.md), or set GATE_TOKEN."
  (umask 077; printf 'header = "Authorization: Bearer %s"\n' "$token" >"$work/token")
  ffmpeg -v error -f lavfi -i testsrc=duration=2:size=320x240:rate=25 -pix_fmt yuv420p -y "$work/smoke.mp4" 2>>"$log" ||
    fail "ffmpeg could not make a video. The whole log: $log"
  grant=$(api --json '{"fileName": "smoke.mp4", "declaration": "none", "title": "Deployment test"}' "https://$host/api/uploads") ||
    fail "POST https://$host/api/uploads was refused. The token needs the role Uploader; the app accepts tokens for $audience." \
      "The whole log: $log"
  upload=$(field uploadId <<<"$grant")
  curl -fsS --max-time 60 --header 'x-ms-blob-type: BlockBlob' --upload-file "$work/smoke.mp4" \
    "$(field url <<<"$grant" | sed 's/\\u0026/\&/g')" >>"$log" 2>&1 ||
    fail "the video could not be written to its address. The app's identity needs Storage Blob Delegator on" \
      "$(output intakeAccount). The whole log: $log"
  await 600 $$ ended || fail "the video went nowhere in ten minutes. Follow $upload: docs/operations.md, \"nothing-processed\"."
  step "The video ended $case_state"
}

mkdir -p "$state/logs"
: >"$log"
check_needs
if [ -n "$what_if" ]; then
  find_audit_lock
  GATE_IMAGE=$(output registryServer)
  export GATE_IMAGE=${GATE_IMAGE:+$GATE_IMAGE/videogate:$revision}
  az deployment sub what-if --name "$deployment" --location "$location" --parameters "$parameters"
  exit
fi
announce
attempt "Getting the Container Apps commands of az" "Run: az extension add --name containerapp" \
  az extension add --upgrade --yes --name containerapp

find_audit_lock
[ -n "$(output registryServer)" ] || deploy "Deploying everything but the app (about ten minutes)"
registry=$(output registryName)
GATE_IMAGE=$(output registryServer)/videogate:$revision
export GATE_IMAGE
build_image
deploy "Deploying the app and what changed"

group=$(output resourceGroup)
app=$(output appName)
host=$(output appHost)
await_health
send_events
lock_audit
smoke_test
cat <<EOF

The gate is up.
  API       https://$host/api        described by https://$host/api/openapi.yaml
  Console   https://$host/console
  Health    https://$host/api/health
  Azure     https://portal.azure.com/#@/resource$(az group show --name "$group" --query id --output tsv)
EOF
