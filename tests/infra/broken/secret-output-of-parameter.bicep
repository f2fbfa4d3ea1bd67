// expect: secret output: 'address' shows the @secure() parameter 'code'
@secure()
param code string

var query = 'code=${code}'

output address string = 'https://example.com?${query}'
