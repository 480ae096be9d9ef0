import { expect, test } from "vitest";
import { inlineMathStyle, inlinePlotScript } from "../../../src/cli/pages/pageAssets.js";

test("KaTeX's style with its fonts inside names each once, in the one format", () => {
  const style = inlineMathStyle();
  const faces = style.match(/@font-face\{[^}]*\}/g)!;
  expect(faces.length).toBeGreaterThan(15);
  for (const face of faces) expect(face).toMatch(/src:url\(data:font\/woff2;base64,[\w+/]{1000,}=*\) format\("woff2"\)\}$/);
  expect(style).not.toMatch(/url\((?!data:)/);
});

test("plotly.js is a script that cannot end early", () => {
  const script = inlinePlotScript();
  expect(script.slice(0, 200)).toContain("plotly.js");
  expect(script).not.toMatch(/<\/script|<!--/i);
});
