// expect: parameters: there is no parameter 'nmae'
using 'parts/identity.bicep'

param name = 'a'
param nmae = 'a'
