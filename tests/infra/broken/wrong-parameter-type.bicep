// expect: module 'part', parameter 'name': a string is wanted, here is int
module part 'parts/identity.bicep' = {
  name: 'part'
  params: { name: 7 }
}
