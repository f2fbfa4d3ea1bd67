// The function app, as a container: ffmpeg and tesseract come with the image.
param name string
param location string
param tags object
param image string
param environmentId string
param environmentDomain string
param registryServer string
param identityName string
param componentName string
param schedulerEndpoint string
param taskHub string
param safetyEndpoint string
param intakeAccount string
param publishAccount string
param auditAccount string
param hostAccount string
param identityAuthority string
param identityAudience string
param activePolicy string
param auditVerificationSchedule string
param auditAnchorSchedule string
param reconciliationSchedule string
param retentionSchedule string
param historyRetentionDays int
param signerTrustList string
param timeStamperTrustList string
param conformingProductsList string
param trustListSchedule string
param extraSettings object

@secure()
param secretSettings object

@minValue(1)
param minReplicas int

param maxReplicas int

var storage = environment().suffixes.storage
var port = 80
var scheduler = 'Endpoint=${schedulerEndpoint};TaskHub=${taskHub}'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource component 'Microsoft.Insights/components@2020-02-02' existing = {
  name: componentName
}

var settings = {
  FUNCTIONS_WORKER_RUNTIME: 'dotnet-isolated'
  // Without a name the host rejects every function that binds the task hub's client.
  WEBSITE_HOSTNAME: '${name}.${environmentDomain}'
  // Replicas with one id share the timers and the webhook's key; by default each would have its own id.
  AzureFunctionsWebHost__hostid: toLower(name)
  // On SIGTERM the host accepts no more work and lets running functions continue, until terminationGracePeriodSeconds are over.
  FUNCTIONS_ENABLE_DRAIN_ON_APP_STOPPING: 'true'
  APPLICATIONINSIGHTS_CONNECTION_STRING: component.properties.ConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.properties.clientId};Authorization=AAD'
  // The Functions host would sample five traces a second, and with the others drop the log lines that alerts query.
  OTEL_TRACES_SAMPLER: 'microsoft.fixed_percentage'
  OTEL_TRACES_SAMPLER_ARG: '1.0'
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identity.properties.clientId
  AzureWebJobsStorage__blobServiceUri: 'https://${hostAccount}.blob.${storage}'
  AzureWebJobsStorage__queueServiceUri: 'https://${hostAccount}.queue.${storage}'
  AzureWebJobsStorage__tableServiceUri: 'https://${hostAccount}.table.${storage}'
  IntakeStorage__credential: 'managedidentity'
  IntakeStorage__clientId: identity.properties.clientId
  IntakeStorage__blobServiceUri: 'https://${intakeAccount}.blob.${storage}'
  IntakeStorage__queueServiceUri: 'https://${intakeAccount}.queue.${storage}'
  PublishStorage__credential: 'managedidentity'
  PublishStorage__clientId: identity.properties.clientId
  PublishStorage__blobServiceUri: 'https://${publishAccount}.blob.${storage}'
  AuditStorage__credential: 'managedidentity'
  AuditStorage__clientId: identity.properties.clientId
  AuditStorage__blobServiceUri: 'https://${auditAccount}.blob.${storage}'
  DurableTaskScheduler: '${scheduler};Authentication=ManagedIdentity;ClientID=${identity.properties.clientId}'
  ContentSafety__Endpoint: safetyEndpoint
  ContentSafety__clientId: identity.properties.clientId
  Identity__Authority: identityAuthority
  Identity__Audience: identityAudience
  Policies__Active: activePolicy
  AuditVerification__Schedule: auditVerificationSchedule
  AuditAnchor__Schedule: auditAnchorSchedule
  Reconciliation__Schedule: reconciliationSchedule
  Retention__Schedule: retentionSchedule
  Retention__Histories: '${historyRetentionDays}.00:00:00'
  TrustLists__Signers: signerTrustList
  TrustLists__TimeStampers: timeStamperTrustList
  TrustLists__Products: conformingProductsList
  TrustLists__Schedule: trustListSchedule
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
    managedEnvironmentId: environmentId
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        targetPort: port
        transport: 'auto'
        allowInsecure: false
      }
      registries: [{ server: registryServer, identity: identity.id }]
      // An address of a secret in Key Vault stays there; the app's identity reads it.
      secrets: map(items(secretSettings), setting => contains(string(setting.value), '.vault.azure.net/secrets/')
        ? { name: toLower(replace(setting.key, '__', '-')), keyVaultUrl: setting.value, identity: identity.id }
        : { name: toLower(replace(setting.key, '__', '-')), value: setting.value })
    }
    template: {
      // Time for running activities to finish; an interrupted one runs again elsewhere.
      terminationGracePeriodSeconds: 120
      containers: [
        {
          name: 'gate'
          image: image
          resources: { cpu: json('2.0'), memory: '4Gi' }
          env: concat(
            map(items(union(settings, extraSettings)), setting => { name: setting.key, value: setting.value }),
            map(items(secretSettings), setting => { name: setting.key, secretRef: toLower(replace(setting.key, '__', '-')) })
          )
          probes: [
            {
              type: 'Startup'
              httpGet: { path: '/api/health/live', port: port }
              periodSeconds: 10
              timeoutSeconds: 5
              failureThreshold: 10
              initialDelaySeconds: 10
            }
            {
              // A restart does not fix an outage of a dependency: only missing responses count, and not while decoders use all processors.
              type: 'Liveness'
              httpGet: { path: '/api/health/live', port: port }
              periodSeconds: 30
              timeoutSeconds: 10
              failureThreshold: 5
            }
            {
              type: 'Readiness'
              httpGet: { path: '/api/health', port: port }
              periodSeconds: 10
              timeoutSeconds: 5
              failureThreshold: 3
            }
          ]
        }
      ]
      scale: {
        minReplicas: minReplicas
        maxReplicas: maxReplicas
        rules: [
          {
            // Decoding takes most of the time; maxConcurrentActivityFunctions in host.json is the concurrency of one replica.
            name: 'activities'
            custom: {
              type: 'azure-durabletask-scheduler'
              identity: identity.id
              metadata: {
                endpoint: schedulerEndpoint
                taskhubName: taskHub
                workItemType: 'Activity'
                maxConcurrentWorkItemsCount: '16'
              }
            }
          }
          {
            name: 'requests'
            http: { metadata: { concurrentRequests: '50' } }
          }
        ]
      }
    }
  }
}

output host string = app.properties.configuration.ingress.fqdn
