// Every GUID in a Bicep file is a role, and the role that its name says.
import { createRequire } from 'node:module';
import { expressionsIn, rootsOf } from './file.mjs';
import { literal } from './syntax.mjs';

// https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
export const roles = createRequire(import.meta.url)('./roles.json');

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const symbol = role => role.replace(/[^A-Za-z]/g, '').toLowerCase();

export function* roleFaults(file) {
  for (const declaration of file.declarations) {
    for (const root of rootsOf(declaration)) {
      for (const node of expressionsIn(root)) {
        yield* node.kind === 'object' ? node.properties.flatMap(property => [...namedFaults(property.key, property.value)]) : [];
        yield* guid.test(literal(node)) && !roles[literal(node)] ? [{ at: node.at, message: `bad role: '${literal(node)}' is no role that is known here` }] : [];
      }
    }
    yield* declaration.value ? namedFaults(declaration.name, declaration.value) : [];
  }
}

function* namedFaults(name, value) {
  const role = roles[literal(value)];
  const meant = Object.values(roles).find(one => symbol(one) === symbol(name ?? ''));
  if (role && meant && role !== meant) {
    yield { at: value.at, message: `bad role: '${name}' holds the id of '${role}'` };
  }
}
