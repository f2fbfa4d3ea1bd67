// expect: wrong scope: module 'part' deploys to a resourceGroup, this file to a subscription
targetScope = 'subscription'

module part 'parts/identity.bicep' = {
  name: 'part'
  params: { name: 'examples' }
}
