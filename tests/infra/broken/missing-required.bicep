// expect: account: required property 'sku' is missing
resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: 'examples'
  location: 'westeurope'
  kind: 'StorageV2'
  properties: { minimumTlsVersion: 'TLS1_2' }
}
