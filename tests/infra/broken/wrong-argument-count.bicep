// expect: replace() takes 3 arguments, here are 2
output text string = replace('a', 'b')
