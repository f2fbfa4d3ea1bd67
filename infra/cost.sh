#!/usr/bin/env bash
# Prints what VideoGate costs a month, for both environments. Prices and measured figures are the table below.
set -euo pipefail

usage() {
  cat <<'EOF_USAGE'
infra/cost.sh VIDEOS          what that many videos a month cost in dev and prod
infra/cost.sh VIDEOS NAME=VALUE...   with other figures, such as frames=6 units=1
infra/cost.sh --figures       every figure with its source
infra/cost.sh --help          this page

List prices in US dollars, West Europe, without taxes or discounts: replace them by yours.
EOF_USAGE
}

# name value source
figures='
frames 12 distinct frames of a video that Content Safety is asked about; assumption, the policy caps them at 120
texts 3 texts of at most 1,000 characters: title, description, screen; assumption
megabytes 21 of a video with its evidence; assumption
cpu 20 vCPU seconds to decode and read a video; tests/bench/frames, ten seconds of HD
writes 10 storage writes of a video; tests/bench/workflow
reads 11 storage reads of a video; tests/bench/workflow
actions 15 actions of the scheduler for a video; tests/bench/workflow
kilobytes 90 of logs and traces of a video; tests/bench/workflow
months 1 that a video is kept
image_price 0.75 for 1,000 images; Content Safety, S0
text_price 0.38 for 1,000 texts; Content Safety, S0
write_price 0.065 for 10,000 writes; Blob Storage, hot
read_price 0.005 for 10,000 reads; Blob Storage, hot
gigabyte_price 0.0184 for a GB and month; Blob Storage, hot, LRS
zrs_factor 1.25 ZRS to LRS
action_price 0.003 for 10,000 actions; Durable Task Scheduler, Consumption
unit_price 350 for a unit and month; Durable Task Scheduler, Dedicated
cpu_price 0.000024 for a vCPU second, active; Container Apps
memory_price 0.000003 for a GiB second, active; Container Apps
log_price 2.76 for a GB; Log Analytics, 31 days included
retention_price 0.12 for a GB and month of logs that are kept longer
scan_price 0.15 for a GB scanned; Defender for Storage
defender_price 10 for an account and month; Defender for Storage
endpoint_price 7.3 for a private endpoint and month
door_price 35 a month; Front Door, Standard
door_gigabyte 0.083 for a GB out of Front Door; Zone 1
door_megabytes 0.2 of answers of the API and the console for a video; assumption
registry_price 5 a month; Container Registry, Basic
alert_price 0.75 for a rule and month, evaluated every 15 minutes, mean
alerts 22 rules
units 3 units of the scheduler in prod
'

case ${1:-} in
  -h | --help) usage; exit ;;
  --figures) printf '%s' "$figures" | sed '/^$/d; s/^\([a-z_]*\) \([0-9.]*\) \(.*\)/\1\t\2\t\3/' | column -t -s "$(printf '\t')"; exit ;;
  '' | *[!0-9]*) usage >&2; echo "Error: how many videos a month?" >&2; exit 1 ;;
esac
videos=$1
shift
for change; do
  if ! [[ $change =~ ^[a-z_]+=[0-9.]+$ ]] || ! grep -q "^${change%%=*} " <<<"$figures"; then
    echo "Error: $change is no figure. There is: infra/cost.sh --figures" >&2
    exit 1
  fi
done

{ printf '%s' "$figures"; for change; do echo "${change/=/ }"; done; } | awk -v n="$videos" '
  NF { value[$1] = $2 }
  function line(what, dev, prod) { printf "%-34s %12.2f %12.2f\n", what, dev, prod; sum_dev += dev; sum_prod += prod }
  function v(name) { return value[name] }
  END {
    month = 30 * 86400
    # A replica with a stream to the scheduler and probes is never idle: both are charged as active, at all times, for 2 vCPU and 4 GiB.
    replica = month * (2 * v("cpu_price") + 4 * v("memory_price"))
    decoding = n * v("cpu") / (month * 2)
    extra = decoding > 1 ? decoding - 1 : 0; extra_prod = decoding > 2 ? decoding - 2 : 0
    gigabytes = n * v("megabytes") / 1000; logs = n * v("kilobytes") / 1000000
    printf "%-34s %12s %12s\n", n " videos a month, US dollars", "dev", "prod"
    line("Content Safety, images", n * v("frames") * v("image_price") / 1000, n * v("frames") * v("image_price") / 1000)
    line("Content Safety, texts", n * v("texts") * v("text_price") / 1000, n * v("texts") * v("text_price") / 1000)
    calls = n * (v("writes") * v("write_price") + v("reads") * v("read_price")) / 10000
    line("storage, calls", calls, calls * v("zrs_factor"))
    line("storage, " v("months") " months", gigabytes * v("gigabyte_price") * v("months"), \
      gigabytes * v("gigabyte_price") * v("months") * v("zrs_factor"))
    line("scheduler", n * v("actions") * v("action_price") / 10000, v("units") * v("unit_price"))
    line("replicas that always run", replica, 2 * replica)
    line("further replicas, decoding", extra * replica, extra_prod * replica)
    line("logs and traces", logs * v("log_price"), logs * (v("log_price") + 5 * v("retention_price")))
    line("malware scan", 0, v("defender_price") + gigabytes * v("scan_price"))
    line("private endpoints", 0, 10 * v("endpoint_price"))
    line("Front Door", 0, v("door_price") + n * v("door_megabytes") / 1000 * v("door_gigabyte"))
    line("registry and alerts", v("registry_price") + v("alerts") * v("alert_price"), v("registry_price") + v("alerts") * v("alert_price"))
    printf "%-34s %12.2f %12.2f\n", "together", sum_dev, sum_prod
    printf "\nReplicas that decode, at 2 vCPU: %.1f on average, %.1f at three times that. dev has 3 at most, prod 30.\n", \
      decoding, 3 * decoding
  }'
