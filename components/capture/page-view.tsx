/** What the page in front offers. */
export function PageView() {
  return null;
}
