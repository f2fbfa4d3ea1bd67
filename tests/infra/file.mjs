// One Bicep file as the checks see it: what it declares, by kind and by name.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { literal, parseFile } from './syntax.mjs';

/** Parses a folder's worth of files once each. */
export class Files {
  #byPath = new Map();

  /** @returns {BicepFile} */
  get(file) {
    const key = path.resolve(file);
    if (!this.#byPath.has(key)) {
      this.#byPath.set(key, new BicepFile(parseFile(key)));
    }
    return this.#byPath.get(key);
  }

  /** The file that a module declaration names; undefined where there is none. */
  moduleOf(file, module) {
    const target = file.resolve(literal(module.source) ?? '');
    return target.endsWith('.bicep') && existsSync(target) ? this.get(target) : undefined;
  }
}

export class BicepFile {
  constructor({ path: file, declarations, faults }) {
    this.path = file;
    this.syntaxFaults = faults;
    this.declarations = declarations;
    const of = kind => declarations.filter(declaration => declaration.kind === kind);
    this.targetScope = literal(of('targetScope')[0]?.value) ?? 'resourceGroup';
    this.using = literal(of('using')[0]?.value);
    this.params = of('param');
    this.variables = of('var');
    this.resources = of('resource');
    this.modules = of('module');
    this.outputs = of('output');
    this.names = new Map([...this.params, ...this.variables, ...this.resources, ...this.modules].map(declaration => [declaration.name, declaration]));
  }

  /** Where a path in this file leads. */
  resolve(relative) {
    return path.resolve(path.dirname(this.path), relative);
  }
}

export const decorator = (declaration, name) => declaration.decorators.find(candidate => candidate.callee.name === name);

/** The expressions directly inside an expression. */
export function partsOf(node) {
  switch (node.kind) {
    case 'string': return node.parts.filter(part => typeof part !== 'string');
    case 'array': return node.items;
    case 'object': return node.properties.flatMap(property => [property.keyExpression, property.value].filter(part => part?.kind));
    case 'parentheses': return [node.inner];
    case 'if': return [node.condition, node.body];
    case 'ternary': return [node.condition, node.whenTrue, node.whenFalse];
    case 'binary': return [node.left, node.right];
    case 'unary': return [node.operand];
    case 'member': return [node.object];
    case 'index': return [node.object, node.index];
    case 'call': return [...(node.callee.kind === 'member' ? [node.callee.object] : []), ...node.arguments];
    default: return [];
  }
}

/** Every expression inside a declaration or an expression, with itself. */
export function* expressionsIn(node) {
  yield node;
  const parts = node.kind === 'for' || node.kind === 'lambda' ? [node.loop?.over, node.body] : partsOf(node);
  for (const part of parts.filter(Boolean)) {
    yield* expressionsIn(part);
  }
}

/** The expressions that a declaration holds. */
export function rootsOf({ loop, condition, body, value, decorators }) {
  return [loop?.over, condition, body, value, ...decorators.flatMap(one => one.arguments)].filter(part => part?.kind);
}
