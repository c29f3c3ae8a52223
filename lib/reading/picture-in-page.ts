/** What the page tells of a picture that was clicked on. */
export type FoundPicture = {
  url: string;
  title: string;
  /** Alternative text and caption. */
  words: string;
  /** The picture itself as a PNG `data:` address; absent where it is of another site, which only shows it. */
  png?: string;
  /** Where it is in view, in CSS pixels of the tab, and how wide that is. */
  place: { x: number; y: number; width: number; height: number; across: number };
};

/**
 * Runs in the page: finds the picture with this address, the one under the pointer first, and draws it. Reads only, leaves
 * nothing in the page. Self-contained, for it is sent to the page as it stands. Out: undefined where it is gone.
 */
export function pictureInPage(source: string): FoundPicture | undefined {
  const roots: (Document | ShadowRoot)[] = [document];
  const pictures: HTMLImageElement[] = [];
  for (let root = roots.pop(); root; root = roots.pop())
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      const isIt = element instanceof HTMLImageElement && (element.currentSrc === source || element.src === source);
      if (isIt) pictures.push(element);
    }
  const inView = (element: Element) => {
    const { top, left, bottom, right, width } = element.getBoundingClientRect();
    return width > 0 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
  };
  const found = pictures.find((each) => each.matches(':hover')) ?? pictures.find(inView) ?? pictures[0];
  if (!found) return undefined;

  const caption = found.closest('figure')?.querySelector('figcaption')?.textContent ?? '';
  const words = [found.alt, found.title, caption].map((text) => String(text).replace(/\s+/g, ' ').trim());
  const { x, y, width, height } = found.getBoundingClientRect();
  let [left, top] = [x, y];
  let view: Window = window;
  // Frames of the same site can be climbed out of; others are not entered in the first place.
  for (let frame = view.frameElement; frame; frame = view.frameElement) {
    const around = frame.getBoundingClientRect();
    left += around.x + frame.clientLeft;
    top += around.y + frame.clientTop;
    view = view.parent;
  }

  const canvas = document.createElement('canvas');
  const natural = Math.max(found.naturalWidth, found.naturalHeight);
  const times = Math.min(1, 1600 / Math.max(1, natural));
  canvas.width = Math.max(1, Math.round((found.naturalWidth || width * 2) * times));
  canvas.height = Math.max(1, Math.round((found.naturalHeight || height * 2) * times));
  let png: string | undefined;
  try {
    canvas.getContext('2d')?.drawImage(found, 0, 0, canvas.width, canvas.height);
    png = canvas.toDataURL('image/png');
  } catch (cause) {
    // A picture of another site may be looked at, not read: the tab's screenshot shows it.
    if (!(cause instanceof DOMException)) throw cause;
  }
  return {
    url: location.href,
    title: String(document.title).slice(0, 500),
    words: words.find((text) => text !== '')?.slice(0, 200) ?? '',
    ...(png && { png }),
    place: { x: left, y: top, width, height, across: view.innerWidth },
  };
}
