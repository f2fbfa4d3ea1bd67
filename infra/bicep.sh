#!/usr/bin/env bash
# Runs the Bicep compiler of the version that bicep.csproj names, with these arguments. Fetches it the first time; az is not needed.
set -euo pipefail
project=$(dirname "${BASH_SOURCE[0]}")/bicep.csproj
version=$(sed -n 's/.*Include="Azure\.Bicep\.CommandLine\..*Version="\[\(.*\)\]".*/\1/p' "$project")
packages=${NUGET_PACKAGES:-$HOME/.nuget/packages}
for attempt in found restored; do
  for compiler in "$packages"/azure.bicep.commandline.*/"$version"/tools/bicep; do
    if [ -f "$compiler" ]; then
      [ -x "$compiler" ] || chmod a+x "$compiler"
      exec "$compiler" "$@"
    fi
  done
  [ "$attempt" = restored ] ||
    dotnet restore "$project" -p:BaseIntermediateOutputPath="$(cd "${project%/*}/.." && pwd)/.local/bicep/" --nologo --verbosity quiet >&2
done
echo "Error: the package feed has no Azure.Bicep.CommandLine $version for this machine." >&2
exit 3
