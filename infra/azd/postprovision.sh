#!/usr/bin/env bash
# azd, after main.bicep: the app answers, hears of uploads, and takes one. azd passes the outputs of main.bicep in the environment.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
environment=${AZURE_ENV_NAME:-}
. infra/steps.sh
check_needs az curl openssl
# The deployment has azd's name: outputs come as settings, such as publicHost.
output() { reply=${!1:?azd passed no output $1}; }
look_up
finish
summary
