// expect: account.name: 'my-account' does not match
resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: 'my-account'
  location: 'westeurope'
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: { minimumTlsVersion: 'TLS1_2' }
}
