// The function app, as a container: ffmpeg and the models that read text come with the image.
import { Domains, Replicas, Schedules, Settings, TrustLists } from '../types.bicep'

param name string
param location string
param tags object
param image string
param environmentName string
param registryName string
param identityName string
param componentName string
param schedulerName string
param taskHub string
param safetyName string
param vaultName string
param intakeAccount string
param publishAccount string
param auditAccount string
param hostAccount string
param identityAuthority string
param identityAudience string
param activePolicy string
param schedules Schedules
param trustLists TrustLists
param domains Domains
param historyDays int
param malwareScan bool
param replicas Replicas
param settings Settings

@description('Settings whose values are secrets in the vault; `Audit__SigningKey` is `audit-signingkey` there.')
param secretNames string[]

var port = 80
var vaultAddress = 'https://${vaultName}${domains.vault}/secrets'

// The Container Apps store of the host only reads, from files: each key that the host or an extension asks for must be one of them.
// https://learn.microsoft.com/azure/container-apps/functions-secrets-host-level
var hostKeys = [
  { secret: 'host-master', file: 'host.master' }
  { secret: 'host-function-default', file: 'host.function.default' }
  { secret: 'host-systemkey-blobs-extension', file: 'host.systemKey.blobs_extension' }
  { secret: 'host-systemkey-durabletask-extension', file: 'host.systemKey.durabletask_extension' }
]
var settingSecrets = map(secretNames, setting => { setting: setting, secret: toLower(replace(setting, '__', '-')) })
var secrets = concat(map(hostKeys, key => key.secret), map(settingSecrets, setting => setting.secret))

resource managed 'Microsoft.App/managedEnvironments@2025-01-01' existing = {
  name: environmentName
}

resource registry 'Microsoft.ContainerRegistry/registries@2025-04-01' existing = {
  name: registryName
}

resource scheduler 'Microsoft.DurableTask/schedulers@2026-02-01' existing = {
  name: schedulerName
}

resource safety 'Microsoft.CognitiveServices/accounts@2025-06-01' existing = {
  name: safetyName
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource component 'Microsoft.Insights/components@2020-02-02' existing = {
  name: componentName
}

var hub = 'Endpoint=${scheduler.properties.endpoint};TaskHub=${taskHub}'

var ownSettings = {
  FUNCTIONS_WORKER_RUNTIME: 'dotnet-isolated'
  // Without a name the host rejects every function that binds the task hub's client.
  WEBSITE_HOSTNAME: '${name}.${managed.properties.defaultDomain}'
  // Replicas with one id share the timers and the webhook's key; by default each would have its own id.
  AzureFunctionsWebHost__hostid: toLower(name)
  // `containerapps` in the host's source; its documentation leaves the s out, which would mean blobs.
  AzureWebJobsSecretStorageType: 'containerapps'
  // On SIGTERM the host accepts no more work and lets running functions continue, until terminationGracePeriodSeconds are over.
  FUNCTIONS_ENABLE_DRAIN_ON_APP_STOPPING: 'true'
  APPLICATIONINSIGHTS_CONNECTION_STRING: component.properties.ConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.properties.clientId};Authorization=AAD'
  // The Functions host would sample five traces a second, and with the others drop the log lines that alerts query.
  OTEL_TRACES_SAMPLER: 'microsoft.fixed_percentage'
  OTEL_TRACES_SAMPLER_ARG: '1.0'
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identity.properties.clientId
  AzureWebJobsStorage__blobServiceUri: 'https://${hostAccount}.blob.${domains.storage}'
  AzureWebJobsStorage__queueServiceUri: 'https://${hostAccount}.queue.${domains.storage}'
  AzureWebJobsStorage__tableServiceUri: 'https://${hostAccount}.table.${domains.storage}'
  IntakeStorage__credential: 'managedidentity'
  IntakeStorage__clientId: identity.properties.clientId
  IntakeStorage__blobServiceUri: 'https://${intakeAccount}.blob.${domains.storage}'
  IntakeStorage__queueServiceUri: 'https://${intakeAccount}.queue.${domains.storage}'
  PublishStorage__credential: 'managedidentity'
  PublishStorage__clientId: identity.properties.clientId
  PublishStorage__blobServiceUri: 'https://${publishAccount}.blob.${domains.storage}'
  AuditStorage__credential: 'managedidentity'
  AuditStorage__clientId: identity.properties.clientId
  AuditStorage__blobServiceUri: 'https://${auditAccount}.blob.${domains.storage}'
  DurableTaskScheduler: '${hub};Authentication=ManagedIdentity;ClientID=${identity.properties.clientId}'
  ContentSafety__Endpoint: safety.properties.endpoint
  ContentSafety__clientId: identity.properties.clientId
  Identity__Authority: identityAuthority
  Identity__Audience: identityAudience
  Policies__Active: activePolicy
  AuditVerification__Schedule: schedules.auditVerification
  AuditAnchor__Schedule: schedules.auditAnchor
  Reconciliation__Schedule: schedules.reconciliation
  Retention__Schedule: schedules.retention
  Retention__Histories: '${historyDays}.00:00:00'
  Malware__WaitForScan: malwareScan ? 'true' : 'false'
  TrustLists__Signers: trustLists.signers
  TrustLists__TimeStampers: trustLists.timeStampers
  TrustLists__Products: trustLists.products
  TrustLists__Schedule: schedules.trustLists
}

