// The intake account's events, and the role to write dead letters.
param name string
param location string
param tags object
param sourceAccount string
param deadLetterAccount string
param deadLetterContainer string

var role = { storageBlobDataContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe' }

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
  identity: { type: 'SystemAssigned' }
  properties: {
    source: source.id
    topicType: 'Microsoft.Storage.StorageAccounts'
  }
}

resource deadLetter 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(container.id, name, role.storageBlobDataContributor)
  scope: container
  properties: {
    principalId: topic.identity.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.storageBlobDataContributor)
  }
}

output name string = topic.name
