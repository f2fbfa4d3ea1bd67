#!/usr/bin/env bash
# Builds the image, starts it beside Azurite, waits until /api/health responds, and stops it. Removes everything that it started.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. local/machine.sh
has docker || fail "docker is missing. Install it and start again."

name=gate-try-$$
port=${PORT:-7080}
azurite_version=$(sed -n 's/.*"azurite": "\(.*\)".*/\1/p' local/tools/package.json)
storage="UseDevelopmentStorage=true;DevelopmentStorageProxyUri=http://$name-azurite"

stop() { docker rm --force "$name" "$name-azurite" "$name-dts" >/dev/null 2>&1 || true; docker network rm "$name" >/dev/null 2>&1 || true; }
trap stop EXIT

step "Building the image"
docker build --file functions/Dockerfile --tag "$name" .
step "Starting Azurite, the Durable Task Scheduler's emulator and the image"
docker network create "$name" >/dev/null
docker run --detach --name "$name-azurite" --network "$name" "mcr.microsoft.com/azure-storage/azurite:$azurite_version" \
  azurite --blobHost 0.0.0.0 --queueHost 0.0.0.0 --tableHost 0.0.0.0 --skipApiVersionCheck >/dev/null
docker run --detach --name "$name-dts" --network "$name" --env DTS_TASK_HUB_NAMES=moderation \
  mcr.microsoft.com/dts/dts-emulator:latest >/dev/null
docker run --detach --name "$name" --network "$name" --publish "127.0.0.1:$port:80" \
  --env "AzureWebJobsStorage=$storage" --env "IntakeStorage=$storage" --env "PublishStorage=$storage" --env "AuditStorage=$storage" \
  --env Storage__CreateContainers=true \
  --env "DurableTaskScheduler=Endpoint=http://$name-dts:8080;TaskHub=moderation;Authentication=None" \
  --env ContentSafety__Endpoint=https://content-safety.example --env ContentSafety__Key=unused \
  --env Identity__Authority=https://login.example/v2.0 --env Identity__Audience=an-application \
  --env "AuditVerification__Schedule=0 0 3 * * *" --env "AuditAnchor__Schedule=0 30 0 * * *" \
  --env "Reconciliation__Schedule=0 */15 * * * *" \
  --env "Retention__Schedule=0 30 * * * *" \
  --env "TrustLists__Schedule=0 13 * * * *" "$name" >/dev/null

healthy() { curl -fsS --max-time 6 "http://127.0.0.1:$port/api/health" 2>/dev/null; }
step "Waiting for http://127.0.0.1:$port/api/health"
await 180 $$ healthy || { docker logs --tail 50 "$name" >&2; fail "the image is not healthy after three minutes. Its log is above."; }
echo
step "The image is healthy"
case $(curl -sS -o /dev/null --write-out '%{redirect_url}' "http://127.0.0.1:$port/") in
  */console/) ;;
  *) fail "the image does not lead from / to /console/." ;;
esac
step "Stopping the image"
docker stop --time 60 "$name" >/dev/null
[ "$(docker inspect --format '{{.State.ExitCode}}' "$name")" != 137 ] || fail "the image does not end on SIGTERM: it had to be killed."
step "The image ends by itself"