resource app 'Microsoft.App/containerApps@2026-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    managedEnvironmentId: managed.id
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        targetPort: port
        transport: 'auto'
        allowInsecure: false
      }
      registries: [{ server: registry.properties.loginServer, identity: identity.id }]
      secrets: [for secret in secrets: { name: secret, keyVaultUrl: '${vaultAddress}/${secret}', identity: identity.id }]
    }
    template: {
      // Time for running activities to finish; an interrupted one runs again elsewhere.
      terminationGracePeriodSeconds: 120
      containers: [
        {
          name: 'gate'
          image: '${registry.properties.loginServer}/${image}'
          resources: { cpu: json('2.0'), memory: '4Gi' }
          env: [
            ...map(items(union(ownSettings, settings)), setting => { name: setting.key, value: string(setting.value) })
            ...map(settingSecrets, setting => { name: setting.setting, secretRef: setting.secret })
          ]
          volumeMounts: [{ volumeName: 'functions-keys', mountPath: '/run/secrets/functions-keys' }]
          // Every probe asks whether the app answers, and none about other services: one outage would take every replica away, with the
          // console and all that still works. A worker answers when it is started, its settings are valid and its policies loaded.
          probes: [
            {
              // Five minutes: on the first deployment the host waits until its roles on storage are in force.
              type: 'Startup'
              httpGet: { path: '/api/health/live', port: port }
              initialDelaySeconds: 10
              periodSeconds: 30
              timeoutSeconds: 5
              failureThreshold: 10
            }
            {
              // Not while decoders use all processors.
              type: 'Liveness'
              httpGet: { path: '/api/health/live', port: port }
              periodSeconds: 30
              timeoutSeconds: 10
              failureThreshold: 5
            }
            {
              type: 'Readiness'
              httpGet: { path: '/api/health/live', port: port }
              periodSeconds: 10
              timeoutSeconds: 5
              failureThreshold: 3
            }
          ]
        }
      ]
      volumes: [
        {
          name: 'functions-keys'
          storageType: 'Secret'
          secrets: map(hostKeys, key => { secretRef: key.secret, path: key.file })
        }
      ]
      // No rules: the platform sets those of a function app from its triggers, and refuses others (FunctionAppCannotSetScaleRules).
      scale: {
        minReplicas: replicas.min
        maxReplicas: replicas.max
      }
    }
  }
}

output host string = app.properties.configuration.ingress.fqdn
