/** Keeps chips from being cut off by what their row hides. */
export type Visible = { watch(chip: Element, anchor: Element): void; forget(chip: Element): void; stop(): void };

/**
 * A long name may fill its place, so that what stands behind it is cut off: then the chip goes before it. The browser tells that by
 * itself, once for each chip; nothing is measured. In: the document.
 */
export function keepVisible(doc: Document): Visible {
  const anchors = new WeakMap<Element, WeakRef<Element>>();
  const Observer = doc.defaultView?.IntersectionObserver ?? globalThis.IntersectionObserver;
  const observer = new Observer((entries) => {
    for (const { target, intersectionRect, boundingClientRect } of entries) {
      // Scrolled out of sight: asked again when it comes in.
      if (intersectionRect.height < boundingClientRect.height / 2 || boundingClientRect.width === 0) {
        if (!isCutSideways(intersectionRect, boundingClientRect)) continue;
      }
      observer.unobserve(target);
      const anchor = anchors.get(target)?.deref();
      if (anchor?.isConnected && intersectionRect.width < boundingClientRect.width * 0.9) anchor.before(target);
    }
  });
  return {
    watch(chip, anchor) {
      anchors.set(chip, new WeakRef(anchor));
      observer.observe(chip);
    },
    forget: (chip) => observer.unobserve(chip),
    stop: () => observer.disconnect(),
  };
}

/** Not at all in sight, though its line is: pushed out at the side. */
const isCutSideways = (seen: DOMRectReadOnly, whole: DOMRectReadOnly): boolean =>
  seen.width < whole.width * 0.9 && seen.height >= whole.height / 2;
