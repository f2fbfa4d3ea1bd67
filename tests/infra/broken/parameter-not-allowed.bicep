// expect: module 'part', parameter 'level': "middle" is none of the allowed low, high
module part 'parts/identity.bicep' = {
  name: 'part'
  params: { name: 'examples', level: 'middle' }
}
