// Drives c2pa-rs through its Node binding: node c2pa.mjs TOOLS, a list of jobs as JSON on standard input, a list of answers on standard
// output.
// A job reads {read, settings}, or {readNewer, settings} with the newer c2pa-rs of c2pa-wasm, or signs
// {sign: {input, output, manifest, intent, ingredients, algorithm, certificates, key}, settings}.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const modules = createRequire(`${process.argv[2]}/`);
const { Builder, LocalSigner, Reader } = await import(pathToFileURL(modules.resolve("@contentauth/c2pa-node")));

async function read(path, settings) {
  const reader = await Reader.fromAsset({ path }, settings);
  return reader?.json() ?? null;
}

let newer;
async function readNewer(path, settings) {
  if (!newer) {
    const module = modules.resolve("@contentauth/c2pa-wasm/c2pa.wasm");
    newer = await import(pathToFileURL(module.replace("c2pa_bg.wasm", "c2pa.js")));
    newer.initSync({ module: readFileSync(module) });
  }
  const type = path.endsWith(".mov") ? "video/quicktime" : "video/mp4";
  return JSON.parse((await newer.WasmReader.fromBytes(type, readFileSync(path), JSON.stringify(settings))).json());
}

async function sign({ input, output, manifest, intent, ingredients, algorithm, certificates, key }, settings) {
  const builder = Builder.withJson(manifest, settings);
  if (intent) builder.setIntent(intent);
  for (const { path, ...ingredient } of ingredients ?? []) await builder.addIngredient(JSON.stringify(ingredient), { path });
  builder.sign(LocalSigner.newSigner(Buffer.from(certificates), Buffer.from(key), algorithm), { path: input }, { path: output });
  return output;
}

const answers = [];
for (const job of JSON.parse(readFileSync(0, "utf8"))) {
  const began = performance.now();
  const answer = {};
  try {
    answer.value = await (job.read ? read(job.read, job.settings)
      : job.readNewer ? readNewer(job.readNewer, job.settings) : sign(job.sign, job.settings));
  } catch (error) {
    answer.error = String(error?.message ?? error);
  }
  answers.push({ ...answer, milliseconds: performance.now() - began });
}
process.stdout.write(JSON.stringify(answers));
