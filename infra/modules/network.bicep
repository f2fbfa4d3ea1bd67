// A network with subnets for the app and for private endpoints.
import { Ingress } from '../types.bicep'

param name string
param location string
param tags object
param ingress Ingress

// https://learn.microsoft.com/azure/container-apps/firewall-integration: what an environment with workload profiles needs.
var callers = ingress == 'frontDoor' ? ['AzureFrontDoor.Backend', 'AzureEventGrid'] : ['Internet']

resource appRules 'Microsoft.Network/networkSecurityGroups@2024-07-01' = {
  name: 'nsg-${name}-apps'
  location: location
  tags: tags
  properties: {
    securityRules: [
      ...map(range(0, length(callers)), i => {
        name: 'allow-${callers[i]}'
        properties: {
          priority: 100 + i
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: callers[i]
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRanges: ['443', '31443']
        }
      })
      {
        name: 'allow-load-balancer'
        properties: {
          priority: 200
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: 'AzureLoadBalancer'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '30000-32767'
        }
      }
      {
        name: 'allow-environment'
        properties: {
          priority: 210
          direction: 'Inbound'
          access: 'Allow'
          protocol: '*'
          sourceAddressPrefix: '10.20.0.0/23'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '*'
        }
      }
      {
        name: 'deny-others'
        properties: {
          priority: 4000
          direction: 'Inbound'
          access: 'Deny'
          protocol: '*'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '*'
        }
      }
    ]
  }
}

resource endpointRules 'Microsoft.Network/networkSecurityGroups@2024-07-01' = {
  name: 'nsg-${name}-endpoints'
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'allow-apps'
        properties: {
          priority: 100
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: '10.20.0.0/23'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '443'
        }
      }
      {
        name: 'deny-others'
        properties: {
          priority: 4000
          direction: 'Inbound'
          access: 'Deny'
          protocol: '*'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '*'
        }
      }
    ]
  }
}

resource network 'Microsoft.Network/virtualNetworks@2024-07-01' = {
  name: 'vnet-${name}'
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: ['10.20.0.0/16'] }
    subnets: [
      {
        name: 'apps'
        properties: {
          addressPrefix: '10.20.0.0/23'
          networkSecurityGroup: { id: appRules.id }
          delegations: [{ name: 'environments', properties: { serviceName: 'Microsoft.App/environments' } }]
        }
      }
      {
        name: 'endpoints'
        properties: {
          addressPrefix: '10.20.2.0/24'
          networkSecurityGroup: { id: endpointRules.id }
          privateEndpointNetworkPolicies: 'Enabled'
        }
      }
    ]
  }
}
