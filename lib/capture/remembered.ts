const most = 6000;

/** Remembers answers for texts that several readers ask about; forgets all at once when full, so that no page fills the memory. */
export function remembered<T>(score: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > 200) return score(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer = score(text);
    if (known.size >= most) known.clear();
    known.set(text, answer);
    return answer;
  };
}
