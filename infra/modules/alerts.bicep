// Alert rules. docs/operations.md has a runbook for each rule, under its name.
param name string
param location string
param tags object
param componentName string
param topicName string
param actionGroupIds string[]
param quietHours int

var rules = [
  {
    name: 'failed-orchestrations'
    severity: 1
    window: 'PT15M'
    query: loadTextContent('../queries/failed-orchestrations.kql')
    operator: 'GreaterThan'
    rows: 0
  }
  {
    name: 'poisoned-uploads'
    severity: 2
    window: 'PT15M'
    query: loadTextContent('../queries/poisoned-uploads.kql')
    operator: 'GreaterThan'
    rows: 0
  }
  {
    name: 'unreadable-poison'
    severity: 1
    window: 'PT15M'
    query: loadTextContent('../queries/unreadable-poison.kql')
    operator: 'GreaterThan'
    rows: 0
  }
  {
    name: 'review-overdue'
    severity: 2
    window: 'PT1H'
    query: loadTextContent('../queries/review-overdue.kql')
    operator: 'GreaterThan'
    rows: 0
  }
  {
    name: 'content-safety-throttled'
    severity: 2
    window: 'PT15M'
    query: loadTextContent('../queries/content-safety-throttled.kql')
    operator: 'GreaterThan'
    rows: 10
  }
  {
    name: 'content-safety-unavailable'
    severity: 1
    window: 'PT15M'
    query: loadTextContent('../queries/content-safety-unavailable.kql')
    operator: 'GreaterThan'
    rows: 0
  }
  {
    name: 'nothing-processed'
    severity: 1
    window: 'PT${quietHours}H'
    query: loadTextContent('../queries/cases-ended.kql')
    operator: 'LessThan'
    rows: 1
  }
  {
    name: 'not-repaired'
    severity: 2
    window: 'PT1H'
    query: loadTextContent('../queries/not-repaired.kql')
    operator: 'GreaterThan'
    rows: 0
  }
  {
    name: 'audit-broken'
    severity: 0
    window: 'PT1H'
    query: loadTextContent('../queries/audit-broken.kql')
    operator: 'GreaterThan'
    rows: 0
  }
  {
    name: 'audit-not-verified'
    severity: 1
    window: 'P2D'
    query: loadTextContent('../queries/audit-verified.kql')
    operator: 'LessThan'
    rows: 1
  }
  {
    name: 'case-broken'
    severity: 0
    window: 'PT15M'
    query: loadTextContent('../queries/case-broken.kql')
    operator: 'GreaterThan'
    rows: 0
  }
  {
    name: 'manifest-broken'
    severity: 0
    window: 'PT1H'
    query: loadTextContent('../queries/manifest-broken.kql')
    operator: 'GreaterThan'
    rows: 0
  }
  {
    name: 'audit-not-anchored'
    severity: 1
    window: 'P2D'
    query: loadTextContent('../queries/audit-anchored.kql')
    operator: 'LessThan'
    rows: 1
  }
  {
    name: 'clock-disagrees'
    severity: 1
    window: 'PT1H'
    query: loadTextContent('../queries/clock-disagrees.kql')
    operator: 'GreaterThan'
    rows: 0
  }
  {
    name: 'expiry-held'
    severity: 1
    window: 'PT1H'
    query: loadTextContent('../queries/expiry-held.kql')
    operator: 'GreaterThan'
    rows: 0
  }
  {
    name: 'video-lost'
    severity: 1
    window: 'PT1H'
    query: loadTextContent('../queries/video-lost.kql')
    operator: 'GreaterThan'
    rows: 0
  }
  {
    name: 'malware-found'
    severity: 1
    window: 'PT1H'
    query: loadTextContent('../queries/malware-found.kql')
    operator: 'GreaterThan'
    rows: 0
  }
  {
    name: 'takedown-due'
    severity: 1
    window: 'PT15M'
    query: loadTextContent('../queries/takedown-due.kql')
    operator: 'GreaterThan'
    rows: 0
  }
  {
    name: 'takedown-overdue'
    severity: 0
    window: 'PT15M'
    query: loadTextContent('../queries/takedown-overdue.kql')
    operator: 'GreaterThan'
    rows: 0
  }
  {
    name: 'trust-list-refused'
    severity: 2
    window: 'PT1H'
    query: loadTextContent('../queries/trust-list-refused.kql')
    operator: 'GreaterThan'
    rows: 0
  }
  {
    name: 'trust-list-stale'
    severity: 2
    window: 'PT1H'
    query: loadTextContent('../queries/trust-list-stale.kql')
    operator: 'GreaterThan'
    rows: 0
  }
]

resource component 'Microsoft.Insights/components@2020-02-02' existing = {
  name: componentName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName
}

resource queryAlerts 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in rules: {
    name: 'alert-${name}-${rule.name}'
    location: location
    tags: tags
    properties: {
      displayName: '${name}: ${rule.name}'
      severity: rule.severity
      enabled: true
      scopes: [component.id]
      evaluationFrequency: rule.window == 'PT15M' ? 'PT5M' : 'PT1H'
      windowSize: rule.window
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Count'
            operator: rule.operator
            threshold: rule.rows
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      autoMitigate: true
      actions: { actionGroups: actionGroupIds }
    }
  }
]

// Event Grid logs no row for a dead letter; it has a metric.
resource deadLetters 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'alert-${name}-dead-letters'
  location: 'global'
  tags: tags
  properties: {
    severity: 1
    enabled: true
    scopes: [topic.id]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'dead letters'
          criterionType: 'StaticThresholdCriterion'
          metricNamespace: 'Microsoft.EventGrid/systemTopics'
          metricName: 'DeadLetteredCount'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    autoMitigate: true
    actions: map(actionGroupIds, id => { actionGroupId: id })
  }
}
