// Durable Task Scheduler: the orchestrations' histories, timers and queues.
import { Scheduler } from '../types.bicep'

param name string
param location string
param tags object
param sku Scheduler
param openToInternet bool
param workspaceName string

@description('The hubName in host.json.')
param taskHub string

@description('Deletes what the app did not purge; this policy does not know cases. Consumption keeps 30 days at most.')
@maxValue(90)
param retentionDays int

@description('Who works on the hub: the app.')
param identityName string

var role = { durableTaskDataContributor: '0ad04412-c4d5-4796-b79c-f76d14c8d402' }

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' existing = {
  name: workspaceName
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource scheduler 'Microsoft.DurableTask/schedulers@2026-02-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    sku: sku
    publicNetworkAccess: openToInternet ? 'Enabled' : 'Disabled'
    // An empty list denies everyone, which is right only behind a private endpoint. Every caller needs a role on the hub.
    ipAllowlist: openToInternet ? ['0.0.0.0/0'] : []
  }
}

resource hub 'Microsoft.DurableTask/schedulers/taskHubs@2026-02-01' = {
  parent: scheduler
  name: taskHub
  properties: {}
}

resource retention 'Microsoft.DurableTask/schedulers/retentionPolicies@2026-02-01' = {
  parent: scheduler
  name: 'default'
  properties: {
    retentionPolicies: [{ retentionPeriodInDays: retentionDays }]
  }
}

resource worker 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(hub.id, identity.id, role.durableTaskDataContributor)
  scope: hub
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.durableTaskDataContributor)
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: scheduler
  properties: {
    workspaceId: workspace.id
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}
