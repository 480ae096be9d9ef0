/** The reader's language: as the address says, else as it was chosen here, else that of the notebook, else as the browser prefers. */
export function pageLanguage(base: URL): "en" | "ko" {
  const key = `two-layer-net ${base.pathname} language`;
  const asked = new URLSearchParams(location.search).get("lang");
  const otherwise = new URLSearchParams(location.search).get("path")?.startsWith("ko/") ? "ko" : navigator.language;
  try {
    if (asked !== null) localStorage.setItem(key, asked);
    return code(asked ?? localStorage.getItem(key) ?? otherwise);
  } catch {
    // Nothing is remembered here.
    return code(asked ?? otherwise);
  }
}

function code(language: string): "en" | "ko" {
  return language.startsWith("ko") ? "ko" : "en";
}
