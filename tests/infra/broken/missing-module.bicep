// expect: module 'part': there is no file 'parts/nothing.bicep'
module part 'parts/nothing.bicep' = {
  name: 'part'
  params: { name: 'examples' }
}
