// expect: 'account' is a Microsoft.Storage/storageAccounts, which is no parent of Microsoft.Storage/storageAccounts/blobServices/containers
resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: 'examples'
  location: 'westeurope'
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: { minimumTlsVersion: 'TLS1_2' }
}

resource container 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' = {
  parent: account
  name: 'one'
}
