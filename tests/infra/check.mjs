#!/usr/bin/env node
// node check.mjs FOLDER|FILE...   checks Bicep files without a Bicep compiler: prints each fault and what could not be checked; 1 when there are faults.
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { Files } from './file.mjs';
import { declaredFaults, moduleFaults, parameterFileFaults } from './modules.mjs';
import { referenceFaults } from './references.mjs';
import { newer, resourceFaults } from './resources.mjs';
import { roleFaults } from './roles.mjs';
import { schemasOf } from './schemas.mjs';
import { secretFaults } from './secrets.mjs';

const isBicep = file => file.endsWith('.bicep') || file.endsWith('.bicepparam');
const filesUnder = place => statSync(place).isDirectory()
  ? readdirSync(place, { recursive: true }).map(file => path.join(place, file)).filter(isBicep).sort()
  : [place];

const files = new Files();
const checked = process.argv.slice(2).flatMap(filesUnder).map(file => files.get(file));
const resources = checked.flatMap(file => file.resources);
const schemas = await schemasOf(resources.map(resource => resource.type));

function* faultsOf(file) {
  yield* file.syntaxFaults;
  if (file.path.endsWith('.bicepparam')) {
    yield* parameterFileFaults(file, files);
    return;
  }
  yield* resourceFaults(file, schemas);
  yield* moduleFaults(file, files);
  yield* declaredFaults(file);
  yield* referenceFaults(file, files, schemas);
  yield* roleFaults(file);
  yield* secretFaults(file);
}

let faults = 0;
for (const file of checked) {
  for (const { at, message } of [...faultsOf(file)].sort((a, b) => a.at.line - b.at.line)) {
    console.log(`${path.relative('.', file.path)}:${at.line}:${at.column}: ${message}`);
    faults += 1;
  }
}

for (const [type, schema] of [...schemas].sort(([a], [b]) => a.localeCompare(b))) {
  if (!schema.body) {
    console.log(`Not checked: properties of ${type}; the schemas hold its name and version ${schema.version} only`);
  } else if (newer[type] && resources.some(resource => resource.type === type && resource.version === newer[type].version)) {
    console.log(`Not checked: what is new in ${type}@${newer[type].version} since ${schema.version} (${newer[type].reason})`);
  }
}
console.log(`${checked.length} files, ${resources.length} resources of ${schemas.size} types, ${faults} faults`);
process.exitCode = faults > 0 ? 1 : 0;
