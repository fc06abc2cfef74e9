// Fetches the words and the program side by side and starts the program.
// If any of it fails, boot.js shows the crash panel; Help goes on working.
const root = document.documentElement;

async function words() {
  const response = await fetch(`/content/${root.dataset.content}/${root.lang}/words.txt`);
  const text = await response.text();
  // A host that answers every address with the page itself sends markup.
  if (!response.ok || text.startsWith("<")) throw new Error("no words");
  return text;
}

async function start() {
  const { js, wasm, integrity } = document.querySelector("script[data-wasm]").dataset;
  const text = words();
  text.catch(() => {});
  const [program, binary] = await Promise.all([import(js), fetch(wasm, integrity ? { integrity } : {})]);
  await program.default({ module_or_path: binary });
  program.start(await text);
  window.trellis.started = true;
}

// Hidden: boot.js is on its way to the neutral page.
if (!root.hidden) {
  start().catch((error) => {
    console.error(error);
    dispatchEvent(new CustomEvent("trellis:failed"));
  });
}
