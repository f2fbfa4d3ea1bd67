using 'foundation.bicep'

// Handed on by steps.sh.
param environmentName = readEnvironmentVariable('GATE_ENVIRONMENT')
param name = readEnvironmentVariable('GATE_NAME', 'gate')
param location = readEnvironmentVariable('GATE_LOCATION', 'westeurope')
