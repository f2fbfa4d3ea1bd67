// expect: parameters, parameter 'level': "middle" is none of the allowed low, high
using 'parts/identity.bicep'

param name = 'a'
param level = 'middle'
