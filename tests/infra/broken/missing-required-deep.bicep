// expect: advancedFilters[]: required property 'operatorType' is missing
resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: 'topic'
}

resource uploads 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: topic
  name: 'uploads'
  properties: {
    filter: { advancedFilters: [{ key: 'data.api', values: ['PutBlob'] }] }
  }
}
