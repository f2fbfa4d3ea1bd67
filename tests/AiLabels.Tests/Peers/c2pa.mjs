// Drives c2pa-rs through its Node binding: node c2pa.mjs TOOLS, a list of jobs as JSON on standard input, a list of answers on standard
// output.
// A job reads {read, settings} or signs {sign: {input, output, manifest, intent, ingredients, algorithm, certificates, key}, settings}.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const modules = createRequire(`${process.argv[2]}/`);
const { Builder, LocalSigner, Reader } = await import(pathToFileURL(modules.resolve("@contentauth/c2pa-node")));

async function read(path, settings) {
  const reader = await Reader.fromAsset({ path }, settings);
  return reader?.json() ?? null;
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
    answer.value = await (job.read ? read(job.read, job.settings) : sign(job.sign, job.settings));
  } catch (error) {
    answer.error = String(error?.message ?? error);
  }
  answers.push({ ...answer, milliseconds: performance.now() - began });
}
process.stdout.write(JSON.stringify(answers));
