// expect: module 'part', parameter 'name': type string is wanted, here is int
module part 'parts/identity.bicep' = {
  name: 'part'
  params: { name: 7 }
}
