// Microsoft's resource type schemas, from `azmcp bicepschema get`. One process answers for all types, and what it said is kept under .local.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import path from 'node:path';
import { tools } from './syntax.mjs';

const tool = path.join(tools, 'node_modules/@azure/mcp-linux-x64');
const { version } = JSON.parse(readFileSync(path.join(tool, 'package.json'), 'utf8'));
const kept = path.resolve(import.meta.dirname, '../../.local/bicep-schemas', version);

/**
 * @param {Iterable<string>} types such as `Microsoft.Storage/storageAccounts`
 * @returns {Promise<Map<string, Schema>>} Types that do not exist are not in it.
 */
export async function schemasOf(types) {
  const schemas = new Map();
  let server;
  for (const type of new Set(types)) {
    const file = path.join(kept, `${type.replaceAll('/', '_')}.json`);
    if (!existsSync(file)) {
      server ??= await startServer();
      const answer = await server.schema(type);
      read(type, JSON.parse(answer));
      mkdirSync(kept, { recursive: true });
      // Whole or not at all: other checks may run beside this one.
      writeFileSync(`${file}.${process.pid}`, answer);
      renameSync(`${file}.${process.pid}`, file);
    }
    const schema = read(type, JSON.parse(readFileSync(file, 'utf8')));
    if (schema) {
      schemas.set(type, schema);
    }
  }
  server?.stop();
  return schemas;
}

/**
 * @typedef {object} Schema
 * @property {string} version The newest API version that the tool knows.
 * @property {object | undefined} body The resource's object type; undefined where the tool knows no more than the version.
 * @property {Map<string, object>} types Named types that the body refers to.
 * @property {string} scopes Where the type can be deployed.
 */
function read(type, answer) {
  const unsupported = /with apiVersion (\S+) not supported/.exec(answer.message);
  if (unsupported) {
    return { type, version: unsupported[1], body: undefined, types: new Map(), scopes: '' };
  }
  if (/not found|not present/.test(answer.message)) {
    return undefined;
  }
  const described = answer.results?.BicepSchemaResult;
  if (!described) {
    throw new Error(`azmcp could not say what ${type} is: ${answer.message}`);
  }
  const resource = described.find(entry => entry.$type === 'Resource' && entry.name.startsWith(`${type}@`));
  return resource && {
    type,
    version: resource.name.split('@')[1],
    body: resource.bodyType,
    types: new Map(described.filter(entry => entry.$type.endsWith('Object')).map(entry => [entry.name, entry])),
    scopes: resource.writableScopes,
  };
}

// The Model Context Protocol over standard input and output: one JSON message a line.
async function startServer() {
  const child = spawn(path.join(tool, 'dist/azmcp'), ['server', 'start', '--mode', 'all', '--namespace', 'bicepschema'], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, AZURE_MCP_COLLECT_TELEMETRY: 'false', DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' },
  });
  const waiting = new Map();
  createInterface({ input: child.stdout }).on('line', line => {
    const answer = JSON.parse(line);
    waiting.get(answer.id)?.(answer.result);
    waiting.delete(answer.id);
  });
  child.on('exit', code => {
    if (waiting.size > 0) {
      throw new Error(`azmcp ended with ${code} before it answered.`);
    }
  });
  const send = message => child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  let last = 0;
  const call = (method, params) => new Promise(resolve => {
    waiting.set(++last, resolve);
    send({ id: last, method, params });
  });
  await call('initialize', { protocolVersion: '2024-11-05', capabilities: {}, clientInfo: { name: 'bicep-check', version: '1' } });
  send({ method: 'notifications/initialized' });
  return {
    schema: async type => (await call('tools/call', { name: 'bicepschema_get', arguments: { 'resource-type': type } })).content[0].text,
    stop: () => child.kill(),
  };
}
