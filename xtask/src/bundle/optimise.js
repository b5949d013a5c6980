// Optimises wasm files: `node optimise.mjs <binaryen> <from> <to> [<from> <to> ...]`. One process for many files, since
// binaryen is slow until the engine has compiled it well.
import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { pathToFileURL } from "node:url";

const [library, ...files] = process.argv.slice(2);
const { default: binaryen } = await import(pathToFileURL(library).href);

// Features that rustc's output uses and every targeted browser has.
const { Features } = binaryen;
const features =
  Features.MVP |
  Features.BulkMemory |
  Features.BulkMemoryOpt |
  Features.NontrappingFPToInt |
  Features.SignExt |
  Features.MutableGlobals |
  Features.Multivalue |
  Features.ReferenceTypes |
  Features.CallIndirectOverlong;

// As `wasm-opt -Os --low-memory-unused`.
binaryen.setOptimizeLevel(2);
binaryen.setShrinkLevel(1);
binaryen.setLowMemoryUnused(true);
binaryen.setGenerateStackIR(true);
binaryen.setOptimizeStackIR(true);

const kilobytes = (data) => `${Math.floor(data.length / 1000)} kB`;
for (let at = 0; at < files.length; at += 2) {
  const [from, to] = [files[at], files[at + 1]];
  const input = readFileSync(from);
  const module = binaryen.readBinary(input, features);
  module.optimize();
  module.runPasses(["strip-producers", "strip-target-features"]);
  const output = module.emitBinary();
  module.dispose();
  writeFileSync(to, output);
  console.error(`  ${basename(to)}: ${kilobytes(input)} to ${kilobytes(output)}`);
}
