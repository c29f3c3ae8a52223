import { attribute } from './dom.ts';

/** Old root names and what they are called now. */
const classicRoots: Record<string, string> = {
  vcard: 'h-card',
  adr: 'h-adr',
  hentry: 'h-entry',
  vevent: 'h-event',
  hresume: 'h-resume',
  hreview: 'h-review',
  hproduct: 'h-product',
};
export type Kind = 'p' | 'u' | 'dt' | 'e';
/** Old property names inside the old roots, with the kind of value and their new name. */
export const classicProps: Record<string, Record<string, [Kind, string]>> = {
  'h-card': {
    fn: ['p', 'name'],
    'given-name': ['p', 'given-name'],
    'family-name': ['p', 'family-name'],
    'additional-name': ['p', 'additional-name'],
    'honorific-prefix': ['p', 'honorific-prefix'],
    'honorific-suffix': ['p', 'honorific-suffix'],
    nickname: ['p', 'nickname'],
    org: ['p', 'org'],
    'organization-name': ['p', 'organization-name'],
    'organization-unit': ['p', 'organization-unit'],
    title: ['p', 'job-title'],
    role: ['p', 'role'],
    tel: ['p', 'tel'],
    email: ['u', 'email'],
    url: ['u', 'url'],
    photo: ['u', 'photo'],
    logo: ['u', 'logo'],
    adr: ['p', 'adr'],
    note: ['p', 'note'],
    category: ['p', 'category'],
    label: ['p', 'label'],
  },
  'h-adr': {
    'post-office-box': ['p', 'post-office-box'],
    'street-address': ['p', 'street-address'],
    'extended-address': ['p', 'extended-address'],
    locality: ['p', 'locality'],
    region: ['p', 'region'],
    'postal-code': ['p', 'postal-code'],
    'country-name': ['p', 'country-name'],
  },
  'h-entry': { author: ['p', 'author'] },
  'h-event': {
    summary: ['p', 'name'],
    location: ['p', 'location'],
    organizer: ['p', 'organizer'],
    attendee: ['p', 'attendee'],
  },
  'h-resume': { contact: ['p', 'contact'], experience: ['p', 'experience'], education: ['p', 'education'] },
  'h-review': { reviewer: ['p', 'author'], item: ['p', 'item'] },
  'h-product': { brand: ['p', 'brand'] },
};

export const classesOf = (el: Element) => (attribute(el, 'class') ?? '').split(/\s+/).filter(Boolean);
/** Only these: `h-full` and `h-auto` are heights in a well-known set of style classes. */
const modernRoots = new Set(
  ['adr', 'card', 'cite', 'entry', 'event', 'feed', 'geo', 'item', 'product', 'recipe', 'resume', 'review'].map(
    (name) => `h-${name}`,
  ),
);
export const modernProp = /^(p|u|dt|e)-((?:[a-z\d]+-)?[a-z]+(?:-[a-z]+)*)$/;

export const rootSelector = [...modernRoots, ...Object.keys(classicRoots)].map((name) => `.${name}`).join(',');

/** Types of the microformat that begins at an element; none where none begins. Old names count only without new ones. */
export function rootTypes(el: Element): { types: string[]; classic: boolean } {
  const classes = classesOf(el);
  const modern = classes.filter((c) => modernRoots.has(c));
  if (modern.length > 0) return { types: [...new Set(modern)].sort(), classic: false };
  const classic = classes.flatMap((c) => (Object.hasOwn(classicRoots, c) ? [classicRoots[c] as string] : []));
  return { types: [...new Set(classic)].sort(), classic: true };
}
