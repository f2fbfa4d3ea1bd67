#!/usr/bin/env bash
# azd, before main.bicep: the group, the registry and the image; and what main.bicep is to know.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
environment=${AZURE_ENV_NAME:-}
export GATE_LOCATION=${GATE_LOCATION:-${AZURE_LOCATION:-westeurope}}
. infra/steps.sh
: >"$log"
check_needs az azd git openssl
check_settings
look_up
sure=${GATE_YES:-}
[ "$environment" != prod ] || confirm "deploy"
prepare
# azd reads main.bicepparam, whatever the environment is called.
cp "infra/$environment.bicepparam" infra/main.bicepparam
for setting in GATE_IMAGE GATE_NAME GATE_LOCATION GATE_AUDIT_LOCKED GATE_BUDGET_START; do azd env set "$setting" "${!setting}"; done
