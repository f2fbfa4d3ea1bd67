// expect: secret output: 'key' calls listKeys()
resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: 'examples'
  location: 'westeurope'
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: { minimumTlsVersion: 'TLS1_2' }
}

output key string = account.listKeys().keys[0].value
