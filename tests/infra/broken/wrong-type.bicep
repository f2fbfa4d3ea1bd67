// expect: account.properties.allowSharedKeyAccess: type bool is wanted, here is string
resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: 'examples'
  location: 'westeurope'
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: { allowSharedKeyAccess: 'false' }
}
