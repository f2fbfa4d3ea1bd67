// expect: there is no resource type 'Microsoft.Storage/storageAccount'
resource account 'Microsoft.Storage/storageAccount@2025-01-01' = {
  name: 'examples'
  location: 'westeurope'
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: { minimumTlsVersion: 'TLS1_2' }
}
