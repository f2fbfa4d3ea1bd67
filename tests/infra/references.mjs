// Does every name mean something, and is everything that has a name used?
import { functions } from './functions.mjs';
import { partsOf, rootsOf } from './file.mjs';

const moduleMembers = ['name', 'outputs'];
const resourceMembers = ['id', 'name', 'type', 'apiVersion'];

/** @param {import('./file.mjs').BicepFile} file */
export function* referenceFaults(file, files, schemas) {
  yield* duplicates(file);
  const used = new Set();
  for (const declaration of file.declarations) {
    const locals = declaration.loop ? [declaration.loop.item, declaration.loop.index] : [];
    for (const root of rootsOf(declaration)) {
      yield* walk(root, locals, { file, files, schemas, used });
    }
  }
  for (const declaration of [...file.params, ...file.variables]) {
    if (!file.using && !used.has(declaration.name)) {
      yield { at: declaration.at, message: `${declaration.kind} '${declaration.name}' is never used` };
    }
  }
}

function* duplicates(file) {
  const seen = new Set();
  for (const declaration of file.declarations.filter(candidate => candidate.kind !== 'output' && candidate.name)) {
    if (seen.has(declaration.name)) {
      yield { at: declaration.at, message: `'${declaration.name}' is declared twice` };
    }
    seen.add(declaration.name);
  }
}

function* walk(node, locals, context) {
  switch (node.kind) {
    case 'name':
      context.used.add(node.name);
      if (!locals.includes(node.name) && !context.file.names.has(node.name)) {
        yield { at: node.at, message: `dangling reference: nothing is called '${node.name}' here` };
      }
      return;
    case 'for':
      yield* walk(node.loop.over, locals, context);
      yield* walk(node.body, [...locals, node.loop.item, node.loop.index], context);
      return;
    case 'lambda':
      yield* walk(node.body, [...locals, ...node.variables], context);
      return;
    case 'call': yield* callFaults(node, context.file); break;
    case 'member': yield* memberFaults(node, context); break;
    case 'unknown':
      yield { at: node.at, message: `'${node.text?.slice(0, 40) ?? 'this'}' is beyond this checker; say it another way` };
      return;
    default: break;
  }
  for (const part of partsOf(node).filter(part => !isNamespace(part))) {
    yield* walk(part, locals, context);
  }
}

const isNamespace = node => node.kind === 'name' && (node.name === 'az' || node.name === 'sys');

function* callFaults(node, file) {
  const name = node.callee.name;
  const declared = node.callee.kind === 'member' && file.names.get(node.callee.object.name);
  if (declared) {
    if (!/^(list\w*|getSecret)$/.test(name)) {
      yield { at: node.at, message: `'${node.callee.object.name}' has no function '${name}'` };
    }
    return;
  }
  const arity = functions[name];
  if (!arity) {
    yield { at: node.at, message: `there is no function '${name}'` };
  } else if (node.arguments.length < arity[0] || node.arguments.length > arity[1]) {
    yield { at: node.at, message: `${name}() takes ${arity[0] === arity[1] ? arity[0] : arity.join(' to ')} arguments, here are ${node.arguments.length}` };
  }
}

// `module.outputs.x`, `resource.properties.x` and `resource[0].id`.
function* memberFaults(node, { file, files, schemas }) {
  const owner = node.object.kind === 'index' ? node.object.object : node.object;
  const declared = owner.kind === 'name' ? file.names.get(owner.name) : undefined;
  if (declared?.kind === 'module' && !moduleMembers.includes(node.name)) {
    yield { at: node.memberAt, message: `module '${declared.name}' has no '${node.name}', only name and outputs` };
  }
  if (declared?.kind === 'resource') {
    const body = schemas.get(declared.type)?.body;
    if (body && !resourceMembers.includes(node.name) && !body.properties.some(property => property.name === node.name)) {
      yield { at: node.memberAt, message: `${declared.type} has no property '${node.name}'` };
    }
  }
  yield* outputFaults(node, file, files);
  yield* propertyFaults(node, file, schemas);
}

function* outputFaults(node, file, files) {
  const called = node.object.kind === 'member' && node.object.name === 'outputs' ? moduleOf(node.object.object, file) : undefined;
  const target = called && files.moduleOf(file, called);
  if (target && !target.outputs.some(output => output.name === node.name)) {
    yield { at: node.memberAt, message: `module '${called.name}' has no output '${node.name}'` };
  }
}

function moduleOf(node, file) {
  const declared = file.names.get(node.kind === 'index' ? node.object.name : node.name);
  return declared?.kind === 'module' ? declared : undefined;
}

function* propertyFaults(node, file, schemas) {
  const owner = node.object.kind === 'member' && node.object.name === 'properties' ? node.object.object : undefined;
  const declared = owner?.kind === 'name' ? file.names.get(owner.name) : undefined;
  const schema = declared?.kind === 'resource' ? schemas.get(declared.type) : undefined;
  const properties = schema?.types.get(schema.body?.properties.find(property => property.name === 'properties')?.type);
  if (properties?.$type === 'Object' && !properties.properties.some(property => property.name === node.name)) {
    yield { at: node.memberAt, message: `${declared.type} has no property 'properties.${node.name}'` };
  }
}
