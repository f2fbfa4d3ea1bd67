// VideoGate in one subscription: a resource group and everything in it, except the Event Grid subscription (events.bicep), which can be
// made when the app answers. Names are computed here and passed on as text, so that what-if sees every resource.
targetScope = 'subscription'

import { Budget, Domains, Ingress, Replicas, Retention, Schedules, Scheduler, Settings, Tags, TrustLists } from 'types.bicep'
import { groupOf, registryOf, suffixOf } from 'types.bicep'

@description('What the environment is called, in names and tags.')
@minLength(2)
@maxLength(4)
param environmentName string

@description('The product in names.')
@minLength(2)
@maxLength(6)
param name string = 'gate'

param location string

@description('Put on every resource beside what main.bicep puts there.')
param tags Tags = {}

@description('The image in the registry, such as videogate:abc.')
param image string

@description('Issuer of the tokens that the API accepts, such as https://login.microsoftonline.com/{tenant}/v2.0.')
param identityAuthority string

@description('Application (client) id of the Entra app registration that stands for the API: what its tokens carry as `aud`.')
param identityAudience string

@description('Id of the policy that new cases are opened under, a file in functions/Policies.')
param activePolicy string = 'cn-labeling-measures'

param schedules Schedules = {
  auditVerification: '0 0 3 * * *'
  auditAnchor: '0 30 0 * * *'
  reconciliation: '0 */15 * * * *'
  retention: '0 30 * * * *'
  trustLists: '0 13 * * * *'
}

param trustLists TrustLists = {
  signers: 'https://raw.githubusercontent.com/c2pa-org/conformance-public/main/trust-list/C2PA-TRUST-LIST.pem'
  timeStampers: 'https://raw.githubusercontent.com/c2pa-org/conformance-public/main/trust-list/C2PA-TSA-TRUST-LIST.pem'
  products: 'https://raw.githubusercontent.com/c2pa-org/conformance-public/main/conforming-products/conforming-products-list.json'
}

@description('Further app settings.')
param settings Settings = {}

@description('Names of settings whose values are in the vault: secret.sh puts them there.')
param secretNames string[] = []

@description('Puts everything behind firewalls and private endpoints, but what browsers and uploaders reach with signed addresses.')
param privateNetwork bool = false

@description('Needs `privateNetwork` unless public.')
param ingress Ingress = 'public'

@description('Replication of the accounts that hold what cannot be made again.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GZRS'])
param storageSku string = 'Standard_LRS'

param retention Retention = { audit: 184, evidence: 184, logs: 30, histories: 14 }

@description('True once the audit policy was locked, which no deployment can undo or repeat. `deploy.sh` finds out.')
param auditLocked bool = false

@description('Nobody deletes the audit and publish accounts, nor the vault for good, without removing a lock.')
param deletionLocked bool = false

@description('Videos wait until Defender for Storage has scanned them; what it finds goes to moderators, unopened.')
param malwareScan bool = false

param domains Domains = { storage: environment().suffixes.storage, vault: environment().suffixes.keyvaultDns }

param scheduler Scheduler = { name: 'Consumption' }
param replicas Replicas = { min: 1, max: 10 }
param budget Budget

@description('Resource ids of the action groups that alerts call. Empty: alerts are recorded and nobody is called.')
param actionGroupIds string[] = []

@description('Hours without a finished case after which something must be wrong.')
@minValue(1)
@maxValue(24)
param quietHours int = 6

@secure()
@description('Random. Becomes the keys of the Functions host where there are none yet.')
param newKeys string = '${newGuid()}${newGuid()}${newGuid()}${newGuid()}${newGuid()}${newGuid()}${newGuid()}${newGuid()}'

var allTags = union(tags, { environment: environmentName, product: name, application: 'videogate' })
var suffix = suffixOf(subscription().id, name, environmentName, location)
var base = '${name}-${environmentName}'
var accountBase = '${name}${environmentName}'
var names = {
  appIdentity: 'id-${base}'
  eventIdentity: 'id-${base}-events'
  workspace: 'log-${base}'
  component: 'appi-${base}'
  network: privateNetwork ? 'vnet-${base}' : ''
  vault: 'kv-${base}-${suffix}'
  registry: registryOf(name, environmentName, suffix)
  intake: '${accountBase}intake${suffix}'
  publish: '${accountBase}publish${suffix}'
  audit: '${accountBase}audit${suffix}'
  host: '${accountBase}host${suffix}'
  scheduler: 'dts-${base}-${suffix}'
  safety: 'cs-${base}-${suffix}'
  environment: 'cae-${base}'
  app: 'ca-${base}'
  topic: 'evgt-${base}'
}
var intakeContainers = ['uploads', 'quarantine', 'rejected', 'evidence', 'cases', 'trust']
var poisonQueues = ['webjobs-blobtrigger-poison', 'webjobs-blobtrigger-poison-unreadable']
var deadLetters = 'event-deadletter'

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: groupOf(name, environmentName, location)
  location: location
  tags: allTags
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: {
    workspaceName: names.workspace
    componentName: names.component
    location: location
    tags: allTags
    retentionDays: retention.logs
  }
}

