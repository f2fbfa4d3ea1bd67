using 'events.bicep'

// Outputs of main.bicep, handed on by steps.sh.
param topicName = readEnvironmentVariable('GATE_topicName')
param vaultName = readEnvironmentVariable('GATE_vaultName')
param deadLetterAccount = readEnvironmentVariable('GATE_hostAccount')
param deadLetterContainer = readEnvironmentVariable('GATE_deadLetterContainer')
param identityName = readEnvironmentVariable('GATE_eventIdentity')
param appHost = readEnvironmentVariable('GATE_appHost')
