const sheets = new WeakMap<Document, Map<string, CSSStyleSheet>>();

/** One sheet for all roots of a document; undefined where the browser gives scripts of extensions none (Firefox). */
function sharedSheet(doc: Document, css: string): CSSStyleSheet | undefined {
  const known = sheets.get(doc) ?? new Map<string, CSSStyleSheet>();
  sheets.set(doc, known);
  const before = known.get(css);
  if (before) return before;
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    known.set(css, sheet);
    return sheet;
  } catch {
    return undefined;
  }
}

/** Styles a shadow root: by a sheet that all of them share, else by one of its own. In: the root, its rules. */
export function styleRoot(root: ShadowRoot, css: string): void {
  const doc = root.ownerDocument;
  const sheet = sharedSheet(doc, css);
  try {
    if (sheet) root.adoptedStyleSheets = [sheet];
  } catch {
    // Firefox does not let a script of an extension give a root a shared sheet.
  }
  if (sheet && root.adoptedStyleSheets?.length === 1) return;
  const style = doc.createElement('style');
  style.textContent = css;
  root.append(style);
}
