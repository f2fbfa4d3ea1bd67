// The types of parameters, and the functions that name things. Imported by every template in this folder.

@export()
@description('Put on resources, name to value.')
type Tags = { *: string }

@export()
@description('App settings, name to value, such as Intake__SasLifetime.')
type Settings = { *: string }

type ConsumptionScheduler = { name: 'Consumption' }

type DedicatedScheduler = {
  name: 'Dedicated'

  @description('Three survive the loss of a zone. Each does about 2,000 actions a second and holds 50 GB.')
  @minValue(1)
  capacity: int
}

@export()
@description('Durable Task Scheduler: paid by the action, or in units.')
@discriminator('name')
type Scheduler = ConsumptionScheduler | DedicatedScheduler

@export()
@description('What calls the app: `public` lets everyone, `frontDoor` only Front Door with its firewall, and Event Grid.')
type Ingress = 'public' | 'frontDoor'

@export()
@description('When timers run: NCRONTAB expressions in UTC.')
type Schedules = {
  @description('Verifies every audit log.')
  auditVerification: string

  @description('Anchors the heads of the audit logs; once a day.')
  auditAnchor: string

  @description('Compares what is stored and repairs it.')
  reconciliation: string

  @description('Purges histories of orchestrations that ended.')
  retention: string

  @description('Fetches the trust lists.')
  trustLists: string
}

@export()
@description('HTTPS addresses of the lists that the C2PA publishes. Empty: nothing is judged by it.')
type TrustLists = {
  @description('The C2PA Trust List, in PEM: who may sign content credentials.')
  signers: string

  @description('The C2PA TSA Trust List, in PEM: whose time-stamps count.')
  timeStampers: string

  @description('The C2PA Conforming Products List, in JSON: what product a trusted signer is.')
  products: string
}

@export()
@description('How long things are kept, in days.')
type Retention = {
  @description('An audit log cannot be changed or deleted but by appending. Article 9 of the Measures asks for six months.')
  @minValue(184)
  audit: int

  @description('Evidence, and videos that were rejected.')
  @minValue(184)
  evidence: int

  @description('Logs that can be queried.')
  @minValue(30)
  @maxValue(730)
  logs: int

  @description('Histories of orchestrations that ended; the app purges them, but not those of open cases. The scheduler keeps 30 at most.')
  @minValue(1)
  @maxValue(29)
  histories: int
}

@export()
type Replicas = {
  @description('At least one: a durable timer does not start a replica.')
  @minValue(1)
  min: int

  @description('Each decodes two videos at a time: the first limit of throughput.')
  @minValue(1)
  @maxValue(1000)
  max: int
}

@export()
@description('Domains of the cloud\'s services: `environment()` knows them, but what is predicted without Azure could not name them.')
type Domains = { storage: string, vault: string }

@export()
@description('A monthly budget; its alerts cost nothing and stop nothing.')
type Budget = {
  @description('In the currency of the subscription.')
  @minValue(1)
  amount: int

  @description('First day of a month, such as 2026-12-01. Azure refuses to change it: deploy.sh passes the one that is there.')
  start: string

  @description('Whom to write to beside the owners.')
  emails: string[]
}

@export()
@description('Six characters for names that must be unique in the world. Another name, environment or location makes others.')
func suffixOf(subscriptionId string, name string, environmentName string, location string) string =>
  take(uniqueString(subscriptionId, name, environmentName, location), 6)

@export()
func groupOf(name string, environmentName string, location string) string => 'rg-${name}-${environmentName}-${location}'

@export()
func registryOf(name string, environmentName string, suffix string) string => '${name}${environmentName}${suffix}'
