// The app's roles on blobs and queues, container by container, and on its metrics.
@description('The app\'s identity.')
param identityName string

@description('Makes the names of roles unique in the tenant.')
param suffix string

param intakeAccount string
param intakeContainers string[]
param intakeQueues string[]
param publishAccount string
param auditAccount string
param hostAccount string
param componentName string

var role = {
  storageBlobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  storageBlobDataContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  storageBlobDelegator: 'db58b8e5-c6ad-4a2a-8342-4190687cbf4a'
  storageQueueDataContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  storageTableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  monitoringMetricsPublisher: '3913510d-42f4-4e42-8a64-420c390055eb'
}
var groupId = resourceGroup().id

// Creating a role requires Owner or User Access Administrator, as assigning one does.
resource auditAppender 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(groupId, 'audit-appender')
  properties: {
    roleName: 'Audit log appender (${resourceGroup().name}, ${suffix})'
    description: 'Starts audit logs, appends to them and reads them. Neither overwrites nor deletes.'
    type: 'CustomRole'
    assignableScopes: [groupId]
    permissions: [
      {
        actions: ['Microsoft.Storage/storageAccounts/blobServices/containers/read']
        dataActions: [
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read'
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/add/action'
        ]
      }
    ]
  }
}

// Defender writes what it found into index tags, which no role for the content of blobs reads but that of an owner.
resource tagReader 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(groupId, 'blob-tag-reader')
  properties: {
    roleName: 'Blob tag reader (${resourceGroup().name}, ${suffix})'
    description: 'Reads the index tags of blobs.'
    type: 'CustomRole'
    assignableScopes: [groupId]
    permissions: [{ dataActions: ['Microsoft.Storage/storageAccounts/blobServices/containers/blobs/tags/read'] }]
  }
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource intake 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: intakeAccount
}

resource intakeBlobs 'Microsoft.Storage/storageAccounts/blobServices@2025-01-01' existing = {
  parent: intake
  name: 'default'
}

resource intakeContainer 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' existing = [
  for container in intakeContainers: {
    parent: intakeBlobs
    name: container
  }
]

resource intakeQueueService 'Microsoft.Storage/storageAccounts/queueServices@2025-01-01' existing = {
  parent: intake
  name: 'default'
}

resource intakeQueue 'Microsoft.Storage/storageAccounts/queueServices/queues@2025-01-01' existing = [
  for queue in intakeQueues: {
    parent: intakeQueueService
    name: queue
  }
]

resource publish 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: publishAccount
}

resource publishBlobs 'Microsoft.Storage/storageAccounts/blobServices@2025-01-01' existing = {
  parent: publish
  name: 'default'
}

resource published 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' existing = {
  parent: publishBlobs
  name: 'published'
}

resource audit 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: auditAccount
}

resource auditBlobs 'Microsoft.Storage/storageAccounts/blobServices@2025-01-01' existing = {
  parent: audit
  name: 'default'
}

resource auditContainer 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' existing = {
  parent: auditBlobs
  name: 'audit'
}

resource host 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: hostAccount
}

resource component 'Microsoft.Insights/components@2020-02-02' existing = {
  name: componentName
}

resource workOnIntake 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (container, i) in intakeContainers: {
    name: guid(intakeContainer[i].id, identity.id, role.storageBlobDataContributor)
    scope: intakeContainer[i]
    properties: {
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.storageBlobDataContributor)
    }
  }
]

resource readTags 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(intakeContainer[indexOf(intakeContainers, 'quarantine')].id, identity.id, tagReader.id)
  scope: intakeContainer[indexOf(intakeContainers, 'quarantine')]
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: tagReader.id
  }
}

// SAS addresses for people, and the source of a copy to another account, are signed with a user-delegation key.
resource signForIntake 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(intake.id, identity.id, role.storageBlobDelegator)
  scope: intake
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.storageBlobDelegator)
  }
}

resource signForPublish 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(publish.id, identity.id, role.storageBlobDelegator)
  scope: publish
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.storageBlobDelegator)
  }
}

resource takePoison 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (queue, i) in intakeQueues: {
    name: guid(intakeQueue[i].id, identity.id, role.storageQueueDataContributor)
    scope: intakeQueue[i]
    properties: {
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.storageQueueDataContributor)
    }
  }
]

resource publishVideos 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(published.id, identity.id, role.storageBlobDataContributor)
  scope: published
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.storageBlobDataContributor)
  }
}

resource appendAudit 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(auditContainer.id, identity.id, auditAppender.id)
  scope: auditContainer
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: auditAppender.id
  }
}

// The Functions host creates its own containers, queues and a table here, and takes leases.
var hostRoles = [role.storageBlobDataOwner, role.storageQueueDataContributor, role.storageTableDataContributor]

resource workOnHost 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for hostRole in hostRoles: {
    name: guid(host.id, identity.id, hostRole)
    scope: host
    properties: {
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', hostRole)
    }
  }
]

resource publishMetrics 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(component.id, identity.id, role.monitoringMetricsPublisher)
  scope: component
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.monitoringMetricsPublisher)
  }
}
