// expect: rules: type array is wanted, here is object
resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: 'examples'
  location: 'westeurope'
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: { minimumTlsVersion: 'TLS1_2' }
}

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-01-01' = {
  parent: account
  name: 'default'
  properties: { policy: { rules: {} } }
}
