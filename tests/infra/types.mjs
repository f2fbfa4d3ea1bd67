// Does an expression fit a type? Types are Microsoft's (a resource's properties) or Bicep's own (a parameter).
import { decorator } from './file.mjs';
import { functions, returnType } from './functions.mjs';
import { literal } from './syntax.mjs';

const primitives = ['string', 'int', 'bool', 'object', 'array'];

/** @param {{ file: import('./file.mjs').BicepFile, types: Map<string, object>, partial?: boolean }} context `partial` lets required properties be missing. */
export function* typeFaults(node, type, context, where) {
  for (const value of valuesOf(node, context.file)) {
    yield* valueFaults(value, type.trim(), context, where);
  }
}

// What an expression comes to: each branch of a condition, and the value of a variable rather than its name.
function* valuesOf(node, file) {
  const declared = node.kind === 'name' ? file.names.get(node.name) : undefined;
  switch (node.kind) {
    case 'parentheses': yield* valuesOf(node.inner, file); break;
    case 'ternary': yield* valuesOf(node.whenTrue, file); yield* valuesOf(node.whenFalse, file); break;
    case 'if': yield* valuesOf(node.body, file); break;
    case 'name': if (declared?.kind === 'var') { yield* valuesOf(declared.value, file); } else { yield node; } break;
    default: yield node;
  }
}

function* valueFaults(value, type, context, where) {
  const found = primitiveOf(value, context.file);
  if (type.endsWith('[]')) {
    yield* found && found !== 'array' ? [mismatch(value, where, 'array', found)] : [];
    for (const item of itemsOf(value)) {
      yield* typeFaults(item, type.slice(0, -2), context, `${where}[]`);
    }
    return;
  }
  const named = context.types.get(type);
  if (named && found && found !== 'object') {
    yield mismatch(value, where, 'object', found);
  } else if (named) {
    yield* namedFaults(value, named, context, where);
  } else if (primitives.includes(type)) {
    yield* found && found !== type ? [mismatch(value, where, type, found)] : [];
  } else if (type !== 'any' && type !== 'null') {
    yield* choiceFaults(value, found, type.split('|').map(choice => choice.trim()), where);
  }
}

const mismatch = (value, where, wanted, found) => ({ at: value.at, message: `${where}: type ${wanted} is wanted, here is ${found}` });

const itemsOf = value => value.kind === 'array' ? value.items : value.kind === 'for' ? [value.body] : [];

// A choice that ends in `| string` is open to Azure; to us only what Microsoft names is right.
function* choiceFaults(value, found, choices, where) {
  const text = literal(value);
  const known = choices.filter(choice => choice !== 'string');
  if (found && found !== 'string') {
    yield mismatch(value, where, 'string', found);
  } else if (text !== undefined && !known.includes(text)) {
    yield { at: value.at, message: `${where}: '${text}' is none of ${known.join(', ')}` };
  }
}

function* namedFaults(value, type, context, where) {
  if (value.kind === 'call' && value.callee.name === 'union') {
    for (const part of value.arguments) {
      yield* typeFaults(part, type.name, { ...context, partial: true }, where);
    }
  } else if (value.kind === 'object') {
    yield* type.$type === 'DiscriminatedObject' ? discriminatedFaults(value, type, context, where) : objectFaults(value, type, context, where);
  }
}

function* discriminatedFaults(value, type, context, where) {
  const property = value.properties.find(candidate => candidate.key === type.discriminator);
  const kind = literal(property?.value);
  const element = type.elements.find(candidate => candidate.properties.some(one => one.name === type.discriminator && one.type === kind));
  if (!property) {
    yield { at: value.at, message: `${where}: required property '${type.discriminator}' is missing` };
  } else if (!element) {
    const kinds = type.elements.map(candidate => candidate.properties.find(one => one.name === type.discriminator)?.type);
    yield { at: property.at, message: `${where}.${type.discriminator}: '${kind}' is none of ${kinds.join(', ')}` };
  } else {
    yield* objectFaults(value, { ...element, properties: [...type.baseProperties, ...element.properties] }, context, where);
  }
}

