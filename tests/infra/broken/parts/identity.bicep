param name string

@allowed(['low', 'high'])
param level string = 'low'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: '${name}-${level}'
  location: 'westeurope'
}

output id string = identity.id
