// expect: there is no function 'uniqString'
output suffix string = uniqString('a')
