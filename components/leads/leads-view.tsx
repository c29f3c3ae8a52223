/** The list of people and companies that are kept. */
export function LeadsView() {
  return null;
}
