// What is right must pass: every construct that the checker knows, used as Bicep allows.
targetScope = 'resourceGroup'

@description('A description.')
@minLength(3)
@maxLength(24)
param name string

@allowed(['Standard_LRS', 'Standard_ZRS'])
param sku string = 'Standard_LRS'

param days int = -1 * -7
param open bool = true
param extra object = {}
param containers string[] = ['one', 'two']
param tier string?

@secure()
param code string

var tags = union(extra, { product: 'examples', 'a-b': '${name}-${days}' })
var settings = { FIRST: 'one', SECOND: code }
var folders = [for (container, i) in containers: { name: container, number: i, isLast: i == length(containers) - 1 }]
var longest = reduce(map(folders, folder => length(folder.name)), 0, (most, next) => max(most, next))
var text = '''
several lines, and a 'quote'
'''

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: toLower(take('${name}${uniqueString(resourceGroup().id)}', 24))
  location: resourceGroup().location
  tags: tags
  kind: 'StorageV2'
  sku: { name: sku }
  properties: {
    accessTier: tier ?? 'Hot'
    allowSharedKeyAccess: !open
    networkAcls: { defaultAction: open && days > 3 ? 'Allow' : 'Deny' }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-01-01' = if (open) {
  parent: account
  name: 'default'
  properties: { deleteRetentionPolicy: days > 0 ? { enabled: true, days: days } : { enabled: false } }
}

resource made 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' = [for folder in folders: if (!folder.isLast) {
  parent: blobs
  name: folder.name
}]

resource app 'Microsoft.App/containerApps@2026-01-01' = {
  name: 'app'
  location: resourceGroup().location
  kind: 'functionapp'
  properties: {
    template: {
      containers: [{ name: 'app', image: 'image', env: map(items(settings), setting => { name: setting.key, value: setting.value }) }]
    }
  }
  dependsOn: [made]
}

module part '../broken/parts/identity.bicep' = [for (container, i) in containers: {
  name: 'part-${i}'
  params: { name: container, level: open ? 'low' : 'high' }
}]

output ids array = [for (container, i) in containers: part[i].outputs.id]
output first string = made[0].name
output blobAddress string = account.properties.primaryEndpoints.blob
output longest int = longest
output lines string = text
output app string = app.id
