#!/usr/bin/env bash
# Sets up this machine, starts the app, sends videos through it and shows where each one ends.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/local/machine.sh"

usage() {
  cat <<'EOF'
./run.sh             set up, start, process the sample videos, show where each ends, keep running
./run.sh PATH...     the same with your own videos; for a folder, every video in it
./run.sh --once      stop after the table; 0 only if every video ended as expected
./run.sh --services  start only Azurite, the identity issuer and Content Safety, for func start
./run.sh --no-worker start everything but the worker, for a debugger (F5)
./run.sh stop        stop the app and Azurite; all data is kept for the next start
./run.sh clean       stop, and delete local.settings.json and everything under .local except the tools
./run.sh --help      this page

PORT=8080 ./run.sh   the app on port 8080 instead of 7071; the services are one below, on 8079

Needs the .NET SDK 10 and Node.js; installs ffmpeg, bubblewrap and a Chinese font (apt), Azurite and the models that read text (npm, into
.local) when they are missing. Takes about three minutes the first time and a minute later, the samples one or two more. A slow machine
takes longer: nothing is given up while anything moves. When nothing moves for two minutes, it ends with an error that names the video and
its stage. State, logs and settings live under .local. A changed build or changed settings restart the app.
EOF
}

port=${PORT:-7071}
host_dll=local/Host/bin/Release/net10.0/publish/Host.dll
app_folder=functions/bin/Release/net10.0/publish
debug_folder=functions/bin/Debug/net10.0
programs=local/run.slnf
sources=(Serverless.sln functions labels local)
outputs=("$host_dll" "$app_folder/Functions.dll" local/Samples/bin/Release/net10.0/Samples.dll)
storage_ports=(10000 10001 10002)

check_port() {
  local other
  [[ $port =~ ^[0-9]{4,5}$ && $port -gt 1024 && $port -le 65535 ]] ||
    fail "PORT=$port is not a valid port. Use one from 1025 to 65535, such as PORT=8080 ./run.sh"
  services_port=$((port - 1))
  running app "$host_dll" || return 0
  other=$(cat "$state/run/app.port" 2>/dev/null) || return 0
  [ "$other" = "$port" ] || fail "the app runs on port $other. Use that port: PORT=$other ./run.sh. Or stop it first: ./run.sh stop"
}

listens() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# await_start WHAT PID COMMAND...: polls until the command succeeds. Fails if the process has ended, or
# used less than a fifth of a processor for two minutes.
await_start() {
  local what=$1 pid=$2 since=$SECONDS next=$((SECONDS + 8)) worked=$SECONDS before ticks slow=
  shift 2
  before=$(cpu_ticks "$pid")
  until "$@"; do
    not_alive "$pid" && return 1
    if [ $SECONDS -ge $next ]; then
      next=$((SECONDS + 10))
      ticks=$(($(cpu_ticks "$pid") - before))
      before=$((before + ticks))
      # A hundred ticks are a second of one processor.
      [ $ticks -lt 200 ] || worked=$SECONDS
      [ $((SECONDS - worked)) -lt 120 ] || return 1
      [ $((SECONDS - since)) -lt 60 ] || slow='. This machine is slow: the start continues while it makes progress'
      step "$what starts: $((SECONDS - since)) s so far, $((ticks / 100)) s of processor time in the last ten$slow"
    fi
    sleep 0.3
  done
}

# cpu_ticks PID: prints the CPU time of all processes in the session that this one leads and of their ended children, in ticks (proc(5)).
cpu_ticks() {
  cat /proc/[0-9]*/stat 2>/dev/null | sed 's/^.*) //' |
    awk -v session="$1" '$4 == session { sum += $12 + $13 + $14 + $15 } END { print sum + 0 }'
}

# running NAME MARK: succeeds if the process that start_process recorded still runs (and its id has not been reused).
running() {
  local pid
  pid=$(cat "$state/run/$1.pid" 2>/dev/null) || return 1
  [ -r "/proc/$pid/cmdline" ] && tr '\0' ' ' <"/proc/$pid/cmdline" | grep -qF "$2"
}

