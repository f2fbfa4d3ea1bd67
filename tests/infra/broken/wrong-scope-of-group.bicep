// expect: wrong scope: Microsoft.Resources/resourceGroups goes into a Subscription, this file deploys to a ResourceGroup
resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'group'
  location: 'westeurope'
}
