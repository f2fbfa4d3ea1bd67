// expect: API version '2031-01-01' of Microsoft.Storage/storageAccounts is not known
resource account 'Microsoft.Storage/storageAccounts@2031-01-01' = {
  name: 'examples'
  location: 'westeurope'
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: { minimumTlsVersion: 'TLS1_2' }
}
