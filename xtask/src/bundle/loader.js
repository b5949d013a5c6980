// Takes the place of the splitter's own loading functions, below its getSharedImports and wrapAsyncCb.
// An area is one file: its code, with the small chunks that it shares with others as custom sections. What is in
// two areas' files is instantiated once. Only success is remembered, so a failed load can be tried again.
const compiled = new Map();
const instantiated = new Map();
function once(memory, key, work) {
  if (!memory.has(key)) {
    const running = work();
    memory.set(key, running);
    running.catch(() => memory.delete(key));
  }
  return memory.get(key);
}
const compile = (file) =>
  once(compiled, file, () => WebAssembly.compileStreaming(fetch(new URL(file, import.meta.url))));
const instantiate = (name, module) =>
  once(instantiated, name, async () => WebAssembly.instantiate(await module(), getSharedImports()));
const section = (module, name) => WebAssembly.compile(WebAssembly.Module.customSections(module, name)[0]);
// What the area before it has loaded is there; both are on their way at the same time.
const area = (files, inside, base) => async () => {
  const [[own]] = await Promise.all([Promise.all(files.map(compile)), base()]);
  await Promise.all([
    ...files.slice(1).map((file) => instantiate(file, () => compile(file))),
    ...inside.map((name) => instantiate(name, () => section(own, name))),
  ]);
  if (files.length) await instantiate(files[0], () => own);
};
