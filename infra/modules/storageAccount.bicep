// One storage account with its containers and queues. Identities only, no public blobs, TLS 1.2.
@minLength(3)
@maxLength(24)
param name string

param location string
param tags object
param sku string
param containers array
param queues array = []

@description('Days that a deleted blob, or a deleted container, can be brought back.')
param softDeleteDays int

@description('Keeps what is overwritten or deleted as versions, for as long as soft delete would.')
param versioned bool = false

@description('What to delete after how long: objects with `prefix` (container and a slash) and `days`.')
param expiries array = []

@description('Days that blobs cannot be changed but by appending; 0 for no such policy, or for one that is locked.')
param immutableDays int = 0

@description('Off: reached through private endpoints and by trusted Azure services only.')
param openToInternet bool = true

param workspaceId string

var expiryRules = [
  for expiry in expiries: {
    name: 'expire-${replace(expiry.prefix, '/', '')}'
    type: 'Lifecycle'
    definition: {
      filters: { blobTypes: ['blockBlob'], prefixMatch: [expiry.prefix] }
      actions: {
        baseBlob: {
          tierToCool: { daysAfterModificationGreaterThan: 30 }
          delete: { daysAfterModificationGreaterThan: expiry.days }
        }
      }
    }
  }
]

var versionRules = [
  {
    name: 'expire-versions'
    type: 'Lifecycle'
    definition: {
      filters: { blobTypes: ['blockBlob'] }
      actions: { version: { delete: { daysAfterCreationGreaterThan: softDeleteDays } } }
    }
  }
]

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: sku }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    isLocalUserEnabled: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: 'Enabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: openToInternet ? 'Allow' : 'Deny'
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-01-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: versioned
    deleteRetentionPolicy: { enabled: true, days: softDeleteDays }
    containerDeleteRetentionPolicy: { enabled: true, days: softDeleteDays }
  }
}

resource blobContainers 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' = [
  for container in containers: {
    parent: blobs
    name: container
    properties: { publicAccess: 'None' }
  }
]

// Protected append: the app adds entries to an audit log, and none can be changed, not even by the account's owner once this is locked.
resource immutable 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2025-01-01' = [
  for (container, i) in containers: if (immutableDays > 0) {
    parent: blobContainers[i]
    name: 'default'
    properties: {
      immutabilityPeriodSinceCreationInDays: immutableDays
      allowProtectedAppendWrites: true
    }
  }
]

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2025-01-01' = if (!empty(queues)) {
  parent: account
  name: 'default'
}

resource storageQueues 'Microsoft.Storage/storageAccounts/queueServices/queues@2025-01-01' = [
  for queue in queues: {
    parent: queueService
    name: queue
  }
]

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-01-01' = if (versioned || !empty(expiries)) {
  parent: account
  name: 'default'
  properties: {
    policy: { rules: concat(expiryRules, versioned ? versionRules : []) }
  }
  dependsOn: [blobs]
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: blobs
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'StorageDelete', enabled: true }
      { category: 'StorageWrite', enabled: false }
      { category: 'StorageRead', enabled: false }
    ]
    metrics: [{ category: 'Transaction', enabled: true }]
  }
}

output id string = account.id
output name string = account.name
