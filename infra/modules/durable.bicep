// Durable Task Scheduler: the orchestrations' histories, timers and queues.
param name string
param location string
param tags object

@allowed(['Consumption', 'Dedicated'])
param sku string

@description('The hubName in host.json.')
param taskHub string

@maxValue(90)
param retentionDays int

@description('Who works on the hub: the app.')
param principalId string

var role = { durableTaskDataContributor: '0ad04412-c4d5-4796-b79c-f76d14c8d402' }

resource scheduler 'Microsoft.DurableTask/schedulers@2026-02-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    sku: sku == 'Dedicated' ? { name: sku, capacity: 1 } : { name: sku }
    // An empty list would deny all access. Every caller needs a role on the hub.
    ipAllowlist: ['0.0.0.0/0']
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
  name: guid(hub.id, principalId, role.durableTaskDataContributor)
  scope: hub
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.durableTaskDataContributor)
  }
}

output endpoint string = scheduler.properties.endpoint
output taskHub string = hub.name
