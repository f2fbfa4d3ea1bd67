using 'main.bicep'

param environmentName = 'dev'
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
  amount: 150
  start: readEnvironmentVariable('GATE_BUDGET_START')
  emails: json(readEnvironmentVariable('GATE_BUDGET_EMAILS', '[]'))
}

param replicas = { min: 1, max: 3 }
param quietHours = 24