module identities 'modules/identity.bicep' = [
  for identity in [names.appIdentity, names.eventIdentity]: {
    name: identity
    scope: group
    params: { name: identity, location: location, tags: allTags }
  }
]

module network 'modules/network.bicep' = if (privateNetwork) {
  name: 'network'
  scope: group
  params: { name: base, location: location, tags: allTags, ingress: ingress }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  scope: group
  params: {
    name: names.vault
    location: location
    tags: allTags
    openToInternet: !privateNetwork
    purgeProtected: deletionLocked
    workspaceName: names.workspace
    identityName: names.appIdentity
    newKeys: newKeys
  }
  dependsOn: [monitoring, identities]
}

// No versions: a case is written many times, and every moved video would leave its bytes behind. Open: uploaders write here, and
// moderators' browsers play from here, with signed addresses.
module intake 'modules/storageAccount.bicep' = {
  name: 'storage-intake'
  scope: group
  params: {
    name: names.intake
    location: location
    tags: allTags
    sku: storageSku
    containers: intakeContainers
    queues: poisonQueues
    softDeleteDays: 7
    expiries: [
      { prefix: 'evidence/', days: retention.evidence }
      { prefix: 'rejected/', days: retention.evidence }
    ]
    scanned: malwareScan ? ['quarantine'] : []
    origins: map(filter(items(settings), each => startsWith(each.key, 'Cors__AllowedOrigins__')), each => string(each.value))
    app: { name: names.app, environmentName: names.environment }
    workspaceName: names.workspace
  }
  dependsOn: [monitoring, appEnvironment]
}

// Open for the same reason: a moderator's browser plays a published video from a signed address.
module publish 'modules/storageAccount.bicep' = {
  name: 'storage-publish'
  scope: group
  params: {
    name: names.publish
    location: location
    tags: allTags
    sku: storageSku
    containers: ['published']
    softDeleteDays: 30
    versioned: true
    deletionLocked: deletionLocked
    workspaceName: names.workspace
  }
  dependsOn: [monitoring]
}

module audit 'modules/storageAccount.bicep' = {
  name: 'storage-audit'
  scope: group
  params: {
    name: names.audit
    location: location
    tags: union(allTags, { holds: 'audit' })
    sku: storageSku
    containers: ['audit']
    softDeleteDays: 30
    immutableDays: auditLocked ? 0 : retention.audit
    openToInternet: !privateNetwork
    deletionLocked: deletionLocked
    workspaceName: names.workspace
  }
  dependsOn: [monitoring]
}

// State of the Functions host, and events that could not be delivered. All of it can be recreated.
module host 'modules/storageAccount.bicep' = {
  name: 'storage-host'
  scope: group
  params: {
    name: names.host
    location: location
    tags: allTags
    sku: 'Standard_LRS'
    containers: [deadLetters]
    softDeleteDays: 7
    expiries: [{ prefix: '${deadLetters}/', days: 90 }]
    openToInternet: !privateNetwork
    workspaceName: names.workspace
  }
  dependsOn: [monitoring]
}

module durable 'modules/durable.bicep' = {
  name: 'durable'
  scope: group
  params: {
    name: names.scheduler
    location: location
    tags: allTags
    sku: scheduler
    openToInternet: !privateNetwork
    taskHub: 'moderation'
    retentionDays: scheduler.name == 'Consumption' ? 30 : 90
    identityName: names.appIdentity
    workspaceName: names.workspace
  }
  dependsOn: [monitoring, identities]
}

module safety 'modules/safety.bicep' = {
  name: 'safety'
  scope: group
  params: {
    name: names.safety
    location: location
    tags: allTags
    openToInternet: !privateNetwork
    identityName: names.appIdentity
    workspaceName: names.workspace
  }
  dependsOn: [monitoring, identities]
}

module registry 'modules/registry.bicep' = {
  name: 'registry-access'
  scope: group
  params: {
    name: names.registry
    location: location
    tags: allTags
    identityName: names.appIdentity
    workspaceName: names.workspace
  }
  dependsOn: [monitoring, identities]
}

module access 'modules/access.bicep' = {
  name: 'access'
  scope: group
  params: {
    identityName: names.appIdentity
    suffix: suffix
    intakeAccount: names.intake
    intakeContainers: intakeContainers
    intakeQueues: poisonQueues
    publishAccount: names.publish
    auditAccount: names.audit
    hostAccount: names.host
    componentName: names.component
  }
  dependsOn: [identities, intake, publish, audit, host]
}

