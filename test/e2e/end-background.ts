import type { ExtensionBrowser } from '../browser/extension-browser.ts';

type Targets = { targetInfos: { targetId: string; type: string; url: string }[] };
type Raw = { send(method: string, params: object): Promise<unknown> };

/** Ends the background as the browser may at any moment. Out: whether it was running. */
export async function endBackground({ context, extensionId }: ExtensionBrowser): Promise<boolean> {
  const session = (await context.browser()?.newBrowserCDPSession()) as unknown as Raw & { detach(): Promise<void> };
  const { targetInfos } = (await session.send('Target.getTargets', { filter: [{}] })) as Targets;
  const running = targetInfos.filter(({ type, url }) => type === 'service_worker' && url.includes(extensionId));
  // It may have ended by itself in between.
  for (const { targetId } of running) await session.send('Target.closeTarget', { targetId }).catch(() => undefined);
  await session.detach();
  return running.length > 0;
}

/** Ends the background again and again while something is done. Out: what came of it, and how often it was ended. */
export async function whileEnding<T>(
  browser: ExtensionBrowser,
  work: () => Promise<T>,
): Promise<{ value: T; ended: number }> {
  let isOver = false;
  let ended = 0;
  const ending = (async () => {
    while (!isOver) {
      if (await endBackground(browser)) ended += 1;
      await new Promise((done) => setTimeout(done, 50));
    }
  })();
  try {
    return { value: await work(), ended };
  } finally {
    isOver = true;
    await ending;
  }
}
