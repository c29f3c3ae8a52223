import { plain } from './address.ts';
import { sentFolder } from './header-words.ts';

const chosen =
  '[role="treeitem"][aria-selected="true"],[role="tab"][aria-selected="true"],nav [aria-current]:not([aria-current="false"]),[role="navigation"] [aria-current]:not([aria-current="false"]),[role="navigation"] .selected,nav .selected,.folder.selected,.folderlist .selected,#mailboxlist .selected,nav .active,.folder-selected';

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // a stray per cent sign: taken as it stands
    return text;
  }
}

/** Whether the page shows a folder of sent mail: by its address, or by the folder that is chosen. In: a document. */
export function isSentView(doc: Document): boolean {
  const url = doc.URL.replace(/^[a-z]+:\/\/[^/]*/i, '');
  const parts = decoded(url.slice(0, 1000)).split(/[/#?&=!:;.]+/);
  if (parts.some((part) => sentFolder.test(part.replace(/[+_]/g, ' ').trim()))) return true;
  return [...doc.querySelectorAll(chosen)].slice(0, 30).some((element) => {
    const said = [element.textContent, element.getAttribute('title'), element.getAttribute('aria-label')];
    return said.some((text) => sentFolder.test(plain(text).replace(/[\s(\d)]+$/g, '')));
  });
}