# start_process NAME COMMAND...: starts the command in the background, with log and pid under .local.
start_process() {
  local name=$1
  shift
  mkdir -p "$state/run" "$state/logs"
  [ ! -f "$state/logs/$name.log" ] || mv "$state/logs/$name.log" "$state/logs/$name.before.log"
  (cd "$root" && exec setsid "$@" >>"$state/logs/$name.log" 2>&1 </dev/null) &
  say $! >"$state/run/$name.pid"
  disown
}

# stop_process NAME MARK: stops the process and its children, after at most 40 seconds.
stop_process() {
  local pid
  running "$1" "$2" || { rm -f "$state/run/$1.pid"; return 0; }
  pid=$(cat "$state/run/$1.pid")
  step "Stopping $1"
  kill "$pid" 2>/dev/null
  await 8 $$ not_alive "$pid" || {
    step "Waiting for $1 to finish its work (up to half a minute more)"
    await 32 $$ not_alive "$pid" || step "Killing $1, which does not end"
  }
  kill -9 -- "-$pid" 2>/dev/null || true
  rm -f "$state/run/$1.pid"
  step "Stopped $1"
}

serves_storage() { local each; for each in "${storage_ports[@]}"; do listens "$each" || return 1; done; }

# Blobs and queues for the app, tables for the durable engine too.
start_azurite() {
  local each
  if running azurite azurite.js && serves_storage; then
    step "Azurite is already running"
    return
  fi
  if serves_storage; then
    step "Azurite, or another storage emulator, listens on ports ${storage_ports[*]}"
    return
  fi
  if ! running azurite azurite.js; then
    for each in "${storage_ports[@]}"; do
      listens "$each" &&
        fail "port $each is in use by another program, or by a storage emulator without blobs, queues or tables. Stop it and start again."
    done
    step "Starting Azurite"
    start_process azurite node "$azurite_js" --silent --skipApiVersionCheck --disableTelemetry --location "$state/azurite" \
      --blobHost 127.0.0.1 --queueHost 127.0.0.1 --tableHost 127.0.0.1
  fi
  await_start Azurite "$(cat "$state/run/azurite.pid")" serves_storage || fail "Azurite does not answer on ports ${storage_ports[*]}." \
    "Its log: $state/logs/azurite.log. If it cannot read its files: ./run.sh clean"
}

# reads_json FILE...: fails, naming the first file that is not JSON; comments and a comma before a closing bracket are allowed, as the host
# allows them.
reads_json() {
  node -e '
    for (const file of process.argv.slice(1)) {
      const text = require("fs").readFileSync(file, "utf8").replace(/^\uFEFF/, "");
      const plain = text.replace(/"(?:[^"\\]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, part => part[0] === "/" ? "" : part)
        .replace(/"(?:[^"\\]|\\.)*"|,(?=\s*[\]}])/g, part => part[0] === "," ? "" : part);
      try { JSON.parse(plain); } catch (fault) { console.log(file + ": " + fault.message.split("\n")[0]); process.exit(1); }
    }' "$@"
}

# check_state: names the remedy of each file of this machine that is damaged, before anything starts on it.
check_state() {
  local fault each
  fault=$(reads_json "$root/host.json") || fail "host.json is damaged ($fault). Restore it: git checkout host.json"
  if [ -f "$root/local.settings.json" ]; then
    fault=$(reads_json "$root/local.settings.json") ||
      fail "local.settings.json is damaged ($fault). Correct it, or delete it: the next start creates it from local.settings.sample.json."
  fi
  if [ -d "$state/azurite" ]; then
    for each in "$state"/azurite/__azurite_db_*.json; do
      [ ! -f "$each" ] || fault=$(reads_json "$each") ||
        fail "Azurite's database is damaged ($fault). Start from scratch: ./run.sh clean. It deletes the cases on this machine."
    done
  fi
  [ ! -e "$state" ] || [ -d "$state" ] || fail ".local is not a folder. Remove it: rm .local"
  for each in run logs azurite samples; do
    [ ! -e "$state/$each" ] || [ -d "$state/$each" ] || fail ".local/$each is not a folder. Remove it: rm .local/$each"
  done
}

