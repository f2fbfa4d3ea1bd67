// The funnel: uploads, decisions, open reviews, cost.
param displayName string
param location string
param tags object
param componentName string

resource component 'Microsoft.Insights/components@2020-02-02' existing = {
  name: componentName
}

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(component.id, 'funnel')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: displayName
    category: 'workbook'
    sourceId: component.id
    serializedData: loadTextContent('../workbook.json')
  }
}
