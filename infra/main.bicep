// VideoGate in one subscription: a resource group and everything in it, except the Event Grid subscription (events.bicep),
// whose webhook has a key only once code runs. `deploy.sh` deploys both.
targetScope = 'subscription'

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
param tags object = {}

@description('The image to run, such as registry.azurecr.io/videogate:abc. Empty while there is no registry: no app is deployed.')
param image string = ''

@description('Issuer of the tokens that the API accepts, such as https://login.microsoftonline.com/{tenant}/v2.0.')
param identityAuthority string

@description('Application (client) id of the Entra app registration that stands for the API: what its tokens carry as `aud`.')
param identityAudience string

@description('Id of the policy that new cases are opened under, a file in functions/Policies.')
param activePolicy string = 'cn-labeling-measures'

@description('When every audit log is verified, an NCRONTAB expression in UTC.')
param auditVerificationSchedule string = '0 0 3 * * *'

@description('When the heads of the audit logs are anchored, an NCRONTAB expression in UTC; once a day.')
param auditAnchorSchedule string = '0 30 0 * * *'

@description('When what is stored is held against itself and repaired, an NCRONTAB expression in UTC.')
param reconciliationSchedule string = '0 */15 * * * *'

@description('When histories of finished orchestrations are purged, an NCRONTAB expression in UTC.')
param retentionSchedule string = '0 30 * * * *'

@description('Where the C2PA publishes the lists below.')
param c2paLists string = 'https://raw.githubusercontent.com/c2pa-org/conformance-public/main'

@description('HTTPS address of the C2PA Trust List, in PEM: who may sign content credentials. Empty: no signer is judged.')
param signerTrustList string = '${c2paLists}/trust-list/C2PA-TRUST-LIST.pem'

@description('HTTPS address of the C2PA TSA Trust List, in PEM: whose time-stamps count. Empty: none.')
param timeStamperTrustList string = '${c2paLists}/trust-list/C2PA-TSA-TRUST-LIST.pem'

@description('HTTPS address of the C2PA Conforming Products List, in JSON: what product a trusted signer is. Empty: none is named.')
param conformingProductsList string = '${c2paLists}/conforming-products/conforming-products-list.json'

@description('When the trust lists are fetched anew, an NCRONTAB expression in UTC.')
param trustListSchedule string = '0 13 * * * *'

@description('Further app settings, name to value, such as Intake__SasLifetime.')
param extraSettings object = {}

@secure()
@description('Further app settings that must not be seen, name to value: they become secrets of the app.')
param secretSettings object = {}

@description('Puts the accounts behind a firewall and private endpoints. The intake account stays reachable: uploaders write to it.')
param privateNetwork bool = false

@description('Replication of the accounts that hold what cannot be made again.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GZRS'])
param storageSku string = 'Standard_LRS'

@description('Days that an audit log cannot be changed or deleted but by appending. Article 9 of the Measures asks for six months.')
@minValue(184)
param auditRetentionDays int = 184

@description('True once the audit policy was locked, which no deployment can undo or repeat. `deploy.sh` finds out.')
param auditLocked bool = false

@description('Days that evidence, and videos that were rejected, are kept.')
@minValue(184)
param evidenceRetentionDays int = 184

@description('Days that logs can be queried.')
@minValue(30)
param logRetentionDays int = 30

@description('Consumption or Dedicated; Dedicated comes in capacity units.')
@allowed(['Consumption', 'Dedicated'])
param durableSku string = 'Consumption'

@description('Days that finished orchestrations stay in the task hub. The app purges them; of a case that is open it keeps them.')
@minValue(1)
@maxValue(89)
param durableRetentionDays int = 30

@description('Replicas of the app. At least one: a durable timer wakes nobody up.')
@minValue(1)
param minReplicas int = 1

@minValue(1)
param maxReplicas int = 10

@description('Resource ids of the action groups that alerts call. Empty: alerts are recorded and nobody is called.')
param actionGroupIds array = []

@description('Hours without a finished case after which something must be wrong.')
@minValue(1)
@maxValue(24)
param quietHours int = 6

