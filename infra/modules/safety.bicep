// Azure AI Content Safety, reached by identity.
param name string
param location string
param tags object
param openToInternet bool
param identityName string
param workspaceName string

var role = { cognitiveServicesUser: 'a97b65f3-24c7-4388-baec-2e87135dc908' }

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' existing = {
  name: workspaceName
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource account 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'ContentSafety'
  sku: { name: 'S0' }
  properties: {
    // Tokens are accepted only at a custom subdomain of the resource.
    customSubDomainName: name
    disableLocalAuth: true
    publicNetworkAccess: openToInternet ? 'Enabled' : 'Disabled'
    networkAcls: { defaultAction: openToInternet ? 'Allow' : 'Deny' }
  }
}

resource user 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, identity.id, role.cognitiveServicesUser)
  scope: account
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.cognitiveServicesUser)
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: account
  properties: {
    workspaceId: workspace.id
    logs: [{ category: 'Audit', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}
