/** What stands for which role beside the attribute. */
const elements: Record<string, string> = {
  button: 'button, summary',
  link: 'a[href]',
  textbox: 'input:not([type]), input[type=text], input[type=email], input[type=search], textarea',
  checkbox: 'input[type=checkbox]',
  combobox: 'select',
  article: 'article',
  heading: 'h1, h2, h3',
  main: 'main',
};

/** Runs in the page: everything in sight of a role whose name is this, or begins so where it ends in "…". */
function inPage(selector: string, name: string, root: ParentNode = document): HTMLElement[] {
  const tidy = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
  const nameOf = (element: HTMLElement) => {
    const by = element.getAttribute('aria-labelledby');
    const { labels } = element as HTMLInputElement;
    return tidy(
      element.getAttribute('aria-label') ??
        (by
          ? by
              .split(' ')
              .map((id) => element.ownerDocument.getElementById(id)?.textContent)
              .join(' ')
          : undefined) ??
        (labels?.length ? labels[0]?.textContent : undefined) ??
        element.textContent,
    );
  };
  const open = name.endsWith('…') ? name.slice(0, -1) : undefined;
  return [...root.querySelectorAll<HTMLElement>(selector)].filter((element) => {
    if (!element.checkVisibility() || element.closest('[inert]')) return false;
    const called = nameOf(element);
    return open === undefined ? called === name : called.startsWith(open);
  });
}

/** JavaScript whose value is the list of elements of a role by their name; `…` at its end stands for anything. */
export function byRole(role: string, name: string, root = 'document'): string {
  const selector = [`[role=${role}]`, ...(elements[role] ? [elements[role]] : [])].join(', ');
  return `(${inPage.toString()})(${JSON.stringify(selector)}, ${JSON.stringify(name)}, ${root})`;
}
