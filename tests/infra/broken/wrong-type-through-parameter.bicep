// expect: workspace.properties.retentionInDays: type int is wanted, here is string
param days string

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' = {
  name: 'logs'
  location: 'westeurope'
  properties: { retentionInDays: days }
}