/** Unknown, unwritable and missing properties of an object, and what is wrong inside those that are there. */
export function* objectFaults(value, type, context, where) {
  for (const property of value.properties) {
    const known = type.properties.find(candidate => candidate.name === property.key);
    const path = `${where}.${property.key}`;
    if (known?.flags?.includes('ReadOnly')) {
      yield { at: property.at, message: `${path} is read-only` };
    } else if (known) {
      yield* typeFaults(property.value, known.type, context, path);
      yield* boundFaults(property.value, known.modifiers, context, path);
    } else if (type.additionalPropertiesType) {
      yield* typeFaults(property.value, type.additionalPropertiesType, context, path);
    } else if (property.key !== undefined) {
      const writable = type.properties.filter(candidate => !candidate.flags?.includes('ReadOnly')).map(candidate => candidate.name);
      yield { at: property.at, message: `${path}: there is no such property; known are ${writable.join(', ')}` };
    }
  }
  const given = value.properties.map(property => property.key);
  for (const needed of type.properties.filter(property => /Required/.test(property.flags) && !/ReadOnly/.test(property.flags))) {
    if (!context.partial && !given.includes(needed.name)) {
      yield { at: value.at, message: `${where}: required property '${needed.name}' is missing` };
    }
  }
}

// Such as "minLength: 3, maxLength: 24, pattern: ^[a-z0-9]+$".
function* boundFaults(node, modifiers = '', context, where) {
  const bound = name => new RegExp(`${name}: (\\d+)`).exec(modifiers)?.[1];
  const pattern = /pattern: (.*)$/.exec(modifiers)?.[1];
  for (const value of valuesOf(node, context.file)) {
    const text = literal(value);
    const size = text === undefined ? value.value : text.length;
    const [least, most] = text === undefined ? [bound('minValue'), bound('maxValue')] : [bound('minLength'), bound('maxLength')];
    if (typeof size === 'number' && (size < Number(least ?? -Infinity) || size > Number(most ?? Infinity))) {
      yield { at: value.at, message: `${where}: ${text === undefined ? size : `${size} characters`}, but ${modifiers} is allowed` };
    }
    if (text !== undefined && pattern && !new RegExp(pattern).test(text)) {
      yield { at: value.at, message: `${where}: '${text}' does not match ${pattern}` };
    }
  }
}

/** The primitive type that an expression surely has; undefined where only Azure knows. */
export function primitiveOf(value, file) {
  switch (value.kind) {
    case 'string': return 'string';
    case 'int': case 'bool': case 'array': case 'object': return value.kind;
    case 'for': return 'array';
    case 'unary': return value.operator === '!' ? 'bool' : 'int';
    case 'binary': return /^[-+*/%]$/.test(value.operator) ? 'int' : value.operator === '??' ? undefined : 'bool';
    case 'call': return value.callee.name in functions ? returnType(value.callee.name) : undefined;
    case 'name': return declaredPrimitive(file.names.get(value.name));
    default: return undefined;
  }
}

function declaredPrimitive(declared) {
  if (declared?.kind === 'resource' || declared?.kind === 'module') {
    return declared.loop ? 'array' : 'object';
  }
  const type = declared?.type?.text?.replace(/\?$/, '');
  return primitives.includes(type) ? type : type?.endsWith('[]') ? 'array' : undefined;
}

/** Does a value fit a parameter: its type, its nullability, its @allowed values? */
export function* parameterFaults(value, param, file, where) {
  if (value.kind === 'null') {
    yield* param.type.nullable ? [] : [{ at: value.at, message: `${where}: null is given, but the parameter is not nullable` }];
    return;
  }
  const type = param.type.text.replace(/\?$/, '');
  yield* typeFaults(value, type.includes("'") ? type.replaceAll("'", '') : type, { file, types: new Map() }, where);
  const allowed = decorator(param, 'allowed')?.arguments[0].items.map(item => literal(item) ?? item.value);
  for (const given of allowed ? valuesOf(value, file) : []) {
    const plain = literal(given) ?? given.value;
    if (plain !== undefined && !allowed.includes(plain)) {
      yield { at: given.at, message: `${where}: ${JSON.stringify(plain)} is none of the allowed ${allowed.join(', ')}` };
    }
  }
}
