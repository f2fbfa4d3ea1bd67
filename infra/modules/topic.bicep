// The intake account's events, under an identity that may write dead letters.
param name string
param location string
param tags object
param identityName string
param sourceAccount string
param deadLetterAccount string
param deadLetterContainer string
param workspaceName string

var role = { storageBlobDataContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe' }

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' existing = {
  name: workspaceName
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource source 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: sourceAccount
}

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: deadLetterAccount
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-01-01' existing = {
  parent: account
  name: 'default'
}

resource container 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' existing = {
  parent: blobs
  name: deadLetterContainer
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: name
  location: location
  tags: tags
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    source: source.id
    topicType: 'Microsoft.Storage.StorageAccounts'
  }
}

// Of an identity of its own: a topic's system identity changes with the topic, and an assignment's principal cannot be changed.
resource deadLetter 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(container.id, identity.id, role.storageBlobDataContributor)
  scope: container
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.storageBlobDataContributor)
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: topic
  properties: {
    workspaceId: workspace.id
    logs: [{ category: 'DeliveryFailures', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}
