// expect: account.name: 28 characters
resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: 'averylongnameofanaccounthere'
  location: 'westeurope'
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: { minimumTlsVersion: 'TLS1_2' }
}
