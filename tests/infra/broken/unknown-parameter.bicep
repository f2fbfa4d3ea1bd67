// expect: module 'part': there is no parameter 'nmae'
module part 'parts/identity.bicep' = {
  name: 'part'
  params: { name: 'examples', nmae: 'examples' }
}