var allTags = union(tags, { environment: environmentName, product: name })
var suffix = take(uniqueString(subscription().id, name, environmentName), 6)
var base = '${name}-${environmentName}'
var accountBase = '${name}${environmentName}'
var intakeContainers = ['uploads', 'quarantine', 'rejected', 'evidence', 'cases', 'trust']
var poisonQueues = ['webjobs-blobtrigger-poison', 'webjobs-blobtrigger-poison-unreadable']
var deadLetterContainer = 'event-deadletter'

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-${base}'
  location: location
  tags: allTags
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: {
    name: base
    location: location
    tags: allTags
    retentionDays: logRetentionDays
  }
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  scope: group
  params: {
    name: 'id-${base}'
    location: location
    tags: allTags
  }
}

module network 'modules/network.bicep' = if (privateNetwork) {
  name: 'network'
  scope: group
  params: {
    name: base
    location: location
    tags: allTags
  }
}

// No versions: a case is written many times, and every moved video would leave its bytes behind.
module intake 'modules/storageAccount.bicep' = {
  name: 'storage-intake'
  scope: group
  params: {
    name: '${accountBase}intake${suffix}'
    location: location
    tags: allTags
    sku: storageSku
    containers: intakeContainers
    queues: poisonQueues
    softDeleteDays: 7
    expiries: [
      { prefix: 'evidence/', days: evidenceRetentionDays }
      { prefix: 'rejected/', days: evidenceRetentionDays }
    ]
    workspaceId: monitoring.outputs.workspaceId
  }
}

module publish 'modules/storageAccount.bicep' = {
  name: 'storage-publish'
  scope: group
  params: {
    name: '${accountBase}publish${suffix}'
    location: location
    tags: allTags
    sku: storageSku
    containers: ['published']
    softDeleteDays: 30
    versioned: true
    openToInternet: !privateNetwork
    workspaceId: monitoring.outputs.workspaceId
  }
}

module audit 'modules/storageAccount.bicep' = {
  name: 'storage-audit'
  scope: group
  params: {
    name: '${accountBase}audit${suffix}'
    location: location
    tags: allTags
    sku: storageSku
    containers: ['audit']
    softDeleteDays: 30
    immutableDays: auditLocked ? 0 : auditRetentionDays
    openToInternet: !privateNetwork
    workspaceId: monitoring.outputs.workspaceId
  }
}

// State of the Functions host, and events that could not be delivered. All of it can be recreated.
module host 'modules/storageAccount.bicep' = {
  name: 'storage-host'
  scope: group
  params: {
    name: '${accountBase}host${suffix}'
    location: location
    tags: allTags
    sku: 'Standard_LRS'
    containers: [deadLetterContainer]
    softDeleteDays: 7
    expiries: [{ prefix: '${deadLetterContainer}/', days: 90 }]
    openToInternet: !privateNetwork
    workspaceId: monitoring.outputs.workspaceId
  }
}

module durable 'modules/durable.bicep' = {
  name: 'durable'
  scope: group
  params: {
    name: 'dts-${base}-${suffix}'
    location: location
    tags: allTags
    sku: durableSku
    taskHub: 'moderation'
    // Deletes what the app did not purge; this policy does not know cases.
    retentionDays: 90
    principalId: identity.outputs.principalId
  }
}

module safety 'modules/safety.bicep' = {
  name: 'safety'
  scope: group
  params: {
    name: 'cs-${base}-${suffix}'
    location: location
    tags: allTags
    openToInternet: !privateNetwork
    principalId: identity.outputs.principalId
    workspaceId: monitoring.outputs.workspaceId
  }
}

module registry 'modules/registry.bicep' = {
  name: 'registry'
  scope: group
  params: {
    name: '${accountBase}${suffix}'
    location: location
    tags: allTags
    principalId: identity.outputs.principalId
  }
}

module access 'modules/access.bicep' = {
  name: 'access'
  scope: group
  params: {
    principalId: identity.outputs.principalId
    intakeAccount: intake.outputs.name
    intakeContainers: intakeContainers
    intakeQueues: poisonQueues
    publishAccount: publish.outputs.name
    auditAccount: audit.outputs.name
    hostAccount: host.outputs.name
    componentName: monitoring.outputs.componentName
  }
}

