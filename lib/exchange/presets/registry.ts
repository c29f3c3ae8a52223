import { googleContacts } from './google-contacts.ts';
import { hubspot } from './hubspot.ts';
import { odoo } from './odoo.ts';
import { outlook } from './outlook.ts';
import { pipedrive } from './pipedrive.ts';
import type { Preset } from './preset.ts';
import { salesforce } from './salesforce.ts';
import { thunderbird } from './thunderbird.ts';
import { zoho } from './zoho.ts';

/** Every system with headings of its own, in the order in which they are offered: a new one is a file and a line here. */
export const presets: readonly Preset[] = [
  hubspot,
  salesforce,
  pipedrive,
  odoo,
  zoho,
  googleContacts,
  outlook,
  thunderbird,
];

/** A system by its id. */
export const presetOf = (id: string | undefined): Preset | undefined => presets.find((one) => one.id === id);
