// expect: Microsoft.ManagedIdentity/userAssignedIdentities has no property 'properties.objectId'
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'examples'
  location: 'westeurope'
}

output id string = identity.properties.objectId
