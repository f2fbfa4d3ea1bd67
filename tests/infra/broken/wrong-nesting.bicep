// expect: account.minimumTlsVersion: there is no such property
resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: 'examples'
  location: 'westeurope'
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  minimumTlsVersion: 'TLS1_2'
}
