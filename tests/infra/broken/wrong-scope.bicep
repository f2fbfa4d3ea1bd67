// expect: wrong scope: Microsoft.Storage/storageAccounts goes into a ResourceGroup, this file deploys to a Subscription
targetScope = 'subscription'

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: 'examples'
  location: 'westeurope'
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: { minimumTlsVersion: 'TLS1_2' }
}
