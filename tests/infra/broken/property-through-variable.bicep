// expect: account.properties.minimumTls: there is no such property
var shared = { minimumTls: 'TLS1_2' }

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: 'examples'
  location: 'westeurope'
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: shared
}
