/** What the background answers; the same as the message's response, which no page script can import. */
type Answer = { ok: boolean; response?: { watch: boolean; added: number } } | undefined;
type Runtime = { sendMessage(message: unknown): Promise<Answer> };

/** Milliseconds: how long the page must stand still, how long we wait for that at most, and the least between two readings. */
export type WatchTimes = { quiet: number; longest: number; between: number };
export const watchTimes: WatchTimes = { quiet: 500, longest: 2500, between: 1500 };

/**
 * Runs in a page that was read: tells the background when more came to it, so that it is read again. Says nothing but that,
 * changes nothing, looks at no text. It pauses while the page is hidden and ends for good when the background says so, or is
 * no longer there (the extension was updated). Readings that bring nothing new make it wait longer each time. A page that is
 * read again has the same watch go on. Self-contained, for it is sent to the page as it stands.
 */
export function watchGrowth({ quiet, longest, between }: WatchTimes): void {
  const world = globalThis as {
    leadlightGrowth?: () => void;
    browser?: { runtime: Runtime };
    chrome?: { runtime: Runtime };
  };
  if (world.leadlightGrowth) {
    world.leadlightGrowth();
    return;
  }
  const runtime = (world.browser ?? world.chrome)?.runtime;
  if (!runtime) return;

  /** Elements that came and went since the last reading, and whether words changed in place, as in lists that recycle their rows. */
  let came = 0;
  let went = 0;
  let rewritten = false;
  let scrolled = false;
  let since = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause = between;
  let lastAsked = 0;
  let asking = false;
  let over = false;

  const forget = () => {
    came = 0;
    went = 0;
    rewritten = false;
    scrolled = false;
    since = 0;
  };
  // A list in view grows (more came than went), or is scrolled through (others stand where some stood). What is neither, a
  // filter or the next message of a mail client, is for the user to read.
  const isGrowth = () => (scrolled ? came > 0 || rewritten : came - went >= 3);

  const ask = async () => {
    timer = undefined;
    if (asking || over || !isGrowth()) return;
    asking = true;
    forget();
    try {
      const answer = await runtime.sendMessage({ type: 'page.grew', request: {} });
      if (!answer?.ok || !answer.response?.watch) stop();
      else pause = answer.response.added > 0 ? between : Math.min(pause * 2, 60_000);
    } catch {
      // The extension went away under its page: nobody is left to tell.
      stop();
    }
    lastAsked = Date.now();
    asking = false;
    if (isGrowth()) plan();
  };
  const plan = () => {
    if (asking || over) return;
    const now = Date.now();
    since ||= now;
    clearTimeout(timer);
    const settled = Math.min(now + quiet, since + longest);
    timer = setTimeout(() => void ask(), Math.max(settled, lastAsked + pause) - now);
  };
  const elements = (nodes: NodeList) => {
    let count = 0;
    for (let i = 0; i < nodes.length; i++) if (nodes[i]?.nodeType === 1) count += 1;
    return count;
  };
  const observer = new MutationObserver((records) => {
    for (const { type, addedNodes, removedNodes } of records) {
      if (type === 'characterData') rewritten = true;
      else {
        came += elements(addedNodes);
        went += elements(removedNodes);
        rewritten ||= addedNodes.length > 0;
      }
    }
    if (isGrowth()) plan();
  });
  const onScroll = () => {
    if (scrolled) return;
    scrolled = true;
    if (isGrowth()) plan();
  };
  const observe = () =>
    observer.observe(document.documentElement, { childList: true, subtree: true, characterData: true });
  const onVisibility = () => {
    clearTimeout(timer);
    timer = undefined;
    observer.disconnect();
    if (document.visibilityState !== 'visible') return;
    // What came while nobody looked may well be more.
    observe();
    if (isGrowth()) plan();
  };
  const stop = () => {
    over = true;
    clearTimeout(timer);
    observer.disconnect();
    document.removeEventListener('visibilitychange', onVisibility);
    document.removeEventListener('scroll', onScroll, true);
    removeEventListener('pagehide', stop);
    delete world.leadlightGrowth;
  };

  world.leadlightGrowth = () => {
    if (!asking) forget();
    pause = between;
    lastAsked = Date.now();
  };
  document.addEventListener('visibilitychange', onVisibility);
  document.addEventListener('scroll', onScroll, { capture: true, passive: true });
  addEventListener('pagehide', stop);
  if (document.visibilityState === 'visible') observe();
}
