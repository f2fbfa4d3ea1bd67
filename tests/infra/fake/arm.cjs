// What Azure Resource Manager does with a deployment, as far as the scripts meet it. What it refuses carries Azure's code, where Microsoft
// documents one.
const fs = require('fs')
const path = require('path')
const crypto = require('crypto')
const { execFileSync } = require('child_process')

class Refusal extends Error {
  constructor(code, message) {
    super(message)
    this.code = code
  }
}

const subscription = '/subscriptions/00000000-0000-0000-0000-000000000001'
const uniqueInTheWorld = ['Microsoft.Storage/storageAccounts', 'Microsoft.ContainerRegistry/registries', 'Microsoft.KeyVault/vaults']

class Cloud {
  constructor(file) {
    this.file = file
    this.state = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file)) : {
      groups: {}, resources: {}, deployments: {}, images: [], deletedVaults: [], deletedAccounts: [], policies: {}, secrets: {},
    }
  }

  save() { fs.writeFileSync(this.file, JSON.stringify(this.state, null, 1)) }

  group(name) {
    const found = this.state.groups[name]
    if (!found) throw new Refusal('ResourceGroupNotFound', `Resource group '${name}' could not be found.`)
    return found
  }

  groups(tag) {
    const [name, value] = tag.split('=')
    return Object.values(this.state.groups).filter(group => group.tags[name] === value)
  }

  all(type) { return Object.values(this.state.resources).filter(resource => resource.type === type) }

  resources(group, type) {
    this.group(group)
    return this.all(type).filter(resource => resource.id.includes(`/resourceGroups/${group}/`))
  }

  deployment(name) {
    const found = this.state.deployments[name]
    if (!found) throw new Refusal('DeploymentNotFound', `Deployment '${name}' could not be found.`)
    return found
  }

  forget(name) {
    this.deployment(name)
    delete this.state.deployments[name]
    return null
  }

  // Compiles with the real compiler, which refuses unknown parameters and wrong types.
  predict(location, file, group) {
    const settings = Object.entries(process.env).filter(([name]) => name.startsWith('GATE_')).sort()
    const key = crypto.createHash('sha256').update(JSON.stringify([settings, location, file])).digest('hex')
    const kept = path.join(process.env.FAKE_CACHE, `${key}.json`)
    if (!fs.existsSync(kept)) {
      const scope = group ? ['--resource-group', group] : ['--location', location]
      try {
        execFileSync('infra/bicep.sh', ['snapshot', file, '--mode', 'overwrite', '--subscription-id', subscription.split('/')[2],
          '--tenant-id', '00000000-0000-0000-0000-000000000002', '--deployment-name', 'fake', ...scope], { stdio: 'pipe' })
      } catch (failure) {
        throw new Refusal('InvalidTemplate', `${failure.stderr}`)
      }
      fs.copyFileSync(file.replace(/bicepparam$/, 'snapshot.json'), `${kept}.${process.pid}`)
      fs.renameSync(`${kept}.${process.pid}`, kept)
    }
    return JSON.parse(fs.readFileSync(kept))
  }

  deploy(name, location, group, file) {
    if (group) this.group(group)
    const earlier = this.state.deployments[name]
    if (!group && earlier && earlier.location !== location) {
      throw new Refusal('InvalidDeploymentLocation', `Invalid deployment location '${location}'. The deployment '${name}' already exists in ` +
        `location '${earlier.location}'.`)
    }
    const predicted = this.predict(location, file, group)
    const record = { name, location, properties: { provisioningState: 'Failed', outputs: null } }
    if (!group) this.state.deployments[name] = record
    for (const resource of predicted.predictedResources) {
      if (resource.type === process.env.FAKE_FAILS_AT) throw new Refusal('DeploymentFailed', `${resource.id} failed.`)
      this.check(resource, predicted.predictedResources)
      this.put(resource)
    }
    record.properties = {
      provisioningState: 'Succeeded',
      outputs: Object.fromEntries(Object.entries(predicted.outputs ?? {}).map(([key, value]) =>
        [key, { type: 'String', value: value.startsWith('[') ? 'gate.example' : value }])),
    }
    return record
  }

  // A template with a file of parameters.
  deployTemplate(group, template, parameters) {
    this.group(group)
    const declared = [...fs.readFileSync(template, 'utf8').matchAll(/^param (\w+)/gm)].map(match => match[1]).sort()
    const file = parameters.replace(/^@/, '')
    if (fs.statSync(file).mode & 0o077) throw new Refusal('Fake', `others can read the secrets in ${file}`)
    const given = JSON.parse(fs.readFileSync(file)).parameters
    if (`${Object.keys(given).sort()}` !== `${declared}`) {
      throw new Refusal('InvalidTemplate', `The template parameters '${Object.keys(given)}' are not '${declared}'.`)
    }
    if (!this.all('Microsoft.KeyVault/vaults').some(vault => vault.name === given.vaultName.value)) {
      throw new Refusal('ParentResourceNotFound', `The vault '${given.vaultName.value}' could not be found.`)
    }
    this.state.secrets[`${given.vaultName.value}/${given.name.value}`] = given.secret.value
    return { properties: { provisioningState: 'Succeeded' } }
  }

  check(resource, others) {
    const { type, id, name, properties } = resource
    const known = this.state.resources[id]
    const named = this.all(type).find(other => other.name === name && other.id !== id)
    if (known?.location && known.location !== resource.location) {
      throw new Refusal('InvalidResourceLocation', `The resource '${name}' already exists in location '${known.location}'.`)
    }
    if (named && uniqueInTheWorld.includes(type)) {
      throw new Refusal('AlreadyTaken', `The name '${name}' is already taken.`)
    }
    switch (type) {
      case 'Microsoft.App/containerApps':
        // https://learn.microsoft.com/azure/container-apps/functions-overview
        if (resource.kind === 'functionapp' && properties.template.scale.rules?.length) {
          throw new Refusal('FunctionAppCannotSetScaleRules', 'Scale rules of a function app are set by the platform.')
        }
        for (const secret of properties.configuration.secrets) this.requireSecret(secret.keyVaultUrl)
        break
      case 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies':
        if (this.state.policies[id]?.state === 'Locked') {
          throw new Refusal('ContainerImmutabilityPolicyFailure', 'The immutability policy is locked and cannot be changed.')
        }
        break
      case 'Microsoft.DurableTask/schedulers/retentionPolicies': {
        const scheduler = others.find(other => other.type === 'Microsoft.DurableTask/schedulers')
        const days = Math.max(...properties.retentionPolicies.map(policy => policy.retentionPeriodInDays))
        if (days > (scheduler.properties.sku.name === 'Consumption' ? 30 : 90)) {
          throw new Refusal('InvalidRetentionPeriod', `${days} days are too many for ${scheduler.properties.sku.name}.`)
        }
        break
      }
      case 'Microsoft.Authorization/roleDefinitions':
        if (this.all(type).some(role => role.id !== id && role.properties.roleName === properties.roleName)) {
          throw new Refusal('RoleDefinitionWithSameNameExists', `A custom role with the name '${properties.roleName}' exists in this directory.`)
        }
        break
      case 'Microsoft.Authorization/roleAssignments':
        if (known && known.properties.principalId !== properties.principalId) {
          throw new Refusal('RoleAssignmentUpdateNotPermitted', 'Tenant ID, application ID, principal ID, and scope are not allowed to be updated.')
        }
        break
      case 'Microsoft.KeyVault/vaults':
        if (this.state.deletedVaults.some(vault => vault.name === name)) {
          throw new Refusal('ConflictError', `A vault with the same name already exists in deleted state: '${name}'.`)
        }
        break
      case 'Microsoft.CognitiveServices/accounts':
        if (this.state.deletedAccounts.some(account => account.name === name)) {
          throw new Refusal('FlagMustBeSetForRestore', `An existing resource with ID '${id}' has been soft-deleted.`)
        }
        break
      case 'Microsoft.Consumption/budgets':
        if (known && known.properties.timePeriod.startDate !== properties.timePeriod.startDate) {
          throw new Refusal('BudgetStartDate', 'The start date of a budget cannot be changed.')
        }
        break
      case 'Microsoft.EventGrid/systemTopics/eventSubscriptions':
        // https://learn.microsoft.com/azure/event-grid/end-point-validation-event-grid-events-schema
        if (!this.all('Microsoft.App/containerApps').length) {
          throw new Refusal('URL validation', 'Webhook validation handshake failed: the app does not answer.')
        }
        break
    }
  }

  requireSecret(url) {
    const [, vault, secret] = /^https:\/\/([\w-]+)\.vault\.azure\.net\/secrets\/([\w-]+)$/.exec(url) ?? []
    if (!(`${vault}/${secret}` in this.state.secrets)) {
      throw new Refusal('ContainerAppSecretInvalid', `The secret '${url}' could not be read.`)
    }
  }

  put(resource) {
    const { type, id, name } = resource
    const shown = { ...resource, resourceGroup: /resourceGroups\/([^/]+)/.exec(id)?.[1] }
    if (type === 'Microsoft.Resources/resourceGroups') this.state.groups[name] = shown
    else this.state.resources[id] = shown
    // Bicep's @onlyIfNotExists: what is there stays.
    if (type === 'Microsoft.KeyVault/vaults/secrets') this.state.secrets[name] ??= crypto.randomUUID()
    if (type.endsWith('/immutabilityPolicies')) {
      this.state.policies[id] ??= { etag: '"8d59f81a7fa7be0"', ...resource.properties, name: 'default', state: 'Unlocked' }
    }
  }

  remove(id) {
    if (!this.state.resources[id]) throw new Refusal('ResourceNotFound', `'${id}' was not found.`)
    delete this.state.resources[id]
    return null
  }

  container(account, name) {
    return this.all('Microsoft.Storage/storageAccounts/blobServices/containers')
      .find(container => container.name === `${account}/default/${name}`)
  }

  containers(account) {
    return this.all('Microsoft.Storage/storageAccounts/blobServices/containers').filter(one => one.name.startsWith(`${account}/`))
      .map(one => ({
        name: one.name.split('/')[2],
        hasImmutabilityPolicy: Object.keys(this.state.policies).some(policy => policy.startsWith(`${one.id}/`)),
      }))
  }

  policy(account, name) {
    const found = Object.entries(this.state.policies).find(([id]) => id.includes(`/${account}/`) && id.includes(`/containers/${name}/`))
    if (!found) throw new Refusal('ResourceNotFound', `${account}/${name} has no immutability policy.`)
    return found[1]
  }

  lockPolicy(account, name, etag) {
    const policy = this.policy(account, name)
    if (policy.etag !== etag) throw new Refusal('ConditionNotMet', `The condition '${etag}' is not met.`)
    return Object.assign(policy, { state: 'Locked' })
  }

  build(registry, image) {
    if (!this.all('Microsoft.ContainerRegistry/registries').some(known => known.name === registry)) {
      throw new Refusal('ResourceNotFound', `The registry '${registry}' could not be found.`)
    }
    this.state.images.push(image)
    return null
  }

  image(image) {
    if (!this.state.images.includes(image)) throw new Refusal('MANIFEST_UNKNOWN', `manifest tagged by "${image}" is not found.`)
    return { name: image.split(':')[1], digest: `sha256:${crypto.createHash('sha256').update(image).digest('hex')}` }
  }

  roles(scope) {
    return this.all('Microsoft.Authorization/roleDefinitions').filter(role => role.properties.assignableScopes.includes(scope))
  }

  deleteRole(name) { return this.remove(this.all('Microsoft.Authorization/roleDefinitions').find(role => role.name === name).id) }

  deleteGroup(name) {
    const { id } = this.group(name)
    const inside = Object.values(this.state.resources).filter(resource => resource.id.startsWith(`${id}/`))
    if (inside.some(resource => resource.type === 'Microsoft.Authorization/locks')) {
      throw new Refusal('ScopeLocked', `The scope '${id}' cannot perform delete operation because following scope(s) are locked.`)
    }
    if (Object.entries(this.state.policies).some(([policy, { state }]) => policy.startsWith(`${id}/`) && state === 'Locked')) {
      throw new Refusal('StorageAccountOperationFailed', 'An account with a locked immutability policy cannot be deleted.')
    }
    for (const resource of inside) {
      if (resource.type === 'Microsoft.KeyVault/vaults') {
        this.state.deletedVaults.push({
          name: resource.name,
          properties: { vaultId: resource.id, purgeProtectionEnabled: resource.properties.enablePurgeProtection ?? null },
        })
      }
      if (resource.type === 'Microsoft.CognitiveServices/accounts') this.state.deletedAccounts.push({ name: resource.name })
      // Definitions of roles live in the tenant.
      if (resource.type !== 'Microsoft.Authorization/roleDefinitions') delete this.state.resources[resource.id]
    }
    for (const policy of Object.keys(this.state.policies)) if (policy.startsWith(`${id}/`)) delete this.state.policies[policy]
    delete this.state.groups[name]
    return null
  }

  purge(list, name) {
    const kept = this.state[list].find(deleted => deleted.name === name)
    if (!kept) throw new Refusal('ResourceNotFound', `There is no deleted '${name}'.`)
    if (kept.properties?.purgeProtectionEnabled) throw new Refusal('Forbidden', `'${name}' is protected from purge.`)
    this.state[list] = this.state[list].filter(deleted => deleted.name !== name)
    for (const secret of Object.keys(this.state.secrets)) if (secret.startsWith(`${name}/`)) delete this.state.secrets[secret]
    return null
  }

  recover(name) {
    const kept = this.state.deletedVaults.find(deleted => deleted.name === name)
    if (!kept) throw new Refusal('ResourceNotFound', `There is no deleted '${name}'.`)
    this.group(/resourceGroups\/([^/]+)/.exec(kept.properties.vaultId)[1])
    this.state.deletedVaults = this.state.deletedVaults.filter(deleted => deleted.name !== name)
    return null
  }
}

module.exports = { Cloud, Refusal }
