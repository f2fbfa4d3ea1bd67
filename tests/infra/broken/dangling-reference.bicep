// expect: dangling reference: nothing is called 'acount' here
resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: 'examples'
  location: 'westeurope'
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: { minimumTlsVersion: 'TLS1_2' }
}

output id string = acount.id
