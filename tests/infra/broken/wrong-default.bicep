// expect: param 'days': type int is wanted, here is string
param days int = 'seven'

output days int = days
