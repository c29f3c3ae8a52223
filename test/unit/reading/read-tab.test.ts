import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Reading } from '../../../lib/domain/schema/draft.ts';
import type { PageSnapshotInput } from '../../../lib/domain/schema/snapshot.ts';
import { type ReadTabDeps, readTab } from '../../../lib/reading/read-tab.ts';
import { getReadingState } from '../../../lib/reading/reading-state.ts';

const team = 'https://harbour-tools.example/team';

function snapshotOf(url: string, lines: string[], closedFrames: string[] = []): PageSnapshotInput {
  return {
    url,
    meta: { title: 'Team' },
    outline: { blocks: [{ p: -1, t: 'body' }], lines: lines.map((s) => ({ b: 0, s })) },
    structured: [],
    closedFrames,
    truncated: 'no',
    msPage: 2,
  };
}
const jane = snapshotOf(team, ['Jane Roe', 'Head of Sales', 'jane.roe@harbour-tools.example']);

/** What the browser says of the tab, before and after, and what the page script answers. */
function stage(urls: (string | undefined | Error)[], results: (target: { allFrames?: boolean }) => Promise<object[]>) {
  let asked = 0;
  vi.spyOn(browser.tabs, 'get').mockImplementation((async (id: number) => {
    const url = urls[Math.min(asked++, urls.length - 1)];
    if (url instanceof Error) throw url;
    return { id, status: 'complete', ...(url !== undefined && { url }) };
  }) as never);
  // The page script answers with JSON in one string.
  const executeScript = async ({ target }: { target: { allFrames?: boolean } }) =>
    (await results(target)).map((entry) =>
      'result' in entry && typeof entry.result === 'object'
        ? { ...entry, result: JSON.stringify(entry.result) }
        : entry,
    );
  Object.assign(browser, { scripting: { executeScript } });
}

function deps(): ReadTabDeps & { kept: Reading[] } {
  const kept: Reading[] = [];
  return { kept, now: () => 7, keep: async (reading) => void kept.push(reading) };
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
});

describe('reading a tab', () => {
  it('keeps what the page gave, and says so to whoever asks later', async () => {
    stage([team], async () => [{ frameId: 0, result: jane }]);
    const to = deps();
    const outcome = await readTab({ tabId: 1, keep: true }, to);
    expect(outcome).toMatchObject({ ok: true, reading: { url: team, at: 7, msPage: 2, people: [{ kind: 'person' }] } });
    expect(to.kept).toHaveLength(1);
    expect(await getReadingState(1)).toMatchObject({ state: 'read', url: team });
  });

  it('drops what was read when the tab has moved on meanwhile', async () => {
    for (const after of ['https://other.example/', undefined, new Error('No tab with id: 1.')]) {
      stage([team, after], async () => [{ frameId: 0, result: jane }]);
      const to = deps();
      expect(await readTab({ tabId: 1, keep: true }, to)).toMatchObject({ ok: false, refusal: 'gone' });
      expect(to.kept).toEqual([]);
    }
  });

  it('waits for the new person where the address changed within the page, and the old one is still shown', async () => {
    const mary = `${team}/mary`;
    stage([team], async () => [{ frameId: 0, result: jane }]);
    const to = deps();
    await readTab({ tabId: 1, keep: true }, to);
    let looks = 0;
    stage([mary], async () => {
      looks++;
      const lines = looks < 3 ? jane.outline.lines.map(({ s }) => s) : ['Mary Major', 'Head of Purchasing'];
      return [{ frameId: 0, result: snapshotOf(mary, lines) }];
    });
    const outcome = await readTab({ tabId: 1, keep: true }, to);
    expect(outcome).toMatchObject({ ok: true, reading: { url: mary } });
    expect(to.kept.map(({ url, people }) => [url, people[0]?.fields.name[0]?.value])).toEqual([
      [team, 'Jane Roe'],
      [mary, 'Mary Major'],
    ]);
  });

  it('takes a changed fragment for the same page', async () => {
    stage([team, `${team}#sales`], async () => [{ frameId: 0, result: jane }]);
    expect(await readTab({ tabId: 1, keep: false }, deps())).toMatchObject({ ok: true });
  });

  it.each([
    ['chrome://settings', new Error('unused'), 'browserPage'],
    [team, new Error('Missing host permission for the tab'), 'noGrant'],
    ['file:///a.html', new Error('Cannot access contents of url "file:///a.html".'), 'fileAccess'],
    [`${team}.pdf`, new Error('something nobody has seen before'), 'pdf'],
    [team, new Error('something nobody has seen before'), 'failed'],
  ])('refuses %s (%s): %s', async (url, error, refusal) => {
    stage([url], () => Promise.reject(error));
    expect(await readTab({ tabId: 1, keep: true }, deps())).toMatchObject({ ok: false, refusal });
    expect(await getReadingState(1)).toMatchObject({ state: 'refused', refusal });
  });

  it('never throws on what a page answers', async () => {
    for (const result of [
      null,
      undefined,
      'text',
      {},
      { ...jane, outline: { blocks: 'x', lines: [] } },
      { ...jane, msPage: -1 },
    ]) {
      stage([team], async () => [{ frameId: 0, result }]);
      expect(await readTab({ tabId: 1, keep: true }, deps())).toMatchObject({ ok: false, refusal: 'failed' });
    }
  });

  it('says that it was not kept when the tray is full', async () => {
    stage([team], async () => [{ frameId: 0, result: jane }]);
    const keep = () => Promise.reject(new Error('disk full'));
    expect(await readTab({ tabId: 1, keep: true }, { now: () => 7, keep })).toEqual({
      ok: false,
      refusal: 'failed',
      detail: 'disk full',
    });
  });

  it('reads frames that it may enter and counts the others', async () => {
    const frame = 'https://forms.example/card';
    const main = { ...snapshotOf(team, ['Our team'], [frame, 'https://closed.example/']), frames: true };
    stage([team], async ({ allFrames }) =>
      allFrames
        ? [
            { frameId: 3, result: snapshotOf(frame, ['Jane Roe', 'Head of Sales', 'jane.roe@harbour-tools.example']) },
            { frameId: 0, result: '' },
            { frameId: 4, result: 'garbage' },
          ]
        : [{ frameId: 0, result: main }],
    );
    const outcome = await readTab({ tabId: 1, keep: false }, deps());
    expect(outcome).toMatchObject({
      ok: true,
      reading: { url: team, closedFrames: ['https://closed.example/'], people: [{ kind: 'person' }] },
    });
    expect(JSON.stringify(outcome)).toContain('jane.roe@harbour-tools.example');
    expect(JSON.stringify(outcome)).toContain('"frameId":3');
  });

  it('sends nothing into frames where none holds something', async () => {
    const asked: boolean[] = [];
    stage([team], async ({ allFrames }) => {
      asked.push(allFrames === true);
      return [{ frameId: 0, result: jane }];
    });
    expect(await readTab({ tabId: 1, keep: false }, deps())).toMatchObject({ ok: true });
    expect(asked).toEqual([false]);
  });
});
