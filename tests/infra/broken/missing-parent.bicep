// expect: 'blobs' is a Microsoft.Storage/storageAccounts/blobServices and has no parent
resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-01-01' = {
  name: 'default'
}
