// Private endpoints, and the zones that resolve their names in the network.
import { Domains } from '../types.bicep'

@export()
type Service = 'blob' | 'queue' | 'table' | 'account' | 'vault' | 'scheduler'

@export()
@description('A resource and which of its services to reach; `account` is that of AI services.')
type Target = { name: string, id: string, service: Service }

param location string
param tags object
param networkName string
param domains Domains
param targets Target[]

var zoneOf = {
  blob: 'privatelink.blob.${domains.storage}'
  queue: 'privatelink.queue.${domains.storage}'
  table: 'privatelink.table.${domains.storage}'
  account: 'privatelink.cognitiveservices.azure.com'
  vault: 'privatelink.vaultcore.azure.net'
  scheduler: 'privatelink.durabletask.io'
}
var services = objectKeys(zoneOf)

resource network 'Microsoft.Network/virtualNetworks@2024-07-01' existing = {
  name: networkName
}

resource subnet 'Microsoft.Network/virtualNetworks/subnets@2024-07-01' existing = {
  parent: network
  name: 'endpoints'
}

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for service in services: {
    name: zoneOf[service]
    location: 'global'
    tags: tags
  }
]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (service, i) in services: {
    parent: zones[i]
    name: 'network'
    location: 'global'
    tags: tags
    properties: {
      registrationEnabled: false
      virtualNetwork: { id: network.id }
    }
  }
]

// One after the other: an account refuses a second endpoint while it makes the first (StorageAccountOperationInProgress).
@batchSize(1)
resource endpoints 'Microsoft.Network/privateEndpoints@2024-07-01' = [
  for target in targets: {
    name: 'pe-${target.name}-${target.service}'
    location: location
    tags: tags
    properties: {
      subnet: { id: subnet.id }
      privateLinkServiceConnections: [
        {
          name: target.service
          properties: {
            privateLinkServiceId: target.id
            groupIds: [target.service]
          }
        }
      ]
    }
  }
]

@batchSize(1)
resource names 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-07-01' = [
  for (target, i) in targets: {
    parent: endpoints[i]
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        {
          name: target.service
          properties: { privateDnsZoneId: zones[indexOf(services, target.service)].id }
        }
      ]
    }
  }
]
