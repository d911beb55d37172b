// Reads pages of HTML with axe, without a browser: what is drawn (contrast) it cannot see. Without a page it shows that it runs.
const { readFileSync } = require("fs");
const { JSDOM, VirtualConsole } = require("jsdom");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const violations = async (path) => {
  // The style is another's to read, and costs it minutes.
  const page = readFileSync(path, "utf8").replace(/<style>[^]*?<\/style>/, "");
  const { window } = new JSDOM(page, { runScripts: "outside-only", pretendToBeVisual: true, virtualConsole: new VirtualConsole() });
  window.document.querySelectorAll("details").forEach((details) => (details.open = true));
  window.eval(axe);
  const rules = { "color-contrast": { enabled: false } };
  return (await window.axe.run(window.document, { resultTypes: ["violations"], rules })).violations;
};

(async () => {
  for (const path of process.argv.slice(2)) {
    for (const { id, help, nodes } of await violations(path)) {
      process.exitCode = 1;
      console.log(`${path}: ${id}: ${help}: ${nodes.length} times, first ${nodes[0].html.slice(0, 200)}`);
    }
  }
})();
