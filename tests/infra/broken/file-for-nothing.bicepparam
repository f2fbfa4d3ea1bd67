// expect: using 'parts/nothing.bicep': there is no such file
using 'parts/nothing.bicep'

param name = 'a'
