#!/usr/bin/env bash
# Compiles and lints everything in infra/ with the real Bicep compiler. Writes nothing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
command -v az >/dev/null || { echo "Error: az is missing. Install it and start again." >&2; exit 1; }

# Parameter files read these from the environment.
export GATE_IDENTITY_AUTHORITY=https://login.example/v2.0 GATE_IDENTITY_AUDIENCE=an-application
az bicep install
for file in main.bicep events.bicep modules/*.bicep; do
  echo "$file"
  az bicep build --file "$file" --stdout >/dev/null
  az bicep lint --file "$file"
done
for file in *.bicepparam; do
  echo "$file"
  az bicep build-params --file "$file" --stdout >/dev/null
done
