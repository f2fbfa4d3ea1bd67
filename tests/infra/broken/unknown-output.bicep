// expect: module 'part' has no output 'identifier'
module part 'parts/identity.bicep' = {
  name: 'part'
  params: { name: 'examples' }
}

output id string = part.outputs.identifier
