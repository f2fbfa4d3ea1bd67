// expect: param 'days': an integer is wanted, here is string
param days int = 'seven'

output days int = days
