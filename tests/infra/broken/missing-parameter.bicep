// expect: module 'part': required parameter 'name' is not given
module part 'parts/identity.bicep' = {
  name: 'part'
  params: { level: 'low' }
}
