// expect: account.properties.networkAcls.defaultAction: 'Refuse' is none of Allow, Deny
param open bool

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: 'examples'
  location: 'westeurope'
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: { networkAcls: { defaultAction: open ? 'Allow' : 'Refuse' } }
}
