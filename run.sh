#!/usr/bin/env bash
# Sets up this machine, starts the moderation gate, sends videos through it and shows where each one ends.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/local/machine.sh"

usage() {
  cat <<'EOF'
./run.sh             set up, start, send the sample videos through, print the table, stay up
./run.sh FILE...     the same with your own videos
./run.sh --once      stop after the table; 0 only if every video ended as it should
./run.sh stop        stop the app and Azurite; everything is kept, the next start goes on
./run.sh clean       stop, and delete everything under .local (tools are kept)
./run.sh --help      this page

Needs the .NET SDK 10 and Node.js; installs ffmpeg, tesseract and a Chinese font (apt) and Azurite (npm, into .local) when they are missing.
The first start takes about three minutes, later ones about twenty seconds, and the samples about two minutes. State, logs and settings live under .local.
EOF
}

port=${PORT:-7071}
blob_port=10000
app_dll=functions/bin/Release/net10.0/Functions.dll

start_azurite() {
  if listens $blob_port; then
    step "Azurite, or what stands for it, listens on port $blob_port"
    return
  fi
  step "Starting Azurite"
  start_process azurite node "$azurite_js" --silent --skipApiVersionCheck --disableTelemetry --location "$state/azurite" \
    --blobHost 127.0.0.1 --queueHost 127.0.0.1 --tableHost 127.0.0.1
  await 60 "$(cat "$state/run/azurite.pid")" listens $blob_port || fail "Azurite does not answer on port $blob_port. Its log: $state/logs/azurite.log"
}

answers() { curl -fsS -o /dev/null "http://127.0.0.1:$port/api/health" 2>/dev/null; }

# Settings that came after this machine's local.settings.json was made: the sample's values hold until it has its own.
missing_settings() {
  local setting
  missing=()
  while IFS= read -r setting; do
    grep -qF "\"${setting%%=*}\"" "$root/local.settings.json" || missing+=("$setting")
  done < <(sed -nE 's/^ {4}"([A-Za-z0-9_]+)": "([^"]*)",?$/\1=\2/p' "$root/local.settings.sample.json")
  [ ${#missing[@]} = 0 ] || step "local.settings.json does not have ${missing[*]%%=*}: the sample's values are used"
}

start_app() {
  if running app "$app_dll" && answers; then
    step "The app runs already"
    return
  fi
  listens "$port" && fail "port $port is taken by another program. Stop it, or choose another: PORT=7072 ./run.sh"
  [ -f "$root/local.settings.json" ] || cp "$root/local.settings.sample.json" "$root/local.settings.json"
  missing_settings
  step "Starting the function app"
  start_process app env ${missing[@]+"${missing[@]}"} "Host__LocalHttpPort=$port" "Identity__Authority=http://127.0.0.1:$port/local/identity" \
    "ContentSafety__Endpoint=http://127.0.0.1:$port/local" dotnet "$app_dll"
  await 60 "$(cat "$state/run/app.pid")" answers || { tail -n 20 "$state/logs/app.log" >&2; fail "the app does not answer on port $port. Its log: $state/logs/app.log"; }
}

stop_all() {
  stop_process app "$app_dll"
  stop_process azurite azurite.js
}

once=
files=()
while [ $# -gt 0 ]; do
  case $1 in
    -h | --help) usage; exit ;;
    stop) stop_all; exit ;;
    clean)
      stop_all
      rm -rf "$state"/{azurite,run,logs,samples} "$state"/*.db* "$state"/*.pem "$state"/keys.json "$root/local.settings.json"
      say "Clean: the next start begins anew."
      exit ;;
    --once) once=1 ;;
    --) shift; files+=("$@"); break ;;
    -*) usage >&2; fail "unknown option $1" ;;
    *) [ -f "$1" ] || fail "$1: no such file"
       files+=("$(realpath -- "$1")") ;;
  esac
  shift
done

need_dotnet
need_media_tools
need_azurite
build functions/Functions.csproj Release
build local/Samples/Samples.csproj Release
start_azurite
start_app

[ -z "$once" ] || trap stop_all EXIT
result=0
dotnet "$root/local/Samples/bin/Release/net10.0/Samples.dll" --app "http://127.0.0.1:$port" --folder "$state/samples" -- ${files[@]+"${files[@]}"} || result=$?
[ -z "$once" ] || exit $result

token=$(curl -fsS "http://127.0.0.1:$port/local/identity/token?sub=moderator&role=Moderator")
cat <<EOF

The gate is up. It goes on until ./run.sh stop.
  Console     http://127.0.0.1:$port/console/   sign in as whoever you like: it asks for a name and roles, and checks nothing
  API         http://127.0.0.1:$port/api        described by http://127.0.0.1:$port/api/openapi.yaml
  Health      http://127.0.0.1:$port/api/health
  Logs        $state/logs/app.log

A moderator's development token (an hour):
  export TOKEN=$token
  curl -H "Authorization: Bearer \$TOKEN" http://127.0.0.1:$port/api/reviews
EOF
exit $result
