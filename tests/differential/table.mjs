// Compares ailabels with c2pa-wasm and c2pa-node on the files of folders, and prints the table of docs/differential.md:
//   npm install --prefix tests/differential --ignore-scripts
//   node tests/differential/table.mjs AILABELS SIGNERS TIME-STAMPERS FOLDER... > docs/differential.md
// AILABELS is the command or AiLabels.Cli.dll; SIGNERS and TIME-STAMPERS are roots in PEM. Ends with 1 if a disagreement has no reason in
// reasons.json. Files are named nowhere: a reason is about a kind of disagreement.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const [, , command, signers, stampers, ...folders] = process.argv;
const readable = new Set([".mp4", ".m4v", ".mov", ".avi"]);
const files = folders.flatMap(folder => readdirSync(folder, { recursive: true }).map(name => join(folder, name)))
  .filter(path => readable.has(extname(path).toLowerCase())).sort();

const lines = (program, parameters, input) =>
  execFileSync(program, parameters, { input, encoding: "utf8", maxBuffer: 1 << 28, stdio: ["pipe", "pipe", "inherit"] })
    .split("\n").filter(Boolean).map(JSON.parse);

function ours() {
  const [program, ...first] = command.endsWith(".dll") ? ["dotnet", command] : [command];
  const options = ["inspect", "--json", "--trust-anchors", signers, "--tsa-anchors", stampers];
  return new Map(lines(program, [...first, ...options, ...files]).map(report => [report.file, {
    state: stateOf(report.credentials), credentials: report.credentials, codes: (report.problems ?? []).map(problem => problem.code),
  }]));
}

function theirs(peer) {
  const folder = mkdtempSync(join(tmpdir(), "roots-"));
  try {
    const roots = join(folder, "roots.pem");
    writeFileSync(roots, readFileSync(signers, "utf8") + readFileSync(stampers, "utf8"));
    const answers = lines("node", [join(here, "validate.mjs"), here, peer, roots], JSON.stringify(files));
    return new Map(answers.map(answer => [answer.path, answer]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// Two facts of this project as the one state of c2pa-rs.
function stateOf(credentials) {
  const [integrity, signer] = credentials.split("/");
  return integrity === "none" ? "None" : integrity === "unreadable" ? "Error"
    : integrity !== "intact" ? "Invalid" : signer === "trusted" ? "Trusted" : signer === "untrusted" ? "Valid" : "Invalid";
}

const all = [ours(), theirs("wasm"), theirs("node")];
const reasons = JSON.parse(readFileSync(join(here, "reasons.json"), "utf8")).map(reason => ({ ...reason, files: 0 }));
const unexplained = [];
let differing = 0;
for (const path of files) {
  const [us, wasm, node] = all.map(answers => answers.get(path));
  if (us.state !== wasm.state || us.state !== node.state) {
    differing++;
    const reason = reasons.find(known => known.ours === us.credentials && known.wasm === wasm.state && known.node === node.state
      && (!known.ourCode || us.codes.includes(known.ourCode))
      && (!known.theirCode || [...wasm.codes, ...node.codes].includes(known.theirCode))
      && (!known.theirError || [wasm.error, node.error].some(error => error?.includes(known.theirError))));
    if (reason) reason.files++;
    else unexplained.push(`${path}: ${us.credentials} ${us.codes}; wasm ${wasm.state} ${wasm.codes}; node ${node.state} ${node.codes}`);
  }
}

const version = name => JSON.parse(readFileSync(join(here, "node_modules/@contentauth", name, "package.json"), "utf8")).version;
const cell = text => text.replaceAll("|", "\\|");
const row = reason => `| ${[
  reason.what, `\`${reason.ours}\``, `\`${reason.wasm}\``, `\`${reason.node}\``, String(reason.files), reason.right, reason.why,
].map(cell).join(" | ")} |`;

const [wasmVersion, nodeVersion] = ["c2pa-wasm", "c2pa-node"].map(version);
console.log(`# Differences from other validators

Made by \`tests/differential/table.mjs\`, which compares \`ailabels\` with c2pa-wasm ${wasmVersion} (c2pa-rs 0.92) and c2pa-node
${nodeVersion} (c2pa-rs 0.91) on the MP4, MOV and AVI files of the folders that it is given, with the same roots. Of ${files.length} files
${differing} are judged differently by at least one of the three; sections are those of the C2PA specification 2.2 unless named otherwise.
c2pa-rs gives one state for what are two facts here, integrity and trust: \`Trusted\` is intact/trusted, \`Valid\` intact/untrusted,
\`Invalid\` anything else, \`Error\` unreadable, \`None\` none. Files made to hang a reader are left out: some take c2pa-rs minutes.

| what | here | c2pa-wasm | c2pa-node | files | who is right | by which section |
|---|---|---|---|---|---|---|
${reasons.filter(reason => reason.files > 0).map(row).join("\n")}`);
for (const line of unexplained) console.error(`No reason: ${line}`);
process.exitCode = unexplained.length > 0 ? 1 : 0;
