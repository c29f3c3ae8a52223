/** What Chromium (and from version 148 Firefox) has to guard places where text would become code. */
type TrustedTypes = {
  createPolicy(name: 'default', rules: { createScriptURL(url: string): string }): unknown;
};

/**
 * Lets this page of the extension start its own workers and nothing else: with `require-trusted-types-for` in the policy of the
 * extension no text becomes markup or code. In: the page's origin. Call it once, before anything starts.
 */
export function trustOwnScripts(origin = location.origin): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  trustedTypes?.createPolicy('default', {
    createScriptURL(url) {
      if (new URL(url, origin).origin === origin) return url;
      throw new TypeError(`Not a script of this extension: ${url.slice(0, 200)}`);
    },
  });
}
