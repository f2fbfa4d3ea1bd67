// Azure AI Content Safety, reached by identity.
param name string
param location string
param tags object
param openToInternet bool
param principalId string
param workspaceId string

var role = { cognitiveServicesUser: 'a97b65f3-24c7-4388-baec-2e87135dc908' }

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
  name: guid(account.id, principalId, role.cognitiveServicesUser)
  scope: account
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.cognitiveServicesUser)
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: account
  properties: {
    workspaceId: workspaceId
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

output id string = account.id
output name string = account.name
output endpoint string = account.properties.endpoint
