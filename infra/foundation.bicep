// What must be there before the image: the resource group and the registry. main.bicep has both too.
targetScope = 'subscription'

import { Tags, groupOf, registryOf, suffixOf } from 'types.bicep'

@minLength(2)
@maxLength(4)
param environmentName string

@minLength(2)
@maxLength(6)
param name string

param location string
param tags Tags = {}

var allTags = union(tags, { environment: environmentName, product: name, application: 'videogate' })

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: groupOf(name, environmentName, location)
  location: location
  tags: allTags
}

module registry 'modules/registry.bicep' = {
  name: 'registry'
  scope: group
  params: {
    name: registryOf(name, environmentName, suffixOf(subscription().id, name, environmentName, location))
    location: location
    tags: allTags
  }
}
