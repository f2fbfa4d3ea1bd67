using 'main.bicep'

param environmentName = 'prod'
param name = readEnvironmentVariable('GATE_NAME', 'gate')
param location = readEnvironmentVariable('GATE_LOCATION', 'westeurope')

param domains = { storage: 'core.windows.net', vault: '.vault.azure.net' }

// The Entra app registration: README.md, "Before the first deployment".
param identityAuthority = readEnvironmentVariable('GATE_IDENTITY_AUTHORITY')
param identityAudience = readEnvironmentVariable('GATE_IDENTITY_AUDIENCE')

param settings = json(readEnvironmentVariable('GATE_SETTINGS', '{}'))
param secretNames = json(readEnvironmentVariable('GATE_SECRET_NAMES', '[]'))

// Found out by deploy.sh.
param image = readEnvironmentVariable('GATE_IMAGE')
param auditLocked = bool(readEnvironmentVariable('GATE_AUDIT_LOCKED', 'false'))
param budget = {
  amount: 3000
  start: readEnvironmentVariable('GATE_BUDGET_START')
  emails: json(readEnvironmentVariable('GATE_BUDGET_EMAILS', '[]'))
}

param privateNetwork = true
param ingress = 'frontDoor'
param storageSku = 'Standard_ZRS'
param retention = { audit: 365, evidence: 365, logs: 190, histories: 28 }
param deletionLocked = true
param malwareScan = true
// Three units survive the loss of a zone; one costs a third of them and does not.
param scheduler = { name: 'Dedicated', capacity: 3 }
param replicas = { min: 2, max: 30 }
param quietHours = 2

// Resource ids of your action groups.
param actionGroupIds = json(readEnvironmentVariable('GATE_ACTION_GROUPS', '[]'))
