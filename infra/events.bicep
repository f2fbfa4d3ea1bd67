// Second stage: uploads reach the app. Deployed once code runs, because only then does the webhook have a key.
@description('The system topic that main.bicep made.')
param topicName string

@description('Where dead letters go: an account and a container that main.bicep made.')
param deadLetterAccount string
param deadLetterContainer string

@description('Host name of the app.')
param appHost string

@secure()
@description('The system key blobs_extension of the app.')
param webhookKey string

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: deadLetterAccount
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
      identity: { type: 'SystemAssigned' }
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
