#!/usr/bin/env bash
# Checks the package feeds for known vulnerabilities of packages that the app or its tests use.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. local/machine.sh

usage() {
  cat <<'EOF'
infra/audit.sh          every project of the solution, with what its packages bring along
infra/audit.sh --help   this page

Restore first.
0: nothing is known. 1: something is; it is named. 3: no feed of this machine knows of vulnerabilities, so that nothing was found out.
EOF
}

case ${1:-} in
  '') ;;
  -h | --help) usage; exit ;;
  *) usage >&2; fail "unknown option $1" ;;
esac
for program in dotnet curl; do has "$program" || fail "$program is missing. Install it and start again."; done

# A feed without this resource answers as if no package were vulnerable (https://learn.microsoft.com/nuget/api/vulnerability-info).
knows() { curl -fsS --max-time 30 "$1" 2>/dev/null | grep -F '"VulnerabilityInfo/' >/dev/null; }

asked=
for source in $(dotnet nuget list source --format short | sed -n 's/^E //p'); do
  if knows "$source"; then asked=1; else say "$source knows of no vulnerabilities, or does not answer."; fi
done
if [ -z "$asked" ]; then
  say "Nothing was found out: ask again on a machine whose feed knows of them."
  exit 3
fi

if ! found=$(dotnet list Serverless.sln package --vulnerable --include-transitive); then
  say "$found"
  fail "dotnet could not list the packages. Restore first: dotnet restore Serverless.sln"
fi
if grep -F 'has the following vulnerable packages' <<<"$found" >/dev/null; then
  say "$found"
  fail "vulnerable packages are in use. Raise their versions in Directory.Packages.props."
fi
say "No package of Serverless.sln is known to be vulnerable."
