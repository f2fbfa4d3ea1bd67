// The Event Grid subscription for uploads.
param topicName string
param deadLetterAccount string
param deadLetterContainer string
param identityName string
param appHost string

@secure()
param webhookKey string

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: deadLetterAccount
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName
}

resource uploads 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: topic
  name: 'uploads'
  properties: {
    eventDeliverySchema: 'EventGridSchema'
    destination: {
      endpointType: 'WebHook'
      properties: {
        // The compiler accepts a secure parameter alone; this is one with text around it.
        #disable-next-line use-secure-value-for-secure-inputs
        endpointUrl: 'https://${appHost}/runtime/webhooks/blobs?functionName=Host.Functions.UploadArrived&code=${webhookKey}'
        maxEventsPerBatch: 1
        minimumTlsVersionAllowed: '1.2'
      }
    }
    filter: {
      includedEventTypes: ['Microsoft.Storage.BlobCreated']
      // The suffix `/blobs/` is needed: without it a container `uploads2` would match too.
      subjectBeginsWith: '/blobServices/default/containers/uploads/blobs/'
      advancedFilters: [
        // A blob is complete when one of these operations ends. Others, such as the first request of a Data Lake write, come too early.
        { operatorType: 'StringIn', key: 'data.api', values: ['PutBlob', 'PutBlockList', 'CopyBlob', 'FlushWithClose'] }
      ]
    }
    retryPolicy: {
      maxDeliveryAttempts: 30
      eventTimeToLiveInMinutes: 1440
    }
    deadLetterWithResourceIdentity: {
      identity: { type: 'UserAssigned', userAssignedIdentity: identity.id }
      deadLetterDestination: {
        endpointType: 'StorageBlob'
        properties: {
          resourceId: account.id
          blobContainerName: deadLetterContainer
        }
      }
    }
  }
}
