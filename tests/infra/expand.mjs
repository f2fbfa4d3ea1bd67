#!/usr/bin/env node
// node expand.mjs FILE.bicepparam|FILE.bicep [PARAMETERS]   prints, as JSON, every resource that a deployment makes and its outputs: loops unrolled,
// modules followed, conditions decided. What only Azure knows stands in angle brackets.
import { readFileSync } from 'node:fs';
import { Files } from './file.mjs';
import { at, literal } from './syntax.mjs';

const files = new Files();

/** One file with values for its parameters. */
class Deployment {
  #modules = new Map();

  constructor(file, given = {}) {
    this.file = file;
    this.given = given;
  }

  /** @returns {object[]} `symbol`, `type`, `name`, `id`, `existing`, `scope` and `body` of each resource, those of modules with them. */
  resources() {
    const own = this.file.resources.flatMap(resource => this.#instances(resource).map(locals => this.#resource(resource, locals)));
    const below = this.file.modules.flatMap(module => this.#instances(module).flatMap(locals => this.#module(module, locals).resources()));
    return [...own, ...below];
  }

  outputs() {
    return Object.fromEntries(this.file.outputs.map(output => [output.name, this.evaluate(output.value)]));
  }

  #instances({ loop, condition }) {
    const all = loop ? this.evaluate(loop.over).map((item, i) => ({ [loop.item]: item, [loop.index]: i })) : [{}];
    return all.filter(locals => !condition || this.evaluate(condition, locals));
  }

  #resource(resource, locals) {
    const body = this.evaluate(resource.body, locals);
    const { parent, scope, dependsOn, name, ...rest } = body;
    const { name: symbol, type, existing } = resource;
    return { symbol, type, name, id: `${parent?.id ?? scope?.id ?? ''}/${name}`, existing, scope: scope?.id, body: rest };
  }

  #module(module, locals) {
    const key = `${module.name}/${JSON.stringify(locals)}`;
    if (!this.#modules.has(key)) {
      const params = at(module.body, 'params');
      this.#modules.set(key, new Deployment(files.moduleOf(this.file, module), params ? this.evaluate(params, locals) : {}));
    }
    return this.#modules.get(key);
  }

  #output(module, name) {
    const target = this.#module(module, {});
    return target.evaluate(target.file.outputs.find(output => output.name === name).value);
  }

  evaluate(node, locals = {}) {
    const value = inner => this.evaluate(inner, locals);
    switch (node.kind) {
      case 'string': return node.parts.map(part => typeof part === 'string' ? part : value(part)).join('');
      case 'int': case 'bool': return node.value;
      case 'null': return null;
      case 'array': return node.items.map(value);
      case 'object': return Object.fromEntries(node.properties.map(property => [value(property.keyExpression), value(property.value)]));
      case 'parentheses': return value(node.inner);
      case 'ternary': return value(node.condition) ? value(node.whenTrue) : value(node.whenFalse);
      case 'for': return value(node.loop.over).map((item, i) => this.evaluate(node.body, { ...locals, [node.loop.item]: item, [node.loop.index]: i }));
      case 'unary': return node.operator === '!' ? !value(node.operand) : -value(node.operand);
      case 'binary': return operators[node.operator](value(node.left), () => value(node.right));
      case 'name': return node.name in locals ? locals[node.name] : this.#named(node.name);
      case 'index': return this.#indexed(node, locals);
      case 'member': return this.#member(node, locals);
      case 'call': return this.#call(node, locals);
      default: throw new Error(`${this.file.path}:${node.at.line}: ${node.kind} cannot be expanded`);
    }
  }

  #named(name) {
    const declared = this.file.names.get(name);
    switch (declared.kind) {
      case 'param': return name in this.given ? this.given[name] : declared.value ? this.evaluate(declared.value) : `<${name}>`;
      case 'var': return this.evaluate(declared.value);
      default: return this.#resource(declared, {});
    }
  }

  // `resource[i]` is its i-th instance.
  #indexed(node, locals) {
    const index = this.evaluate(node.index, locals);
    const declared = node.object.kind === 'name' ? this.file.names.get(node.object.name) : undefined;
    return declared?.kind === 'resource' ? this.#resource(declared, this.#instances(declared)[index]) : this.evaluate(node.object, locals)[index];
  }

  #member(node, locals) {
    const module = node.object.kind === 'member' && node.object.name === 'outputs' ? this.file.names.get(node.object.object.name) : undefined;
    if (module?.kind === 'module') {
      return this.#output(module, node.name);
    }
    const owner = this.evaluate(node.object, locals);
    return owner?.[node.name] ?? (owner?.symbol ? { toString: () => `<${owner.symbol}.${node.name}>` } : `<${String(owner).replace(/[<>]/g, '')}.${node.name}>`);
  }

  #call(node, locals) {
    const name = node.callee.name;
    if (name === 'map') {
      const [list, lambda] = node.arguments;
      return this.evaluate(list, locals).map(item => this.evaluate(lambda.body, { ...locals, [lambda.variables[0]]: item }));
    }
    const values = node.arguments.map(argument => this.evaluate(argument, locals));
    return name === 'loadTextContent' ? readFileSync(this.file.resolve(values[0]), 'utf8') : calls[name](...values);
  }
}

const operators = {
  '==': (left, right) => left === right(),
  '!=': (left, right) => left !== right(),
  '>': (left, right) => left > right(),
  '&&': (left, right) => left && right(),
  '||': (left, right) => left || right(),
  '??': (left, right) => left ?? right(),
};

const calls = {
  bool: text => text === 'true',
  concat: (...lists) => lists.flat(),
  empty: value => value === null || Object.keys(value).length === 0,
  environment: () => ({ suffixes: { storage: 'core.windows.net' } }),
  guid: (...parts) => `guid(${parts.join(',')})`,
  indexOf: (list, item) => list.indexOf(item),
  items: object => Object.entries(object).map(([key, value]) => ({ key, value })),
  json: JSON.parse,
  objectKeys: Object.keys,
  readEnvironmentVariable: (name, otherwise) => otherwise ?? `<${name}>`,
  replace: (text, from, to) => text.replaceAll(from, to),
  resourceGroup: () => ({ id: '<group>', name: '<group>' }),
  subscription: () => ({ id: '<subscription>' }),
  subscriptionResourceId: (...parts) => parts.at(-1),
  toLower: text => text.toLowerCase(),
  take: (text, count) => text.slice(0, count),
  union: (...objects) => Object.assign({}, ...objects),
  uniqueString: () => 'abcdefghijklm',
};

const file = files.get(process.argv[2]);
const given = Object.fromEntries(file.using ? file.variables.map(variable => [variable.name, new Deployment(file).evaluate(variable.value)]) : []);
const deployment = new Deployment(file.using ? files.get(file.resolve(file.using)) : file, process.argv[3] ? { ...given, ...JSON.parse(process.argv[3]) } : given);
// An unknown member of a resource is an object that knows its own name.
const named = (_, value) => value?.toString && Object.hasOwn(value, 'toString') ? value.toString() : value;
console.log(JSON.stringify({ resources: deployment.resources(), outputs: deployment.outputs() }, named, 1));
