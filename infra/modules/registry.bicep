// The registry of the image. Only identities are accepted. The Basic SKU has no firewall: `az acr build` and every region reach it.
param name string
param location string
param tags object

@description('Empty before there is a workspace.')
param workspaceName string = ''

@description('The identity that pulls; empty before there is one.')
param identityName string = ''

var role = { acrPull: '7f951dda-4ed3-4680-a7ca-43fe172d538d' }

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' existing = if (!empty(workspaceName)) {
  name: workspaceName
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = if (!empty(identityName)) {
  name: identityName
}

resource registry 'Microsoft.ContainerRegistry/registries@2025-04-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: 'Basic' }
  properties: {
    adminUserEnabled: false
    anonymousPullEnabled: false
  }
}

resource pull 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(identityName)) {
  name: guid(registry.id, identity.id, role.acrPull)
  scope: registry
  properties: {
    principalId: identity!.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.acrPull)
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = if (!empty(workspaceName)) {
  name: 'to-workspace'
  scope: registry
  properties: {
    workspaceId: workspace.id
    logs: [
      { category: 'ContainerRegistryLoginEvents', enabled: true }
      { category: 'ContainerRegistryRepositoryEvents', enabled: true }
    ]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}
