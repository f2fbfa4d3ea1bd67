// One storage account with its containers and queues. Identities only, no public blobs, TLS 1.2.
@export()
@description('What to delete, `prefix` (container and a slash), after how many days.')
type Expiry = { prefix: string, days: int }

@minLength(3)
@maxLength(24)
param name string

param location string
param tags object
param sku string
param containers string[]
param queues string[] = []

@description('Days that a deleted blob, or a deleted container, can be brought back.')
param softDeleteDays int

@description('Keeps what is overwritten or deleted as versions, for as long as soft delete would.')
param versioned bool = false

param expiries Expiry[] = []

@description('Days that blobs cannot be changed but by appending; 0 for no such policy, or for one that is locked.')
param immutableDays int = 0

@description('Off: reached through private endpoints and by trusted Azure services only.')
param openToInternet bool = true

@description('Containers whose blobs Defender scans for malware when they arrive. It writes what it found into the index tags of the blob.')
param scanned string[] = []

@description('Gigabytes that are scanned in a month at most; then blobs stay unscanned, and go to moderators.')
param scannedGigabytes int = 10000

@description('Refuses to delete the account until somebody removes the lock.')
param deletionLocked bool = false

@description('Origins of pages that may write blobs with signed addresses. Empty, and no app: none.')
param origins string[] = []

@description('The app, whose own pages may, too; empty for none. Its environment must exist.')
param app { name: string, environmentName: string } = { name: '', environmentName: '' }

param workspaceName string

var allowedOrigins = concat(empty(app.name) ? [] : ['https://${app.name}.${managed!.properties.defaultDomain}'], origins)

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

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' existing = {
  name: workspaceName
}

resource managed 'Microsoft.App/managedEnvironments@2025-01-01' existing = if (!empty(app.name)) {
  name: app.environmentName
}

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
    cors: {
      corsRules: empty(app.name) && empty(origins)
        ? []
        : [
            {
              allowedOrigins: allowedOrigins
              allowedMethods: ['PUT']
              allowedHeaders: ['content-type', 'x-ms-blob-type']
              exposedHeaders: ['x-ms-request-id']
              maxAgeInSeconds: 7200
            }
          ]
    }
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
    workspaceId: workspace.id
    logs: [
      { category: 'StorageDelete', enabled: true }
      { category: 'StorageWrite', enabled: false }
      { category: 'StorageRead', enabled: false }
    ]
    metrics: [{ category: 'Transaction', enabled: true }]
  }
}

resource malwareScan 'Microsoft.Security/defenderForStorageSettings@2025-06-01' = if (!empty(scanned)) {
  name: 'current'
  scope: account
  properties: {
    isEnabled: true
    overrideSubscriptionLevelSettings: true
    malwareScanning: {
      onUpload: {
        isEnabled: true
        capGBPerMonth: scannedGigabytes
        filters: { excludeBlobsWithPrefix: map(filter(containers, c => !contains(scanned, c)), c => '${c}/') }
      }
    }
    sensitiveDataDiscovery: { isEnabled: false }
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (deletionLocked) {
  name: 'keep'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'destroy.sh removes this lock, after asking.'
  }
}
