using 'main.bicep'

param environmentName = 'prod'
param location = readEnvironmentVariable('GATE_LOCATION', 'westeurope')

// The Entra app registration: README.md, "Before the first deployment".
param identityAuthority = readEnvironmentVariable('GATE_IDENTITY_AUTHORITY')
param identityAudience = readEnvironmentVariable('GATE_IDENTITY_AUDIENCE')

param extraSettings = json(readEnvironmentVariable('GATE_SETTINGS', '{}'))
param secretSettings = json(readEnvironmentVariable('GATE_SECRET_SETTINGS', '{}'))

// Set by deploy.sh.
param image = readEnvironmentVariable('GATE_IMAGE', '')
param auditLocked = bool(readEnvironmentVariable('GATE_AUDIT_LOCKED', 'false'))

param privateNetwork = true
param storageSku = 'Standard_ZRS'
param auditRetentionDays = 365
param evidenceRetentionDays = 365
param logRetentionDays = 190
param durableSku = 'Dedicated'
param minReplicas = 2
param maxReplicas = 30
param quietHours = 2

// Resource ids of your action groups.
param actionGroupIds = json(readEnvironmentVariable('GATE_ACTION_GROUPS', '[]'))
