# shellcheck shell=bash
# The steps of a deployment. Sourced by deploy.sh, destroy.sh, secret.sh and the hooks of azd, from the repository's root, with $environment
# set.
. local/machine.sh

environments=$(grep -l "^using 'main.bicep'" infra/[!m]*.bicepparam | xargs basename -s .bicepparam -a | xargs)
[[ -n ${environment:-} && " $environments " == *" $environment "* ]] || fail "which environment? There is: $environments"
name=${GATE_NAME:-gate}
location=${GATE_LOCATION:-westeurope}
group=rg-$name-$environment-$location
# Azure refuses a deployment of the same name in another location.
deployment=$name-$environment-$location
log=$state/logs/deploy.log
mkdir -p "$state/logs"

# attempt WHAT REMEDY COMMAND...: runs one step with its output in the log; if it fails, prints the end of the log and the remedy.
attempt() {
  local what=$1 remedy=$2
  shift 2
  step "$what"
  "$@" >>"$log" 2>&1 || { tail -n 15 "$log" >&2; fail "$what: failed. $remedy The whole log: $log"; }
}

# ask QUERY AZ-ARGUMENTS...: sets $reply to what az answers to a JMESPath query; ends the script if az fails. Not in a subshell, which could
# not end it.
ask() {
  local query=$1
  shift
  reply=$(az "$@" --query "$query" --output tsv 2>>"$log") || { tail -n 5 "$log" >&2; fail "az $* failed. The whole log: $log"; }
  [ "$reply" != None ] || reply=
}

# output NAME: sets $reply to an output of the deployment that just succeeded.
output() { ask "properties.outputs.$1.value" deployment sub show --name "$deployment"; }

# exists: succeeds if the environment's group is there.
exists() { ask @ group exists --name "$group" && [ "$reply" = true ]; }

check_needs() {
  local program
  for program; do has "$program" || fail "$program is missing. Install it and start again."; done
  # shellcheck disable=SC2034 # Read by the scripts.
  subscription=$(az account show --query name --output tsv 2>/dev/null) || fail "az is not signed in. Run: az login"
}

check_settings() {
  local setting
  for setting in GATE_IDENTITY_AUTHORITY GATE_IDENTITY_AUDIENCE; do
    [ -n "${!setting:-}" ] ||
      fail "$setting is not set. infra/README.md, \"Before the first deployment\", says how to make the app registration."
  done
  revision=$(git rev-parse --short=12 HEAD)
  [ -z "$(git status --porcelain)" ] || revision=$revision-$(date -u +%Y%m%d%H%M%S)
  export GATE_IMAGE=videogate:$revision GATE_ENVIRONMENT=$environment GATE_NAME=$name GATE_LOCATION=$location
}

# Finds out what a deployment may not change: asked of Azure itself, because the last deployment may have failed.
look_up() {
  local account
  GATE_BUDGET_START=$(date -u +%Y-%m-01)
  GATE_AUDIT_LOCKED=false
  export GATE_BUDGET_START GATE_AUDIT_LOCKED
  exists || return 0
  ask "[?name=='budget-$name-$environment'].timePeriod.startDate" consumption budget list --resource-group "$group"
  [ -z "$reply" ] || GATE_BUDGET_START=${reply%%T*}
  find_audit_account
  account=$reply
  [ -n "$account" ] || return 0
  # A deployment may have ended between the account, the container and the policy.
  ask exists storage container-rm exists --storage-account "$account" --name audit --resource-group "$group"
  [ "$reply" = true ] || return 0
  ask "[?name=='audit'].hasImmutabilityPolicy" storage container-rm list --storage-account "$account" --resource-group "$group"
  [ "$reply" = true ] || return 0
  audit_policy state "$account"
  [ "$reply" != Locked ] || GATE_AUDIT_LOCKED=true
}

find_audit_account() { ask "[?tags.holds=='audit'].name" storage account list --resource-group "$group"; }

# audit_policy PROPERTY ACCOUNT
audit_policy() {
  ask "$1" storage container immutability-policy show --account-name "$2" --container-name audit --resource-group "$group"
}

# confirm WHAT: goes on if the group's name is typed, or $sure is set.
confirm() {
  local answer=
  [ -z "${sure:-}" ] || return 0
  read -rp "Type $group to $1: " answer || true
  [ "$answer" = "$group" ] || fail "not confirmed: nothing was changed. Without a terminal, give --yes."
}

