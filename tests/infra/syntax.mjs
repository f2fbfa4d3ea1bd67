// Bicep text to plain objects: declarations and expressions, each with the line and column where it stands.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';

export const tools = path.resolve(import.meta.dirname, '../../.local/tools/infra');
const load = createRequire(path.join(tools, 'package.json'));
const { Parser, Language } = load('web-tree-sitter');
await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(load.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm')));

/** @returns {{ path: string, declarations: object[], faults: { at: object, message: string }[] }} */
export function parseFile(file) {
  const text = readFileSync(file, 'utf8');
  const tree = parser.parse(file.endsWith('.bicepparam') ? asBicep(text) : text);
  const faults = tree.rootNode.hasError ? errorsIn(tree.rootNode) : [];
  return { path: file, declarations: faults.length > 0 ? [] : declarationsIn(tree.rootNode), faults };
}

// The grammar knows `param name = value` only with a type. As a variable it says the same, and every column stays.
const asBicep = text => text.replace(/^param(?=\s+\w+\s*=)/gm, 'var  ');

function errorsIn(node) {
  if (node.isError || node.isMissing) {
    return [{ at: position(node), message: `syntax: ${node.isMissing ? `a ${node.type} is missing` : `unexpected '${node.text.split('\n')[0].slice(0, 40)}'`}` }];
  }
  return node.hasError ? node.children.flatMap(errorsIn) : [];
}

const position = node => ({ line: node.startPosition.row + 1, column: node.startPosition.column + 1 });

function declarationsIn(container) {
  const declarations = [];
  let decorators = [];
  for (const node of container.namedChildren) {
    if (node.type === 'decorators') {
      decorators = node.namedChildren.map(decorator => expression(decorator.namedChildren[0]));
    } else if (node.type !== 'comment' && node.type !== 'diagnostic_comment') {
      declarations.push({ ...declaration(node), decorators, at: position(node) });
      decorators = [];
    }
  }
  return declarations;
}

function declaration(node) {
  const [first, ...rest] = node.namedChildren.filter(child => child.type !== 'comment');
  switch (node.type) {
    case 'target_scope_assignment': return { kind: 'targetScope', value: expression(first) };
    case 'using_statement': return { kind: 'using', value: expression(first) };
    case 'variable_declaration': return { kind: 'var', name: first.text, value: expression(rest.at(-1)) };
    case 'output_declaration': return { kind: 'output', name: first.text, type: declaredType(rest[0]), value: expression(rest.at(-1)) };
    case 'parameter_declaration':
      return { kind: 'param', name: first.text, type: declaredType(rest[0]), value: rest.length > 1 ? expression(rest[1]) : null };
    case 'resource_declaration': return { kind: 'resource', name: first.text, ...typeAndVersion(rest[0]), existing: isExisting(node), ...repeated(rest.at(-1)) };
    case 'module_declaration': return { kind: 'module', name: first.text, source: expression(rest[0]), ...repeated(rest.at(-1)) };
    default: return { kind: node.type, name: node.text.split('\n')[0] };
  }
}

const isExisting = node => node.children.some(child => child.text === 'existing');

const declaredType = node => ({ text: node.text.replace(/\s+/g, ' '), nullable: node.text.endsWith('?'), at: position(node) });

function typeAndVersion(node) {
  const [type, version] = node.text.slice(1, -1).split('@');
  return { type, version, typeAt: position(node) };
}

// `= [for x in xs: if (c) { … }]`, with either part left out.
function repeated(node) {
  if (node.type === 'for_statement') {
    return { loop: loopOf(node), ...repeated(node.childForFieldName('body')) };
  }
  if (node.type === 'if_statement') {
    const [condition, body] = node.namedChildren;
    return { condition: expression(condition), body: expression(body) };
  }
  return { body: expression(node) };
}

function loopOf(node) {
  const variables = node.namedChildren.find(child => child.type === 'for_loop_parameters');
  const [item, index] = variables ? variables.namedChildren.map(child => child.text) : [node.childForFieldName('initializer').text];
  const over = node.namedChildren.filter(child => child.type !== 'comment').at(-2);
  return { item, index, over: expression(over) };
}

/** An expression: `kind` says which fields it has. */
export function expression(node) {
  const at = position(node);
  const field = name => expression(node.childForFieldName(name));
  const named = () => node.namedChildren.filter(child => child.type !== 'comment' && child.type !== 'diagnostic_comment');
  switch (node.type) {
    case 'string': return { kind: 'string', at, parts: named().map(part => part.type === 'interpolation' ? expression(part.namedChildren[0]) : unescaped(part)) };
    case 'number': return { kind: 'int', at, value: Number(node.text) };
    case 'boolean': return { kind: 'bool', at, value: node.text === 'true' };
    case 'null': return { kind: 'null', at };
    case 'identifier':
    case 'property_identifier': return { kind: 'name', at, name: node.text };
    case 'array': return { kind: 'array', at, items: named().map(expression) };
    case 'object':
      return { kind: 'object', at, properties: named().map(property) };
    // The grammar takes a call that stands alone in an array for a name and a pair of empty parentheses.
    case 'parenthesized_expression':
      return named().length > 0 ? { kind: 'parentheses', at, inner: expression(named()[0]) } : { kind: 'unknown', at, text: node.text };
    case 'for_statement': return { kind: 'for', at, loop: loopOf(node), body: field('body') };
    case 'if_statement': return { kind: 'if', at, condition: expression(named()[0]), body: expression(named()[1]) };
    case 'lambda_expression': return { kind: 'lambda', at, variables: named().slice(0, -1).flatMap(namesIn), body: expression(named().at(-1)) };
    case 'ternary_expression':
      return { kind: 'ternary', at, condition: field('condition'), whenTrue: field('consequence'), whenFalse: field('alternative') };
    case 'binary_expression':
      return { kind: 'binary', at, operator: node.childForFieldName('operator')?.text ?? '??', left: field('left'), right: field('right') };
    case 'unary_expression': return { kind: 'unary', at, operator: node.childForFieldName('operator').text, operand: field('argument') };
    case 'member_expression': {
      const member = node.childForFieldName('property');
      return innermost(field('object'), object => ({ kind: 'member', at, object, name: member.text, memberAt: position(member) }));
    }
    case 'subscript_expression': return innermost(field('object'), object => ({ kind: 'index', at, object, index: field('index') }));
    case 'call_expression': {
      const given = node.childForFieldName('arguments').namedChildren.filter(child => child.type !== 'comment').map(expression);
      return innermost(field('function'), callee => ({ kind: 'call', at, callee, arguments: given }));
    }
    default: return { kind: 'unknown', at, text: node.text };
  }
}

// The grammar takes `a ? b : c.d` for `(a ? b : c).d`; what follows an operator belongs to its last operand.
function innermost(target, wrap) {
  const last = { ternary: 'whenFalse', binary: 'right', unary: 'operand', lambda: 'body' }[target.kind];
  return last ? { ...target, [last]: innermost(target[last], wrap) } : wrap(target);
}

const namesIn = node => node.type === 'identifier' ? [node.text] : node.namedChildren.flatMap(namesIn);

const unescaped = part => part.type === 'escape_sequence'
  ? ({ '\\n': '\n', '\\r': '\r', '\\t': '\t' }[part.text] ?? part.text.slice(1))
  : part.text;

function property(node) {
  const [key, value] = node.namedChildren.filter(child => child.type !== 'comment');
  if (key.type === 'resource_declaration') {
    return { key: 'resource', nested: true, at: position(node), value: { kind: 'unknown', at: position(key) } };
  }
  const name = key.type === 'string' ? expression(key) : { kind: 'string', parts: [key.text] };
  return { key: literal(name), keyExpression: name, at: position(key), value: expression(value) };
}

/** The text of a string without interpolation; undefined for everything else. */
export const literal = node => node?.kind === 'string' && node.parts.every(part => typeof part === 'string') ? node.parts.join('') : undefined;

/** The value under a key of an object expression; undefined where there is none. */
export const at = (object, key) => object?.kind === 'object' ? object.properties.find(property => property.key === key)?.value : undefined;
