# shellcheck shell=bash
# What run.sh and test.sh need from this machine: programs, Azurite, processes. Sourced, never run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
state=$root/.local
tools=$state/tools
azurite_version=3.37.0
azurite_js=$tools/node_modules/azurite/dist/src/azurite.js
c2pa_node_version=0.5.5
axe_version=4.14.1
axe_js=$tools/node_modules/axe-core/axe.min.js
c2pa_node_library=$tools/node_modules/@contentauth/c2pa-node/dist/index.node
infra_tools=$tools/infra
infra_modules='web-tree-sitter@0.27.2 tree-sitter-bicep@1.1.0 @azure/mcp-linux-x64@2.0.5 dockerfile-utils@0.16.3'
began=$SECONDS

feed_file=$state/feed.props
feed_packages='Azure.AI.ContentSafety Microsoft.Azure.Functions.Worker.Extensions.DurableTask.AzureManaged'

say() { printf '%s\n' "$*"; }
step() { printf '[%3ds] %s\n' $((SECONDS - began)) "$*"; }
fail() { printf 'Error: %s\n' "$*" >&2; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

# attended WHAT LOG COMMAND...: runs the command with its output in the log, and says now and then that it still runs. The command stays in the
# foreground, so that Ctrl-C reaches it.
attended() {
  local what=$1 log=$2 status=0
  shift 2
  mkdir -p "$(dirname "$log")"
  : >"$log"
  attend "$what" "$log" &
  local attendant=$!
  "$@" >"$log" 2>&1 </dev/null || status=$?
  kill "$attendant" 2>/dev/null || true
  wait "$attendant" 2>/dev/null || true
  return "$status"
}

# attend WHAT LOG: a line after 8 seconds, then at growing distances, until this script ends.
attend() {
  local waited=0 next=8 last
  while kill -0 $$ 2>/dev/null; do
    sleep 1
    waited=$((waited + 1))
    [ $waited -ge $next ] || continue
    next=$((next + (next < 30 ? 10 : 30)))
    last=$(tail -n 1 "$2" 2>/dev/null | tr -cd '[:print:]' | cut -c 1-90)
    step "$1: ${waited} s so far${last:+ ($last)}"
  done
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif has sudo; then sudo "$@"
  else fail "installing needs root, and there is no sudo. As root: $*"
  fi
}

# need_programs PROGRAM=PACKAGE...: installs the Debian packages whose programs are missing.
need_programs() {
  local pair missing=()
  for pair; do has "${pair%%=*}" || missing+=("${pair#*=}"); done
  [ ${#missing[@]} = 0 ] && return
  install_packages "${missing[@]}"
}

install_packages() {
  has apt-get || fail "missing: $*. There is no apt-get here; install them with this system's package manager and start again."
  step "Installing $* from Debian (about a minute, once)"
  attended "Installing from Debian" "$state/logs/apt.log" apt_install "$@" ||
    { tail -n 5 "$state/logs/apt.log" >&2; fail "apt-get could not install: $*. The whole log: $state/logs/apt.log"; }
}

apt_install() { as_root apt-get update && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; }

need_media_tools() {
  need_programs ffmpeg=ffmpeg tesseract=tesseract-ocr curl=curl fc-list=fontconfig
  local language missing=()
  for language in chi_sim chi_tra; do
    tesseract --list-langs 2>/dev/null | grep -x "$language" >/dev/null || missing+=("tesseract-ocr-${language//_/-}")
  done
  # Samples and tests draw labels in Chinese.
  fc-list : family | grep -F "Noto Sans CJK SC" >/dev/null || missing+=(fonts-noto-cjk)
  [ ${#missing[@]} = 0 ] || install_packages "${missing[@]}"
}

need_dotnet() {
  has dotnet || fail "the .NET SDK 10 is missing. Install it from https://dotnet.microsoft.com/download and start again."
  (cd "$root" && dotnet --version >/dev/null 2>&1) || fail "global.json asks for .NET SDK 10; installed: $(cd / && dotnet --version)."
}

need_npm() { has npm || fail "Node.js with npm is missing. Install Node.js 20 or later and start again."; }

need_azurite() {
  need_npm
  [ -f "$azurite_js" ] && [ "$(cat "$tools/azurite.version" 2>/dev/null)" = "$azurite_version" ] && return
  install_module azurite "$azurite_version" || fail "npm could not install Azurite. The whole log: $state/logs/npm.log"
}

# c2pa-rs, which the label reader is compared with. Tests that miss it say so, so that a machine without it can run the others.
need_c2pa_node() {
  need_npm
  [ -f "$c2pa_node_library" ] && [ "$(cat "$tools/c2pa-node.version" 2>/dev/null)" = "$c2pa_node_version" ] && return
  if ! install_module @contentauth/c2pa-node "$c2pa_node_version" || [ ! -f "$c2pa_node_library" ]; then say "Going on without c2pa-rs."; fi
}

# What stands for a Bicep compiler (a grammar, and Microsoft's resource type schemas), and a linter for the Dockerfile.
# Tests that miss them say so.
need_infra_tools() {
  need_npm
  [ "$(cat "$infra_tools/installed" 2>/dev/null)" = "$infra_modules" ] && return
  step "Installing the Bicep grammar and schemas and a Dockerfile linter into .local/tools (140 MB, once)"
  mkdir -p "$infra_tools"
  # shellcheck disable=SC2086 # the modules are words
  attended "Installing with npm" "$state/logs/npm.log" \
    npm install --prefix "$infra_tools" --ignore-scripts --no-audit --no-fund --no-package-lock $infra_modules ||
    { tail -n 5 "$state/logs/npm.log" >&2; say "Going on without them: infra/ goes unchecked."; return 0; }
  say "$infra_modules" >"$infra_tools/installed"
}

# The console's tests run in Chromium, where axe-core looks for what keeps people out. Playwright's driver comes with its NuGet package.
need_browser() {
  need_programs chromium=chromium
  need_npm
  [ -f "$axe_js" ] && [ "$(cat "$tools/axe-core.version" 2>/dev/null)" = "$axe_version" ] && return
  install_module axe-core "$axe_version" || fail "npm could not install axe-core. The whole log: $state/logs/npm.log"
}

# install_module NAME VERSION: from npm into .local/tools, beside what is there. The native library of c2pa-node comes within the package;
# its install script would fetch another from GitHub.
install_module() {
  step "Installing $1 $2 into .local/tools (about a minute, once)"
  mkdir -p "$tools"
  attended "Installing with npm" "$state/logs/npm.log" \
    npm install --prefix "$tools" --ignore-scripts --no-audit --no-fund --no-package-lock "$1@$2" ||
    { tail -n 5 "$state/logs/npm.log" >&2; return 1; }
  say "$2" >"$tools/${1##*/}.version"
}

# need_packages: asks the package feed once whether it has the two packages that some feeds lack, and keeps the answer as feed.props for
# Directory.Build.props. Other versions are asked about again.
need_packages() {
  local package wanted=() missing=() line
  for package in $feed_packages; do wanted+=("$package $(package_version "$package")"); done
  local question
  question=$(printf '%s, ' "${wanted[@]}")
  question=${question%, }
  if ! grep -qF "asked for $question -->" "$feed_file" 2>/dev/null; then
    step "Asking the package feed for two packages that some feeds lack (once)"
    for package in "${wanted[@]}"; do
      # shellcheck disable=SC2086 # name and version are words
      feed_has $package || missing+=("${package% *}")
    done
    mkdir -p "$state"
    line=$(printf '%s;' ${missing[@]+"${missing[@]}"})
    cat >"$feed_file.new" <<EOF
<Project>
  <!-- Which packages the feed of this machine lacks; asked for $question -->
  <PropertyGroup>
    <MissingPackages>${line%;}</MissingPackages>
  </PropertyGroup>
</Project>
EOF
    mv "$feed_file.new" "$feed_file"
  fi
  line=$(sed -n 's:.*<MissingPackages>\(.*\)</MissingPackages>.*:\1:p' "$feed_file")
  case $line in
    '') step "The package feed has every package" ;;
    *Azure.AI.ContentSafety*) step "The package feed lacks ${line//;/, }: building with the stand-in client (to ask again: rm .local/feed.props)" ;;
    *) step "The package feed lacks $line: building without it (to ask again: rm .local/feed.props)" ;;
  esac
}

package_version() {
  local version
  version=$(sed -nE "s/.*<PackageVersion Include=\"${1//./\\.}\" Version=\"([^\"]+)\".*/\1/p" "$root/Directory.Packages.props")
  [ -n "$version" ] || fail "Directory.Packages.props does not have $1."
  say "$version"
}

# feed_has PACKAGE VERSION: restores a project that needs nothing else, isolated from the repository's own build files. A feed that cannot be
# reached ends the script: its silence is no answer.
feed_has() {
  local folder=$state/feed/$1 file
  local log=$state/logs/feed.log
  rm -rf "$folder"
  mkdir -p "$folder"
  for file in Directory.Build.props Directory.Build.targets Directory.Packages.props; do say '<Project />' >"$folder/$file"; done
  cat >"$folder/feed.csproj" <<EOF
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="$1" Version="$2" />
  </ItemGroup>
</Project>
EOF
  attended "Asking the package feed for $1" "$log" dotnet restore "$folder/feed.csproj" --nologo --verbosity quiet && return
  grep -qE 'error NU(1101|1102|1103):' "$log" && ! grep -qE 'error NU13[0-9]+:' "$log" && return 1
  grep -E 'error' "$log" | sort -u | head -n 5 >&2
  fail "the package feed cannot be asked for $1. Check the network and the feeds (dotnet nuget list source), and start again. The whole log: $log"
}

# Files that a build makes, set by the caller: one that is missing means that nothing is built.
outputs=()

# is_built WHAT CONFIGURATION PATH...: whether nothing under the paths, nor what every build reads, has changed since it was built.
is_built() {
  local built=$state/run/built-${1##*/}-$2 output
  shift 2
  for output in ${outputs[@]+"${outputs[@]}"}; do [ -f "$root/$output" ] || return 1; done
  [ -f "$built" ] && [ "$(cat "$built")" = "$(sources_hash "$@")" ]
}

# build WHAT CONFIGURATION PATH...: quiet unless it fails; nothing to do if it is built.
build() {
  local name=${1##*/} sources built=$state/run/built-${1##*/}-$2
  if is_built "$@"; then
    step "$name is built already"
    return
  fi
  step "Building $name (a minute the first time)"
  rm -f "$built"
  # What is edited during the build must be built the next time.
  sources=$(sources_hash "${@:3}")
  attended "Building $name" "$state/logs/build.log" dotnet build "$root/$1" -c "$2" --nologo --verbosity minimal ||
    { grep -E 'error|warning' "$state/logs/build.log" | sort -u | head -n 20 >&2; fail "the build failed. The whole log: $state/logs/build.log"; }
  mkdir -p "$state/run"
  say "$sources" >"$built"
}

# sources_hash PATH...: over names, sizes and times of the files that a build reads.
sources_hash() {
  (
    cd "$root" || exit
    find "$@" Directory.*.props global.json host.json "$feed_file" \
      \( -name .git -o -name .local -o -name bin -o -name obj -o -name node_modules -o -name TestResults \) -prune -o -type f -printf '%p %s %T@\n' 2>/dev/null || true
  ) | LC_ALL=C sort | sha256sum
}

listens() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# await SECONDS PID COMMAND...: polls until the command succeeds; gives up when the time or the process is over.
await() {
  local limit=$((SECONDS + $1)) pid=$2
  shift 2
  until "$@"; do
    [ $SECONDS -lt $limit ] || return 1
    not_alive "$pid" && return 1
    sleep 0.2
  done
}

# await_start WHAT PID COMMAND...: polls until the command succeeds, for as long as the process lives and works. Gives up when it has ended, or
# used less than a fifth of a processor for two minutes.
await_start() {
  local what=$1 pid=$2
  shift 2
  local since=$SECONDS next=$((SECONDS + 8)) worked=$SECONDS ticks before now told=
  before=$(cpu_ticks "$pid")
  until "$@"; do
    not_alive "$pid" && return 1
    if [ $SECONDS -ge $next ]; then
      next=$((SECONDS + 10))
      now=$(cpu_ticks "$pid")
      ticks=$((now - before))
      before=$now
      # A hundred ticks are a second of one processor.
      [ $ticks -lt 200 ] || worked=$SECONDS
      [ $((SECONDS - worked)) -lt 120 ] || return 1
      step "$what starts: $((SECONDS - since)) s so far, $((ticks / 100)) s of processor time in the last ten"
      if [ -z "$told" ] && [ $((SECONDS - since)) -ge 60 ]; then
        told=1
        step "This machine is slow: the start goes on as long as it works"
      fi
    fi
    sleep 0.3
  done
}

# cpu_ticks PID: the processor time of all processes in the session that this one leads, with that of their ended children, in ticks (proc(5)).
cpu_ticks() {
  cat /proc/[0-9]*/stat 2>/dev/null | sed 's/^.*) //' | awk -v session="$1" '$4 == session { sum += $12 + $13 + $14 + $15 } END { print sum + 0 }'
}

# running NAME MARK: whether the process that start_process recorded still runs (and is not somebody else's by now).
running() {
  local pid
  pid=$(cat "$state/run/$1.pid" 2>/dev/null) || return 1
  [ -r "/proc/$pid/cmdline" ] && tr '\0' ' ' <"/proc/$pid/cmdline" | grep -qF "$2"
}

# start_process NAME COMMAND...: in the background, log and pid under .local.
start_process() {
  local name=$1
  shift
  mkdir -p "$state/run" "$state/logs"
  [ ! -f "$state/logs/$name.log" ] || mv "$state/logs/$name.log" "$state/logs/$name.before.log"
  (cd "$root" && exec setsid "$@" >>"$state/logs/$name.log" 2>&1 </dev/null) &
  say $! >"$state/run/$name.pid"
  disown
}

# stop_process NAME MARK: what it started goes with it, at the latest after 40 seconds.
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

not_alive() { ! kill -0 "$1" 2>/dev/null; }
