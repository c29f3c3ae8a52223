/** The firm of the practice page. The ending is kept free of real addresses, so that nobody else is ever taken for it. */
export const practiceDomain = 'kestrel-packaging.example';

/** The address under which the practice page is read: it stands in the extension, and nothing is asked of the web for it. */
export const practiceUrl = `https://www.${practiceDomain}/team`;
