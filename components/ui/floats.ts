/** Id of the element into which menus, popovers and tooltips are put, so that they stand within the page's landmarks. */
export const floatsId = 'floats';

/** Where to put what floats; the end of the body where no such element is. */
export const floats = (): HTMLElement | null => document.getElementById(floatsId);
