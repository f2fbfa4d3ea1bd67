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

say() { printf '%s\n' "$*"; }
step() { printf '[%3ds] %s\n' $((SECONDS - began)) "$*"; }
fail() { printf 'Error: %s\n' "$*" >&2; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

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
  mkdir -p "$state/logs"
  {
    as_root apt-get update &&
      as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
  } >"$state/logs/apt.log" 2>&1 || { tail -n 5 "$state/logs/apt.log" >&2; fail "apt-get could not install: $*. The whole log: $state/logs/apt.log"; }
}

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
  mkdir -p "$infra_tools" "$state/logs"
  # shellcheck disable=SC2086 # the modules are words
  npm install --prefix "$infra_tools" --ignore-scripts --no-audit --no-fund --no-package-lock $infra_modules >"$state/logs/npm.log" 2>&1 ||
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
  mkdir -p "$tools" "$state/logs"
  npm install --prefix "$tools" --ignore-scripts --no-audit --no-fund --no-package-lock "$1@$2" >"$state/logs/npm.log" 2>&1 ||
    { tail -n 5 "$state/logs/npm.log" >&2; return 1; }
  say "$2" >"$tools/${1##*/}.version"
}

# build WHAT CONFIGURATION: quiet unless it fails.
build() {
  step "Building $(basename "$1") (half a minute the first time)"
  mkdir -p "$state/logs"
  dotnet build "$root/$1" -c "$2" --nologo -v quiet >"$state/logs/build.log" 2>&1 ||
    { grep -E 'error|warning' "$state/logs/build.log" | sort -u | head -n 20 >&2; fail "the build failed. The whole log: $state/logs/build.log"; }
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

# stop_process NAME MARK
stop_process() {
  local pid
  running "$1" "$2" || { rm -f "$state/run/$1.pid"; return 0; }
  pid=$(cat "$state/run/$1.pid")
  kill "$pid" 2>/dev/null
  await 15 $$ not_alive "$pid" || kill -9 "$pid" 2>/dev/null
  rm -f "$state/run/$1.pid"
  step "Stopped $1"
}

not_alive() { ! kill -0 "$1" 2>/dev/null; }
