// expect: syntax:
resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name 'examples'
}
