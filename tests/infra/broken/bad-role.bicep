// expect: bad role: 'ba92f5b4-2d11-453d-a403-e96b0029c9ff' is no role that is known here
var role = 'ba92f5b4-2d11-453d-a403-e96b0029c9ff'

output role string = role
