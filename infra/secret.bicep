// Writes one secret. A deployment reaches the vault even where its firewall lets no one else in. `secret.sh` deploys this.
param vaultName string
param name string

@secure()
param secret string

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' existing = {
  name: vaultName
}

resource written 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = {
  parent: vault
  name: name
  properties: { value: secret }
}
