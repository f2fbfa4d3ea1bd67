// What must not be seen: outputs stand in the history of deployments in clear text.
import { decorator, expressionsIn } from './file.mjs';

export function* secretFaults(file) {
  for (const output of file.outputs) {
    for (const node of expressionsIn(output.value)) {
      const reason = secretIn(node, file);
      if (reason) {
        yield { at: output.at, message: `secret output: '${output.name}' ${reason}` };
        break;
      }
    }
  }
  for (const param of file.params) {
    if (/secret|password|token|key$/i.test(param.name) && !decorator(param, 'secure')) {
      yield { at: param.at, message: `parameter '${param.name}' sounds like a secret and is not @secure()` };
    }
  }
}

function secretIn(node, file) {
  if (node.kind === 'call' && /^list|^getSecret$/.test(node.callee.name)) {
    return `calls ${node.callee.name}()`;
  }
  const declared = node.kind === 'name' ? file.names.get(node.name) : undefined;
  if (declared?.kind === 'param' && decorator(declared, 'secure')) {
    return `shows the @secure() parameter '${node.name}'`;
  }
  if (declared?.kind === 'var') {
    return [...expressionsIn(declared.value)].map(inner => secretIn(inner, file)).find(Boolean);
  }
  return node.kind === 'member' && /connectionString|instrumentationKey|sharedKey|password/i.test(node.name) ? `shows '${node.name}'` : undefined;
}
