/** Whether everything is tried, as `npm test` does, or only what `npm run check` can do in seconds. */
export const isWhole = process.env.CI !== undefined;

/** How often a property is tried. In: the number for `npm test`. Out: that, or a quarter of it in a quick check. */
export const tries = (all: number): number => (isWhole ? all : Math.ceil(all / 4));
