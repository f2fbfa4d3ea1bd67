// The Container Apps environment. Logs of the platform are exported as diagnostics, which needs no workspace key. What the app writes is
// not: its log lines are in Application Insights already, and would be paid for twice. `az containerapp logs show` has the console.
param name string
param location string
param tags object

@description('Has a subnet `apps` delegated to Microsoft.App/environments; empty for none.')
param networkName string

param workspaceName string

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' existing = {
  name: workspaceName
}

resource network 'Microsoft.Network/virtualNetworks@2024-07-01' existing = if (!empty(networkName)) {
  name: networkName
}

resource subnet 'Microsoft.Network/virtualNetworks/subnets@2024-07-01' existing = if (!empty(networkName)) {
  parent: network
  name: 'apps'
}

resource managed 'Microsoft.App/managedEnvironments@2025-01-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    appLogsConfiguration: { destination: 'azure-monitor' }
    vnetConfiguration: empty(networkName) ? null : { infrastructureSubnetId: subnet.id, internal: false }
    workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }]
    zoneRedundant: !empty(networkName)
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: managed
  properties: {
    workspaceId: workspace.id
    logs: [{ category: 'ContainerAppSystemLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}