# The group, the registry, and the image in it.
prepare() {
  attempt "Making the group and the registry" "Correct the permissions (infra/README.md), and start again: what is there stays." \
    az deployment sub create --name "$deployment-foundation" --location "$location" --parameters infra/foundation.bicepparam
  ask '[].name' acr list --resource-group "$group"
  registry=$reply
  # A deleted vault or AI account keeps its name: the vault is recovered with its keys, the account is created again.
  local suffix=${registry#"$name$environment"}
  ask "[?name=='kv-$name-$environment-$suffix'].name" keyvault list-deleted --resource-type vault
  if [ -n "$reply" ]; then
    attempt "Recovering the deleted vault kv-$name-$environment-$suffix" "The account needs Key Vault Contributor." \
      az keyvault recover --name "kv-$name-$environment-$suffix" --location "$location"
  fi
  purge_safety "cs-$name-$environment-$suffix"
  get_image
}

# purge_safety NAME: a deleted account reserves its name for two days, and the next deployment would fail.
purge_safety() {
  ask "[?name=='$1'].name" cognitiveservices account list-deleted
  [ -n "$reply" ] || return 0
  attempt "Purging the deleted $1" "The account needs Cognitive Services Contributor." \
    az cognitiveservices account purge --name "$1" --location "$location" --resource-group "$group"
}

get_image() {
  if az acr repository show --name "$registry" --image "$GATE_IMAGE" >>"$log" 2>&1; then
    step "The image $GATE_IMAGE is in the registry already"
  elif [ -n "${GATE_IMAGE_SOURCE:-}" ]; then
    attempt "Taking the image from $GATE_IMAGE_SOURCE" "The account needs AcrPull there." \
      az acr import --name "$registry" --source "$GATE_IMAGE_SOURCE/$GATE_IMAGE" --image "$GATE_IMAGE"
  else
    build_image
  fi
  [ -n "${GITHUB_OUTPUT:-}" ] || return 0
  ask digest acr repository show --name "$registry" --image "$GATE_IMAGE"
  printf 'image=%s\ndigest=%s\n' "$registry.azurecr.io/videogate" "$reply" >>"$GITHUB_OUTPUT"
}

build_image() {
  attempt "Building the image in the registry (ten minutes)" "See the run: az acr task logs --registry $registry" \
    az acr build --registry "$registry" --image "$GATE_IMAGE" --file functions/Dockerfile --build-arg "REVISION=$revision" \
    --platform linux/amd64 .
}

# What comes after main.bicep: the app answers, hears of uploads, and takes one.
finish() {
  output publicHost
  host=$reply
  await_health
  send_events
  lock_audit
  smoke_test
}

healthy() { curl -fsS --max-time 10 -o /dev/null "https://$host/api/health" 2>>"$log"; }

await_health() {
  step "Waiting for the app to be healthy"
  await "${GATE_PATIENCE:-1200}" $$ healthy ||
    fail "https://$host/api/health does not answer 200 after twenty minutes. Its checks name their remedies; see also:" \
      "az containerapp logs show --resource-group $group --name ca-$name-$environment --type system"
}

send_events() {
  local given
  for given in topicName vaultName hostAccount deadLetterContainer eventIdentity appHost; do
    output "$given"
    export "GATE_$given=$reply"
  done
  attempt "Telling Event Grid where uploads go" "The webhook must answer: https://$host/api/health. Then start again." \
    az deployment group create --name events --resource-group "$group" --parameters infra/events.bicepparam
}

lock_audit() {
  local account
  [ "$environment" = prod ] || return 0
  [ "$GATE_AUDIT_LOCKED" != true ] || { step "The audit policy is locked"; return; }
  if [ "${GATE_LOCK_AUDIT:-}" != yes ]; then
    step "The audit policy is NOT locked. When you are sure: GATE_LOCK_AUDIT=yes infra/deploy.sh prod"
    return
  fi
  find_audit_account
  account=$reply
  audit_policy etag "$account"
  attempt "Locking the audit policy" "Look at the policy of container audit in $account." \
    az storage container immutability-policy lock --account-name "$account" --container-name audit --resource-group "$group" \
    --if-match "$reply"
}

# field NAME: prints the first string of that name in the JSON on standard input.
field() { sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p" | head -n 1; }

api() { curl -fsS --max-time 60 --config "$work/token" "$@" 2>>"$log"; }

refused() { [ "$(api "https://$host/api/uploads/$upload" | field state)" = refused ]; }

# Sends an upload that the gate refuses by a rule: encrypted with a key that only the uploader has. It takes the whole way through token,
# signed address, Event Grid, webhook, orchestration, case and audit log; the blob is removed, and no video is left behind.
smoke_test() {
  step "Sending an upload that must be refused"
  local audience=$GATE_IDENTITY_AUDIENCE token grant
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  token=${GATE_TOKEN:-$(az account get-access-token --resource "$audience" --query accessToken --output tsv 2>>"$log")} ||
    fail "no token for $audience. Give yourself the app role Uploader there (infra/README.md), or set GATE_TOKEN."
  # In files that other users cannot read: process arguments are public on the machine.
  (
    umask 077
    printf 'header = "Authorization: Bearer %s"\n' "$token" >"$work/token"
    openssl rand 32 >"$work/key"
    printf 'header = "x-ms-encryption-key: %s"\nheader = "x-ms-encryption-key-sha256: %s"\n' \
      "$(openssl base64 -A -in "$work/key")" "$(openssl dgst -sha256 -binary "$work/key" | openssl base64 -A)" >"$work/encryption"
  )
  grant=$(api --header 'content-type: application/json' \
    --data '{"fileName": "smoke.mp4", "declaration": "none", "title": "Deployment test"}' "https://$host/api/uploads") ||
    fail "POST https://$host/api/uploads was refused. The token needs the role Uploader; the app accepts tokens for $audience." \
      "The whole log: $log"
  upload=$(field uploadId <<<"$grant")
  printf 'not a video' >"$work/smoke.mp4"
  curl -fsS --max-time 60 --config "$work/encryption" --header 'x-ms-blob-type: BlockBlob' --header 'x-ms-encryption-algorithm: AES256' \
    --upload-file "$work/smoke.mp4" "$(field url <<<"$grant" | sed 's/\\u0026/\&/g')" >>"$log" 2>&1 ||
    fail "the upload could not be written to its address. The app's identity needs Storage Blob Delegator on" \
      "the intake account. The whole log: $log"
  await "${GATE_PATIENCE:-600}" $$ refused ||
    fail "the upload went nowhere in ten minutes. Follow $upload: docs/operations.md, \"nothing-processed\"."
  step "The upload was refused, as it should be; nothing is left of it but its audit log"
}

summary() {
  ask id group show --name "$group"
  cat <<TEXT

The gate is up.
  API       https://$host/api        described by https://$host/api/openapi.yaml
  Console   https://$host/console
  Health    https://$host/api/health
  Azure     https://portal.azure.com/#@/resource$reply
TEXT
}
