// expect: parameters: required parameter 'name' is not given
using 'parts/identity.bicep'

param level = 'low'
