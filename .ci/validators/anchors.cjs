// Anchors Web Annotations again in their sources, by quote and by position. Without a file it shows that it runs.
const { readFileSync } = require("fs");
const { join } = require("path");

const text_as_one_chunk = (data) => {
  const currentChunk = { data, equals: (other) => other === currentChunk };
  return { currentChunk, nextChunk: () => null, previousChunk: () => null, precedesCurrentChunk: () => false };
};

// Only `import` takes a package of this kind, and it does not look into NODE_PATH.
import(join(process.env.NODE_PATH, "@apache-annotator/selector/lib/index.js")).then(async (selector) => {
  const matchers = { TextQuoteSelector: selector.textQuoteSelectorMatcher, TextPositionSelector: selector.textPositionSelectorMatcher };
  for (const path of process.argv.slice(2)) {
    const library = path.split("+")[0];
    for (const { id, target } of JSON.parse(readFileSync(path, "utf8")).items) {
      const text = readFileSync(join(library, decodeURIComponent(target.source.id)), "utf8").replace(/^\uFEFF/, "");
      const { exact } = target.selector.find(({ type }) => type === "TextQuoteSelector");
      for (const one of target.selector) {
        const found = [];
        for await (const { startIndex, endIndex } of matchers[one.type](one)(text_as_one_chunk(text))) found.push(text.slice(startIndex, endIndex));
        if (found.length !== 1 || found[0] !== exact) {
          process.exitCode = 1;
          console.log(`${path}: ${id}: ${one.type} found ${JSON.stringify(found)}, not ${JSON.stringify(exact)}`);
        }
      }
    }
  }
});
