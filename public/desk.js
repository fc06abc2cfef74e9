// The worker in which the desk sits: takes one message after the other, { id, bytes }, and posts { id, bytes } back.
// A message that could not be answered comes back without bytes, and the worker ends: the page starts another.
// The build fills in the three addresses.
import start, { answer } from "/*GLUE*/";

const ready = start({ module_or_path: fetch("/*WASM*/", { integrity: "/*INTEGRITY*/" }) });

self.addEventListener("message", async ({ data: { id, bytes } }) => {
  try {
    await ready;
    const answered = answer(bytes);
    self.postMessage({ id, bytes: answered }, [answered.buffer]);
  } catch (error) {
    console.error(error);
    self.postMessage({ id });
    self.close();
  }
});