# local.settings.json belongs to the developer: only the addresses of this machine are updated.
make_settings() {
  local settings=$root/local.settings.json
  [ -f "$settings" ] || cp "$root/local.settings.sample.json" "$settings"
  sed -E -e "s#(\"Identity__Authority\": \"http://127\.0\.0\.1:)[0-9]+(/local/identity\")#\1$services_port\2#" \
    -e "s#(\"ContentSafety__Endpoint\": \"http://127\.0\.0\.1:)[0-9]+(/local\")#\1$services_port\2#" \
    -e "s#(\"WEBSITE_HOSTNAME\": \"localhost:)[0-9]+\"#\1$port\"#" -e "s#(\"LocalHttpPort\": )[0-9]+#\1$port#" "$settings" >"$settings.new"
  if cmp -s "$settings" "$settings.new"; then rm "$settings.new"; else mv "$settings.new" "$settings"; fi
}

# Settings missing from this machine's local.settings.json use the sample's values.
missing_settings() {
  local setting
  missing=()
  while IFS= read -r setting; do
    grep -qF "\"${setting%%=*}\"" "$root/local.settings.json" || missing+=("$setting")
  done < <(sed -nE 's/^ {4}"([A-Za-z0-9_]+)": "([^"]*)",?$/\1=\2/p' "$root/local.settings.sample.json" |
    sed -E "s#^(WEBSITE_HOSTNAME=localhost:)[0-9]+#\1$port#
      s#^((Identity__Authority|ContentSafety__Endpoint)=http://127\.0\.0\.1:)[0-9]+#\1$services_port#")
  [ ${#missing[@]} = 0 ] || step "local.settings.json lacks ${missing[*]%%=*}: the sample's values are used"
}

# shellcheck disable=SC2317 # await_start calls it
answers() { curl -fsS -m 10 -o /dev/null "http://127.0.0.1:$port/api/health" 2>/dev/null; }

# stamp MODE: prints the inputs of a running host, as hashes after human-readable words.
stamp() {
  say "mode $1 $port"
  say "build $(cd "$root" && find "$app_folder" "${host_dll%/*}" -type f -exec sha256sum {} + | LC_ALL=C sort | sha256sum)"
  say "settings $(cat "$root/local.settings.json" "$signer" | sha256sum)"
}

# start_host app|services|debugger
start_host() {
  local mode=$1 new changed arguments=(--app "$app_folder")
  make_settings
  missing_settings
  # From the environment, because the arguments of a process can be read by others.
  grep -qE '^ *"Labelling__Signer"' "$root/local.settings.json" || { Labelling__Signer=$(cat "$signer") && export Labelling__Signer; }
  new=$(stamp "$mode")
  if running app "$host_dll"; then
    changed=$(diff <(say "$new") "$state/run/app.stamp" 2>/dev/null | sed -n 's/^< \([a-z]*\) .*/\1/p' | paste -sd ' ') || true
    if [ -n "$changed" ] || [ ! -f "$state/run/app.stamp" ]; then
      step "Restarting the app: changed since its start: ${changed:-unknown}"
      stop_process app "$host_dll"
    fi
  fi
  if running app "$host_dll"; then
    step "The app runs already"
  else
    [ "$mode" = services ] || ! listens "$port" ||
      fail "port $port is in use by another program. Stop it, or choose another port: PORT=8080 ./run.sh"
    listens "$services_port" &&
      fail "port $services_port, for the services, is in use by another program. Stop it, or choose another port: PORT=8080 ./run.sh"
    case $mode in
      services) arguments+=(--services) ;;
      debugger) arguments=(--app "$debug_folder" --no-worker) ;;
    esac
    step "Starting the $mode"
    rm -f "$state/run/app.stamp"
    start_process app env ${missing[@]+"${missing[@]}"} dotnet "$host_dll" "${arguments[@]}" --settings local.settings.json --state .local \
      --port "$port" --services-port "$services_port"
    say "$port" >"$state/run/app.port"
    say "$new" >"$state/run/app.stamp"
  fi
  await_host "$mode"
}

await_host() {
  local ready=(listens "$services_port")
  [ "$1" != app ] || ready=(answers)
  await_start "The $1" "$(cat "$state/run/app.pid")" "${ready[@]}" && return
  tail -n 20 "$state/logs/app.log" >&2
  curl -sS -m 5 "http://127.0.0.1:$port/api/health" 2>/dev/null | head -c 2000 >&2 || true
  if running app "$host_dll"; then
    fail "no progress: the $1 is not ready, and used almost no processor time for two minutes." \
      "See above; the whole log: $state/logs/app.log"
  fi
  fail "the $1 ended while starting, see above. The whole log: $state/logs/app.log"
}

stop_all() {
  stop_process app "$host_dll"
  stop_process azurite azurite.js
}

clean() {
  stop_all
  rm -f "$root/local.settings.json"
  [ ! -d "$state" ] || find "$state" -mindepth 1 -maxdepth 1 ! -name tools -exec rm -rf {} +
  say "Clean: the next start begins from scratch."
}

once=
mode=app
paths=()
while [ $# -gt 0 ]; do
  case $1 in
    -h | --help) usage; exit ;;
    stop) stop_all; exit ;;
    clean) clean; exit ;;
    --once) once=1 ;;
    --services) mode=services ;;
    --no-worker) mode=debugger ;;
    --) shift; paths+=("$@"); break ;;
    -*) usage >&2; fail "unknown option $1" ;;
    *) paths+=("$1") ;;
  esac
  shift
