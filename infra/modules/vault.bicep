// Key Vault, and the keys of the Functions host in it. The Container Apps store only reads: each key that the host or an extension asks
// for must be there. A deployment makes them once and never again; secret.sh changes them.
param name string
param location string
param tags object
param openToInternet bool
param purgeProtected bool
param workspaceName string

@description('The identity that reads secrets.')
param identityName string

@secure()
@description('72 random characters for each key. Only used for keys that are not there yet.')
param newKeys string

var role = { keyVaultSecretsUser: '4633458b-17de-408a-b874-0445c86b69e6' }

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' existing = {
  name: workspaceName
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enabledForTemplateDeployment: true
    enableSoftDelete: true
    softDeleteRetentionInDays: purgeProtected ? 90 : 7
    enablePurgeProtection: purgeProtected ? true : null
    publicNetworkAccess: openToInternet ? 'Enabled' : 'Disabled'
    networkAcls: {
      // Deployments, which write and hand on secrets, are among these services.
      bypass: 'AzureServices'
      defaultAction: openToInternet ? 'Allow' : 'Deny'
    }
  }
}

var keys = ['host-master', 'host-function-default', 'host-systemkey-blobs-extension', 'host-systemkey-durabletask-extension']

@onlyIfNotExists()
resource hostKeys 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = [
  for (key, i) in keys: {
    parent: vault
    name: key
    properties: { value: substring(newKeys, 72 * i, 72) }
  }
]

resource read 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identity.id, role.keyVaultSecretsUser)
  scope: vault
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.keyVaultSecretsUser)
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: vault
  properties: {
    workspaceId: workspace.id
    logs: [{ category: 'AuditEvent', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}
