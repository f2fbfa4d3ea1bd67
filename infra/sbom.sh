#!/usr/bin/env bash
# Writes bills of materials in CycloneDX: of the app, of the label readers' packages, and of the modules that scripts install from npm.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. local/machine.sh

usage() {
  cat <<'EOF'
infra/sbom.sh [FOLDER]   writes *.cdx.json into the folder, by default artifacts
infra/sbom.sh --help     this page

Restore first. The image carries its own: /sbom/dotnet.cdx.json and /sbom/debian.cdx.json.
EOF
}

case ${1:-} in
  -h | --help) usage; exit ;;
  -*) usage >&2; fail "unknown option $1" ;;
esac
folder=${1:-artifacts}
for program in dotnet npm; do has "$program" || fail "$program is missing. Install it and start again."; done

step "Restoring the CycloneDX tool that .config/dotnet-tools.json names"
dotnet tool restore >/dev/null
mkdir -p "$folder"
for project in functions/Functions labels/AiLabels/AiLabels labels/Pixels/Pixels labels/Cli/AiLabels.Cli; do
  step "${project##*/}"
  dotnet CycloneDX "$project.csproj" --output "$folder" --filename "${project##*/}.cdx.json" --output-format Json \
    --disable-package-restore >/dev/null
done
for list in tools tools/infra tools/models; do
  step "local/$list"
  (cd "local/$list" && npm sbom --package-lock-only --sbom-format cyclonedx) >"$folder/npm-${list##*/}.cdx.json"
done
say "Written to $folder: $(cd "$folder" && echo *.cdx.json)"
