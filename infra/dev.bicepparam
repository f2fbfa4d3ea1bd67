using 'main.bicep'

param environmentName = 'dev'
param location = readEnvironmentVariable('GATE_LOCATION', 'westeurope')

// The Entra app registration: README.md, "Before the first deployment".
param identityAuthority = readEnvironmentVariable('GATE_IDENTITY_AUTHORITY')
param identityAudience = readEnvironmentVariable('GATE_IDENTITY_AUDIENCE')

param extraSettings = json(readEnvironmentVariable('GATE_SETTINGS', '{}'))
param secretSettings = json(readEnvironmentVariable('GATE_SECRET_SETTINGS', '{}'))

// Set by deploy.sh.
param image = readEnvironmentVariable('GATE_IMAGE', '')

param maxReplicas = 3
param quietHours = 24
