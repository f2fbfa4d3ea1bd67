// expect: parameter 'adminPassword' sounds like a secret and is not @secure()
param adminPassword string

output length int = length(adminPassword)
