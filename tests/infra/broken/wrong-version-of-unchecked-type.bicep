// expect: API version '2020-01-01' of Microsoft.DurableTask/schedulers is not known
resource scheduler 'Microsoft.DurableTask/schedulers@2020-01-01' = {
  name: 'scheduler'
  location: 'westeurope'
}
