import type { CDPSession, Page } from 'playwright';

/** A chip as it stands on a page: what it says, and what stands before it. */
export type SeenChip = {
  label: string;
  /** Attributes and words of the element before it. */
  beside: string;
  /** Whether it stands inside the words of a mail, by the selectors given. */
  path: string[];
  backendNodeId: number;
};

type Node = {
  nodeName: string;
  nodeValue: string;
  backendNodeId: number;
  attributes?: string[];
  children?: Node[];
  shadowRoots?: (Node & { shadowRootType?: string })[];
  contentDocument?: Node;
};

const attribute = ({ attributes = [] }: Node, name: string): string => {
  const at = attributes.indexOf(name);
  return at >= 0 && at % 2 === 0 ? (attributes[at + 1] ?? '') : '';
};
const wordsOf = (node: Node): string =>
  node.nodeName === '#text' ? node.nodeValue : (node.children ?? []).map(wordsOf).join('');
const find = (node: Node, test: (node: Node) => boolean): Node | undefined =>
  test(node) ? node : node.children?.map((child) => find(child, test)).find(Boolean);
const nameOf = (node: Node): string =>
  `${node.nodeName.toLowerCase()}#${attribute(node, 'id')}.${attribute(node, 'class').trim().replace(/\s+/g, '.')}`;

const sessions = new WeakMap<Page, CDPSession>();
async function session(page: Page): Promise<CDPSession> {
  const known = sessions.get(page) ?? (await page.context().newCDPSession(page));
  sessions.set(page, known);
  return known;
}

async function tree(page: Page): Promise<Node> {
  const answer = await (await session(page)).send('DOM.getDocument', { depth: -1, pierce: true });
  return answer.root as unknown as Node;
}

/** All chips of a page and its frames, seen as only a debugger can: they stand in closed shadow roots. */
export async function chipsOf(page: Page): Promise<SeenChip[]> {
  const found: SeenChip[] = [];
  const walk = (node: Node, path: string[]): void => {
    const siblings = node.children ?? [];
    siblings.forEach((child, index) => {
      const root = child.shadowRoots?.find(({ shadowRootType }) => shadowRootType === 'closed');
      const button = root && find(root, ({ nodeName }) => nodeName === 'BUTTON');
      const isCard = root && find(root, (inner) => attribute(inner, 'role') === 'dialog');
      if (button && !isCard) {
        const before = siblings[index - 1];
        const beside = before ? `${(before.attributes ?? []).join(' ')} ${wordsOf(before)}` : '';
        found.push({ label: attribute(button, 'aria-label'), beside, path, backendNodeId: button.backendNodeId });
      }
      walk(child, [...path, nameOf(child)]);
      if (child.contentDocument) walk(child.contentDocument, [...path, nameOf(child)]);
    });
  };
  walk(await tree(page), []);
  return found;
}

/** What the open card says, line by line; undefined while there is none. */
export async function cardOf(page: Page): Promise<string[] | undefined> {
  const search = (node: Node): string[] | undefined => {
    for (const child of [...(node.children ?? []), ...(node.contentDocument ? [node.contentDocument] : [])]) {
      const root = child.shadowRoots?.find(({ shadowRootType }) => shadowRootType === 'closed');
      const box = root && find(root, (inner) => attribute(inner, 'role') === 'dialog');
      if (box && !box.attributes?.includes('hidden')) {
        const lines: string[] = [];
        find(box, (inner) => {
          if (attribute(inner, 'data-t')) lines.push(attribute(inner, 'data-t'));
          return false;
        });
        return lines;
      }
      const inside = search(child);
      if (inside) return inside;
    }
    return undefined;
  };
  return search(await tree(page));
}

/** The middle of a chip on the page. */
export async function placeOf(page: Page, chip: SeenChip): Promise<{ x: number; y: number }> {
  const { model } = await (await session(page)).send('DOM.getBoxModel', { backendNodeId: chip.backendNodeId });
  const [x1 = 0, y1 = 0, x2 = 0, , , y3 = 0] = model.content;
  return { x: (x1 + x2) / 2, y: (y1 + y3) / 2 };
}
