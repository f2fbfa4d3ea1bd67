// Validates files with c2pa-rs: node validate.mjs FOLDER wasm|node ROOTS, paths as a JSON list on standard input, one JSON line for each.
// FOLDER holds node_modules; ROOTS is PEM for signers and time-stampers alike, which c2pa-rs keeps in one pool. It never uses the network.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [, , folder, peer, roots] = process.argv;
const modules = createRequire(`${resolve(folder)}/`);
const settings = JSON.stringify({
  trust: { trust_anchors: readFileSync(roots, "utf8") },
  verify: { remote_manifest_fetch: false, ocsp_fetch: false },
});

async function wasm() {
  const module = modules.resolve("@contentauth/c2pa-wasm/c2pa.wasm");
  const c2pa = await import(pathToFileURL(module.replace("c2pa_bg.wasm", "c2pa.js")));
  c2pa.initSync({ module: readFileSync(module) });
  return async path => JSON.parse((await c2pa.WasmReader.fromBytes(typeOf(path), readFileSync(path), settings)).json());
}

async function node() {
  const { Reader } = await import(pathToFileURL(modules.resolve("@contentauth/c2pa-node")));
  return async path => {
    const store = (await Reader.fromAsset({ path }, settings))?.json();
    return typeof store === "string" ? JSON.parse(store) : store;
  };
}

const typeOf = path => path.endsWith(".avi") ? "video/avi" : path.endsWith(".mov") ? "video/quicktime" : "video/mp4";

function answer(store) {
  const failures = store?.validation_results?.activeManifest?.failure ?? store?.validation_status ?? [];
  return { state: store?.validation_state ?? "None", codes: [...new Set(failures.map(failure => failure.code))] };
}

function fault(error) {
  const text = String(error?.message ?? error);
  return { state: /JumbfNotFound|no JUMBF data/.test(text) ? "None" : "Error", codes: [], error: text };
}

const read = await { wasm, node }[peer]();
for (const path of JSON.parse(readFileSync(0, "utf8"))) {
  console.log(JSON.stringify({ path, ...await read(path).then(answer, fault) }));
}
