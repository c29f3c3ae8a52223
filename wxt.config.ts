import { resolve } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'wxt';

/**
 * The public half of a key pair whose private half was thrown away: it only fixes the extension's id, so that an
 * unpacked copy keeps its book when the folder moves.
 */
const manifestKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAonUEyaxrOJk2D/9hmLhwP0+YC5WRIQacKoYTgvmn0zL56C5afLQPrvHiuaM5Oxbkm9fv4yavgkXHf0DBDHoeD7h4bIU2lqz8n0szL3LJ33fRrisiQR1wuzc2pfEbX7/jwx8mheWntCB4uJjLePXq6l1NhWf+13uJJAe2MBY0oU4S/0GXAzTTFiOs0PC1ft9BICbF8PbS8HQ4qx1kFLfBTuwfM9m3SFT3QFPS6CH2UE276ey+uZXQX6K2jIjjB27pAbFHQIPrwU2Nf6ORY9JqX7NirvZNGXBBu2ICfCsVmPR8u8oNwVoA9z5k3G80DEUpMQxy+yjEo9MsPGhw+B7mlQIDAQAB';

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  // No text of a page or a file becomes markup or code, whatever a library does with it.
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ');

/** Pages and scripts of browsers that have no place in Thunderbird; and the other way round. */
const onlyForBrowsers = new Set([
  'backup-download',
  'capture',
  'frames',
  'mail-reader',
  'mailprobe',
  'picker',
  'webmail',
  'welcome',
]);
const onlyForThunderbird = new Set(['mail-display']);
/** What a setting of the whole build must know before the mode is: `wxt build -b firefox --mode thunderbird`. */
const forThunderbird = process.argv.includes('thunderbird');
// Any other mode than "production" would be built as for development, with the paths of this machine in it.
if (forThunderbird) process.env.NODE_ENV = 'production';

export default defineConfig({
  srcDir: '.',
  ...(forThunderbird && { outDirTemplate: 'thunderbird-mv{{manifestVersion}}' }),
  hooks: {
    'entrypoints:resolved'(wxt, entrypoints) {
      const unwanted = wxt.config.mode === 'thunderbird' ? onlyForBrowsers : onlyForThunderbird;
      entrypoints.splice(0, entrypoints.length, ...entrypoints.filter(({ name }) => !unwanted.has(name)));
    },
    'build:manifestGenerated'(wxt, manifest) {
      // Thunderbird has no sidebar: our panel is a window of its own there.
      if (wxt.config.mode === 'thunderbird') delete manifest.sidebar_action;
    },
  },
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  i18n: { localesDir: resolve('lib/locales') },
  manifest: ({ browser, mode }) => ({
    name: '__MSG_extension_name__',
    short_name: 'Leadlight',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    ...(mode === 'thunderbird'
      ? {
          // `tabs` only to find our own pages again: Thunderbird tells no extension's address without it.
          permissions: [
            'alarms',
            'messagesRead',
            'messagesModify',
            'accountsRead',
            'scripting',
            'storage',
            'tabs',
            'unlimitedStorage',
          ],
          message_display_action: { default_title: '__MSG_action_title__', default_label: 'Leadlight' },
        }
      : {
          permissions: [
            'activeTab',
            'alarms',
            'scripting',
            'contextMenus',
            'storage',
            'unlimitedStorage',
            ...(browser === 'firefox' ? [] : ['offscreen', 'sidePanel']),
          ],
          optional_permissions: ['downloads', 'notifications'],
          optional_host_permissions: ['*://*/*'],
        }),
    incognito: 'not_allowed',
    action: {
      default_title: mode === 'thunderbird' ? '__MSG_command_workspace__' : '__MSG_action_title__',
      ...(mode === 'thunderbird' && { default_icon: { 16: 'icon/16.png', 32: 'icon/32.png' } }),
      ...(browser === 'firefox' && mode !== 'thunderbird' && { default_area: 'navbar' as const }),
    },
    commands: {
      'read-page': { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_command_readPage__' },
      workspace: { suggested_key: { default: 'Alt+Shift+W' }, description: '__MSG_command_workspace__' },
    },
    ...(mode !== 'thunderbird' && { omnibox: { keyword: 'll' } }),
    ...(mode !== 'development' && { content_security_policy: { extension_pages: contentSecurityPolicy } }),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'leadlight@leadlight.example',
              strict_min_version: mode === 'thunderbird' ? '153.0' : '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { key: manifestKey, minimum_chrome_version: '120' }),
  }),
  // For `wxt dev`: the Chromium that the start script found, and none where there is no display to open it on.
  webExt: {
    disabled: process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY,
    ...(process.env.CHROMIUM_PATH && { binaries: { chrome: process.env.CHROMIUM_PATH } }),
  },
  vite: () => ({
    plugins: [
      tailwindcss(),
      {
        // The script that stays in a mailbox comes with every load of it: all of it, its own beginning included, waits until the page
        // has time to spare (at most a second). What stands in a function that nobody called costs the page next to nothing.
        name: 'mailbox-in-idle-time',
        enforce: 'post',
        generateBundle(_options, bundle) {
          const chunk = bundle['webmail.js'];
          if (chunk?.type === 'chunk') chunk.code = `requestIdleCallback(()=>{${chunk.code}\n},{timeout:1000});\n`;
        },
      },
    ],
    resolve: { alias: [{ find: /^zod$/, replacement: resolve('lib/domain/schema/zod-without-eval.ts') }] },
  }),
});