done
for index in ${paths[@]+"${!paths[@]}"}; do
  [ -e "${paths[index]}" ] || fail "${paths[index]}: no such file or folder"
  paths[index]=$(realpath -- "${paths[index]}")
done
[ "$mode" = app ] || [ -z "$once${paths[*]+x}" ] ||
  fail "--services and --no-worker do not start the whole app, so they accept neither videos nor --once."

check_port
need_dotnet
need_media_tools
need_azurite
check_state
need_models
need_signer
need_packages
# A build overwrites files that a running process has mapped.
if running app "$host_dll" && ! is_built publish "$programs" Release "${sources[@]}"; then
  step "The sources have changed: the app stops for the build"
  stop_process app "$host_dll"
fi
build publish "$programs" Release "${sources[@]}"
[ "$mode" != debugger ] || build build functions/Functions.csproj Debug functions labels
[ -z "$once" ] || trap stop_all EXIT
start_azurite

if [ "$mode" = services ]; then
  start_host services
  # Core Tools read the settings beside the app.
  ln -sfn "$root/local.settings.json" "$root/$app_folder/local.settings.json"
  cat <<EOF

Azurite and the services run until ./run.sh stop. Start the app yourself:
  Core Tools  cd $root/$app_folder && func start --port $port
  Settings    $root/local.settings.json
  Identity    http://127.0.0.1:$services_port/local/identity
  Logs        $state/logs/app.log
EOF
  exit
fi
if [ "$mode" = debugger ]; then
  start_host debugger
  cat <<EOF

The host waits for a worker until ./run.sh stop. Press F5 in VS Code, or let another debugger start this, with the arguments and the
environment of the launch profile Worker in functions/Properties/launchSettings.json:
  Worker      cd $root/$debug_folder && dotnet Functions.dll
  Console     http://127.0.0.1:$port/console/   answers as soon as the worker has connected
  Logs        $state/logs/app.log
EOF
  exit
fi

start_host app
result=0
dotnet "$root/local/Samples/bin/Release/net10.0/Samples.dll" --app "http://127.0.0.1:$port" --services "http://127.0.0.1:$services_port" \
  --process "$(cat "$state/run/app.pid")" --elapsed $((SECONDS - began)) --folder "$state/samples" -- ${paths[@]+"${paths[@]}"} || result=$?
[ -z "$once" ] || exit $result

token=$(curl -fsS "http://127.0.0.1:$services_port/local/identity/token?sub=moderator&role=Moderator")
cat <<EOF

VideoGate runs until ./run.sh stop.
  Console     http://127.0.0.1:$port/console/   sign in with any name and roles: they are not checked on this machine
  API         http://127.0.0.1:$port/api        described by http://127.0.0.1:$port/api/openapi.yaml
  Health      http://127.0.0.1:$port/api/health
  Logs        $state/logs/app.log

A moderator's development token (an hour):
  export TOKEN=$token
  curl -H "Authorization: Bearer \$TOKEN" http://127.0.0.1:$port/api/reviews
EOF
exit $result
