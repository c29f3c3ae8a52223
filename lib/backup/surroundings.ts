import { browser } from 'wxt/browser';
import type { Surroundings } from './protocol.ts';

/** What a backup says of the extension that makes it: version, and what the user allowed. Only pages and the background can ask. */
export async function surroundings(): Promise<Surroundings> {
  const { permissions = [], origins = [] } = await browser.permissions.getAll();
  return { app: browser.runtime.getManifest().version, permissions: { permissions, origins } };
}
