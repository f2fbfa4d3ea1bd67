// expect: 'twice' is declared twice
var twice = 'a'
var twice = 'b'

output once string = twice
