// Is every resource one that Azure knows: its type, its version, its properties, its place?
import { createRequire } from 'node:module';
import { objectFaults } from './types.mjs';
import { at, literal } from './syntax.mjs';

// Versions that are newer than the schemas, each with its reason.
export const newer = createRequire(import.meta.url)('./newer.json');

// What Bicep itself adds to every resource.
const ownProperties = ['parent', 'scope', 'dependsOn'];

export function* resourceFaults(file, schemas) {
  for (const resource of file.resources) {
    const schema = schemas.get(resource.type);
    if (!schema) {
      yield { at: resource.typeAt, message: `there is no resource type '${resource.type}'` };
      continue;
    }
    yield* versionFaults(resource, schema);
    yield* placeFaults(resource, schema, file);
    if (!resource.existing && schema.body) {
      yield* bodyFaults(resource, schema, file);
    }
    for (const nested of resource.body.properties.filter(property => property.nested)) {
      yield { at: nested.at, message: `a resource inside '${resource.name}': declare it beside, with 'parent'` };
    }
  }
}

function* versionFaults(resource, schema) {
  const known = [schema.version, newer[resource.type]?.version].filter(Boolean);
  if (!known.includes(resource.version)) {
    yield { at: resource.typeAt, message: `API version '${resource.version}' of ${resource.type} is not known; known: ${known.join(', ')}` };
  }
}

function* bodyFaults(resource, schema, file) {
  const added = newer[resource.type]?.version === resource.version ? newer[resource.type].adds ?? [] : [];
  const properties = resource.body.properties.filter(property => !property.nested && ![...ownProperties, ...added].includes(property.key));
  yield* objectFaults({ ...resource.body, properties }, schema.body, { file, types: schema.types }, resource.name);
}

function* placeFaults(resource, schema, file) {
  const [parent, scope] = [at(resource.body, 'parent'), at(resource.body, 'scope')];
  yield* parentFaults(resource, parent, file);
  const place = file.targetScope[0].toUpperCase() + file.targetScope.slice(1);
  if (!scope && !parent && ['ResourceGroup', 'Subscription'].includes(schema.scopes) && schema.scopes !== place) {
    yield { at: resource.at, message: `wrong scope: ${resource.type} goes into a ${schema.scopes}, this file deploys to a ${place}` };
  }
  const target = scope?.kind === 'name' ? file.names.get(scope.name) : undefined;
  if (target?.kind === 'resource' && schema.scopes === 'ResourceGroup' && target.type !== 'Microsoft.Resources/resourceGroups') {
    yield { at: scope.at, message: `wrong scope: ${resource.type} cannot be deployed to '${scope.name}'; give it a parent` };
  }
}

function* parentFaults(resource, parent, file) {
  const name = literal(at(resource.body, 'name'));
  const above = resource.type.split('/').slice(0, -1).join('/');
  const isChild = resource.type.split('/').length > 2;
  const declared = parent && file.names.get(parent.kind === 'index' ? parent.object.name : parent.name);
  if (parent && declared?.kind === 'resource' && declared.type !== above) {
    yield { at: parent.at, message: `'${declared.name}' is a ${declared.type}, which is no parent of ${resource.type}` };
  }
  if (isChild && !parent && name !== undefined && name.split('/').length !== resource.type.split('/').length - 1) {
    yield { at: resource.at, message: `'${resource.name}' is a ${resource.type} and has no parent` };
  }
}
