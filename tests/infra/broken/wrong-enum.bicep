// expect: account.properties.minimumTlsVersion: 'TLS12' is none of TLS1_0, TLS1_1, TLS1_2, TLS1_3
resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: 'examples'
  location: 'westeurope'
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: { minimumTlsVersion: 'TLS12' }
}
