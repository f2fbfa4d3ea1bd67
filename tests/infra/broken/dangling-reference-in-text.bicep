// expect: dangling reference: nothing is called 'region' here
output address string = 'https://${region}.example.com'
