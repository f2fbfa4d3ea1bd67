// Do modules and parameter files fit the files they name?
import { existsSync } from 'node:fs';
import { parameterFaults } from './types.mjs';
import { at, literal } from './syntax.mjs';

const ownProperties = ['name', 'scope', 'params', 'dependsOn'];

export function* moduleFaults(file, files) {
  for (const module of file.modules) {
    const target = files.moduleOf(file, module);
    if (!target) {
      yield { at: module.at, message: `module '${module.name}': there is no file '${literal(module.source)}'` };
      continue;
    }
    const params = at(module.body, 'params');
    yield* givenFaults(target, params?.properties ?? [], file, `module '${module.name}'`, module.at);
    for (const property of module.body.properties.filter(one => !ownProperties.includes(one.key))) {
      yield { at: property.at, message: `module '${module.name}' has no property '${property.key}'` };
    }
    if (target.targetScope !== file.targetScope && !at(module.body, 'scope')) {
      const places = `deploys to a ${target.targetScope}, this file to a ${file.targetScope}`;
      yield { at: module.at, message: `wrong scope: module '${module.name}' ${places}; give it a 'scope'` };
    }
  }
}

/** A `.bicepparam` file against the file it is used with. */
export function* parameterFileFaults(file, files) {
  const target = file.using && file.resolve(file.using);
  if (!target || !existsSync(target)) {
    yield { at: { line: 1, column: 1 }, message: file.using ? `using '${file.using}': there is no such file` : "a parameter file needs 'using'" };
    return;
  }
  // The parser takes its parameters for variables.
  const given = file.variables.map(variable => ({ key: variable.name, value: variable.value, at: variable.at }));
  yield* givenFaults(files.get(target), given, file, 'parameters', { line: 1, column: 1 });
}

function* givenFaults(target, given, file, where, place) {
  const params = new Map(target.params.map(param => [param.name, param]));
  for (const { key, value, at: position } of given) {
    const param = params.get(key);
    yield* param
      ? parameterFaults(value, param, file, `${where}, parameter '${key}'`)
      : [{ at: position, message: `${where}: there is no parameter '${key}'` }];
  }
  for (const param of target.params.filter(one => one.value === null && !one.type.nullable)) {
    if (!given.some(one => one.key === param.name)) {
      yield { at: place, message: `${where}: required parameter '${param.name}' is not given` };
    }
  }
}

/** The default of a parameter and the value of an output against their own types. */
export function* declaredFaults(file) {
  for (const declaration of [...file.params, ...file.outputs].filter(one => one.value)) {
    yield* parameterFaults(declaration.value, declaration, file, `${declaration.kind} '${declaration.name}'`);
  }
}