module endpoints 'modules/privateEndpoints.bicep' = if (privateNetwork) {
  name: 'private-endpoints'
  scope: group
  params: {
    location: location
    tags: allTags
    subnetId: network!.outputs.endpointSubnetId
    networkId: network!.outputs.networkId
    targets: [
      { name: intake.outputs.name, id: intake.outputs.id, service: 'blob' }
      { name: intake.outputs.name, id: intake.outputs.id, service: 'queue' }
      { name: publish.outputs.name, id: publish.outputs.id, service: 'blob' }
      { name: audit.outputs.name, id: audit.outputs.id, service: 'blob' }
      { name: host.outputs.name, id: host.outputs.id, service: 'blob' }
      { name: host.outputs.name, id: host.outputs.id, service: 'queue' }
      { name: host.outputs.name, id: host.outputs.id, service: 'table' }
      { name: safety.outputs.name, id: safety.outputs.id, service: 'account' }
    ]
  }
}

module appEnvironment 'modules/environment.bicep' = {
  name: 'environment'
  scope: group
  params: {
    name: 'cae-${base}'
    location: location
    tags: allTags
    subnetId: privateNetwork ? network!.outputs.appSubnetId : ''
    workspaceId: monitoring.outputs.workspaceId
  }
}

module app 'modules/app.bicep' = if (!empty(image)) {
  name: 'app'
  scope: group
  params: {
    name: 'ca-${base}'
    location: location
    tags: allTags
    image: image
    environmentId: appEnvironment.outputs.id
    environmentDomain: appEnvironment.outputs.domain
    registryServer: registry.outputs.server
    identityName: identity.outputs.name
    componentName: monitoring.outputs.componentName
    schedulerEndpoint: durable.outputs.endpoint
    taskHub: durable.outputs.taskHub
    safetyEndpoint: safety.outputs.endpoint
    intakeAccount: intake.outputs.name
    publishAccount: publish.outputs.name
    auditAccount: audit.outputs.name
    hostAccount: host.outputs.name
    identityAuthority: identityAuthority
    identityAudience: identityAudience
    activePolicy: activePolicy
    auditVerificationSchedule: auditVerificationSchedule
    auditAnchorSchedule: auditAnchorSchedule
    reconciliationSchedule: reconciliationSchedule
    retentionSchedule: retentionSchedule
    historyRetentionDays: durableRetentionDays
    signerTrustList: signerTrustList
    timeStamperTrustList: timeStamperTrustList
    conformingProductsList: conformingProductsList
    trustListSchedule: trustListSchedule
    extraSettings: extraSettings
    secretSettings: secretSettings
    minReplicas: minReplicas
    maxReplicas: maxReplicas
  }
  dependsOn: [access, endpoints]
}

module topic 'modules/topic.bicep' = {
  name: 'topic'
  scope: group
  params: {
    name: 'evgt-${base}'
    location: location
    tags: allTags
    sourceAccount: intake.outputs.name
    deadLetterAccount: host.outputs.name
    deadLetterContainer: deadLetterContainer
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  scope: group
  params: {
    name: base
    location: location
    tags: allTags
    componentName: monitoring.outputs.componentName
    topicName: topic.outputs.name
    actionGroupIds: actionGroupIds
    quietHours: quietHours
  }
}

module workbook 'modules/workbook.bicep' = {
  name: 'workbook'
  scope: group
  params: {
    displayName: 'VideoGate (${environmentName})'
    location: location
    tags: allTags
    componentName: monitoring.outputs.componentName
  }
}

output resourceGroup string = group.name
output registryName string = registry.outputs.name
output registryServer string = registry.outputs.server
output appName string = 'ca-${base}'
output appHost string = empty(image) ? '' : app!.outputs.host
output topicName string = topic.outputs.name
output hostAccount string = host.outputs.name
output deadLetterContainer string = deadLetterContainer
output intakeAccount string = intake.outputs.name
output auditAccount string = audit.outputs.name
