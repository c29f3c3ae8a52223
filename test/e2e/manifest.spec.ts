import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, extension, test } from './harness.ts';

const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8')) as Record<string, unknown>;

test('asks for nothing on any site at install', () => {
  expect(manifest).not.toHaveProperty('host_permissions');
  expect(manifest).not.toHaveProperty('content_scripts');
  expect(manifest).not.toHaveProperty('web_accessible_resources');
  expect(manifest).not.toHaveProperty('externally_connectable');
  expect(manifest.permissions).toEqual([
    'activeTab',
    'alarms',
    'scripting',
    'contextMenus',
    'storage',
    'unlimitedStorage',
    'offscreen',
    'sidePanel',
  ]);
  expect(manifest.optional_permissions).toEqual(['downloads', 'notifications']);
  expect(manifest.optional_host_permissions).toEqual(['*://*/*']);
  expect(manifest.incognito).toBe('not_allowed');
});

test('keeps a tight policy', () => {
  const { extension_pages: policy } = manifest.content_security_policy as { extension_pages: string };
  expect(policy).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default",
  );
});

test('every permission has its sentence in the README', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
  for (const permission of manifest.permissions as string[]) expect(readme).toContain(`| \`${permission}\` |`);
});
