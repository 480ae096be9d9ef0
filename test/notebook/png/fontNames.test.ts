import { basename } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { drawnByOwnFonts, nameCjkFonts, pictureFonts } from "../../../src/notebook/png/pictureFonts.js";

describe("drawnByOwnFonts", () => {
  it("is false where only the machine's fonts can help, be it for one letter of many", () => {
    expect(["∘", "⊙", "∇", "∈", "⋮", "손실", "loss ∇", "∇ loss", "a∇b"].filter(drawnByOwnFonts)).toEqual([]);
  });

  it("is true of Latin and Greek letters, and of what a calculation needs", () => {
    const texts = ["", "loss\n\t0.5 ~", "x·W₁ + b₁", "é ñ ß", "αβγ ΣΔ Ω", "Жя", "– — ‘’ “” …", "10⁻³", "← ↑ → ↓", "∂ ∑ − √ ∞ ≈ ≠ ≤ ≥", "■ □ ▲ ▼ ○ ●"];
    expect(texts.filter((text) => !drawnByOwnFonts(text))).toEqual([]);
  });
});

describe("pictureFonts", () => {
  it("are four faces of one family, and the machine's where those do not have all", () => {
    const { fontFiles, ...rest } = pictureFonts("loss");
    expect(fontFiles.map((file) => basename(file))).toEqual(["Arimo_400Regular.ttf", "Arimo_400Regular_Italic.ttf", "Arimo_700Bold.ttf", "Arimo_700Bold_Italic.ttf"]);
    expect(rest).toEqual({ loadSystemFonts: false, defaultFontFamily: "Arimo", sansSerifFamily: "Arimo" });
    expect(pictureFonts("∘").loadSystemFonts).toBe(true);
  });

  it("are the machine's where the package is not installed", async () => {
    vi.resetModules();
    vi.doMock("#host/packages", () => ({ findPackage: () => null }));
    const { pictureFonts } = await import("../../../src/notebook/png/pictureFonts.js");
    vi.doUnmock("#host/packages");
    expect(pictureFonts("loss")).toEqual({ fontFiles: [], loadSystemFonts: true, defaultFontFamily: "Liberation Sans", sansSerifFamily: "Liberation Sans" });
  });
});

describe("nameCjkFonts", () => {
  it("gives text with East Asian letters fonts that have them, and leaves other text alone", () => {
    const text = (content: string, family: string) => `<text style="font-family: ${family}; font-size: 9px;">${content}</text>`;
    const families = "Noto Sans CJK KR, Noto Sans KR, Malgun Gothic, Apple SD Gothic Neo, NanumGothic, sans-serif";
    expect(nameCjkFonts(text("loss", "Arial") + text("손실 (loss)", "Arial"))).toBe(text("loss", "Arial") + text("손실 (loss)", families));
    expect(nameCjkFonts('<text x="1">loss</text><text x="1">손실</text>')).toBe(`<text x="1">loss</text><text font-family="${families}" x="1">손실</text>`);
  });
});
