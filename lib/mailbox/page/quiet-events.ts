/** What a press, a key or a wheel turn would mean to the page around: opening a row, a shortcut, a drag. */
const kinds = [
  ...['click', 'dblclick', 'auxclick', 'contextmenu', 'mousedown', 'mouseup', 'pointerdown', 'pointerup'],
  ...['touchstart', 'touchend', 'keydown', 'keyup', 'keypress', 'dragstart', 'selectstart'],
  ...['mouseover', 'mouseout', 'pointerover', 'pointerout', 'focusin', 'focusout', 'copy', 'beforeinput', 'input'],
];

/** Keeps what happens inside a shadow root from bubbling into the page. In: the root. */
export function quietEvents(root: ShadowRoot): void {
  for (const kind of kinds) root.addEventListener(kind, (event) => event.stopPropagation());
}
