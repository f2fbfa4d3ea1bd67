// Uploads reach the app. Deployed when the app answers: Event Grid asks its webhook before it makes a subscription.
param topicName string
param vaultName string

@description('Where dead letters go.')
param deadLetterAccount string
param deadLetterContainer string

@description('The identity that writes them.')
param identityName string

@description('Host name of the app, not of Front Door.')
param appHost string

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' existing = {
  name: vaultName
}

module subscription 'modules/subscription.bicep' = {
  name: 'event-subscription'
  params: {
    topicName: topicName
    deadLetterAccount: deadLetterAccount
    deadLetterContainer: deadLetterContainer
    identityName: identityName
    appHost: appHost
    webhookKey: vault.getSecret('host-systemkey-blobs-extension')
  }
}
