// expect: properties.template.containers[].probes[].httpGet.url: there is no such property
resource app 'Microsoft.App/containerApps@2026-01-01' = {
  name: 'app'
  location: 'westeurope'
  kind: 'functionapp'
  properties: {
    template: {
      containers: [{ name: 'app', probes: [{ type: 'Liveness', httpGet: { port: 80, url: '/' } }] }]
    }
  }
}
