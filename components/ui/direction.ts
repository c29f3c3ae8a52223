/** Whether the page runs from right to left, as the locale said when it was opened. */
export const isRightToLeft = (): boolean => document.documentElement.dir === 'rtl';

const across: Record<string, string> = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' };

/** A key as it would be where text runs from left to right: there the right arrow leads on. In: its name. */
export const textKey = (key: string): string => (isRightToLeft() ? (across[key] ?? key) : key);