var inGroup = '${subscription().id}/resourceGroups/${group.name}/providers'

module endpoints 'modules/privateEndpoints.bicep' = if (privateNetwork) {
  name: 'private-endpoints'
  scope: group
  params: {
    location: location
    tags: allTags
    networkName: names.network
    domains: domains
    targets: [
      { name: names.intake, id: '${inGroup}/Microsoft.Storage/storageAccounts/${names.intake}', service: 'blob' }
      { name: names.intake, id: '${inGroup}/Microsoft.Storage/storageAccounts/${names.intake}', service: 'queue' }
      { name: names.publish, id: '${inGroup}/Microsoft.Storage/storageAccounts/${names.publish}', service: 'blob' }
      { name: names.audit, id: '${inGroup}/Microsoft.Storage/storageAccounts/${names.audit}', service: 'blob' }
      { name: names.host, id: '${inGroup}/Microsoft.Storage/storageAccounts/${names.host}', service: 'blob' }
      { name: names.host, id: '${inGroup}/Microsoft.Storage/storageAccounts/${names.host}', service: 'queue' }
      { name: names.host, id: '${inGroup}/Microsoft.Storage/storageAccounts/${names.host}', service: 'table' }
      { name: names.safety, id: '${inGroup}/Microsoft.CognitiveServices/accounts/${names.safety}', service: 'account' }
      { name: names.vault, id: '${inGroup}/Microsoft.KeyVault/vaults/${names.vault}', service: 'vault' }
      { name: names.scheduler, id: '${inGroup}/Microsoft.DurableTask/schedulers/${names.scheduler}', service: 'scheduler' }
    ]
  }
  dependsOn: [network, intake, publish, audit, host, safety, vault, durable]
}

module appEnvironment 'modules/environment.bicep' = {
  name: 'environment'
  scope: group
  params: {
    name: names.environment
    location: location
    tags: allTags
    networkName: names.network
    workspaceName: names.workspace
  }
  dependsOn: [monitoring, network]
}

module app 'modules/app.bicep' = {
  name: 'app'
  scope: group
  params: {
    name: names.app
    location: location
    tags: allTags
    image: image
    environmentName: names.environment
    registryName: names.registry
    identityName: names.appIdentity
    componentName: names.component
    schedulerName: names.scheduler
    taskHub: 'moderation'
    safetyName: names.safety
    vaultName: names.vault
    intakeAccount: names.intake
    publishAccount: names.publish
    auditAccount: names.audit
    hostAccount: names.host
    identityAuthority: identityAuthority
    identityAudience: identityAudience
    activePolicy: activePolicy
    schedules: schedules
    trustLists: trustLists
    domains: domains
    historyDays: retention.histories
    malwareScan: malwareScan
    replicas: replicas
    settings: settings
    secretNames: secretNames
  }
  dependsOn: [access, appEnvironment, durable, endpoints, registry, safety, vault]
}

module frontDoor 'modules/frontDoor.bicep' = if (ingress == 'frontDoor') {
  name: 'front-door'
  scope: group
  params: { name: '${base}-${suffix}', tags: allTags, appName: names.app, workspaceName: names.workspace }
  dependsOn: [app]
}

module topic 'modules/topic.bicep' = {
  name: 'topic'
  scope: group
  params: {
    name: names.topic
    location: location
    tags: allTags
    identityName: names.eventIdentity
    sourceAccount: names.intake
    deadLetterAccount: names.host
    deadLetterContainer: deadLetters
    workspaceName: names.workspace
  }
  dependsOn: [identities, intake, host, monitoring]
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  scope: group
  params: {
    name: base
    location: location
    tags: allTags
    componentName: names.component
    topicName: names.topic
    actionGroupIds: actionGroupIds
    quietHours: quietHours
  }
  dependsOn: [monitoring, topic]
}

module workbook 'modules/workbook.bicep' = {
  name: 'workbook'
  scope: group
  params: {
    displayName: 'VideoGate (${environmentName})'
    location: location
    tags: allTags
    componentName: names.component
  }
  dependsOn: [monitoring]
}

module spending 'modules/budget.bicep' = {
  name: 'budget'
  scope: group
  params: { name: 'budget-${base}', budget: budget, actionGroupIds: actionGroupIds }
}

output appHost string = app.outputs.host
output publicHost string = ingress == 'frontDoor' ? frontDoor!.outputs.host : app.outputs.host
output topicName string = names.topic
output vaultName string = names.vault
output eventIdentity string = names.eventIdentity
output hostAccount string = names.host
output deadLetterContainer string = deadLetters
