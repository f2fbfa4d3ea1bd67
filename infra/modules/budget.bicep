// Writes to people when the resource group costs, or is going to cost, more than planned.
import { Budget } from '../types.bicep'

param name string
param budget Budget
param actionGroupIds string[]

resource monthly 'Microsoft.Consumption/budgets@2024-08-01' = {
  name: name
  properties: {
    category: 'Cost'
    amount: budget.amount
    timeGrain: 'Monthly'
    timePeriod: { startDate: budget.start }
    notifications: {
      actual80: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: budget.emails
        contactGroups: actionGroupIds
        contactRoles: ['Owner']
      }
      forecast100: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: budget.emails
        contactGroups: actionGroupIds
        contactRoles: ['Owner']
      }
    }
  }
}
