/** Held by a page for as long as it writes something that is not seen yet: while it is held, nobody purges that. In: its id. */
export const stagingLock = (id: string): string => `book-staging-${id}`;
