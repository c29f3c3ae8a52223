import type { Driver } from './driver.ts';
import { uuid } from './launch.ts';

/**
 * Errors of scripts, policies and style sheets that the whole browser knows of; they are told once. A question to the browser whose
 * page was left meanwhile is none.
 */
const errors = `(() => {
  const found = Services.console.getMessageArray().filter((one) =>
    one instanceof Ci.nsIScriptError && !one.errorMessage.includes('after context unloaded') && !(one.flags & Ci.nsIScriptError.warningFlag) && one.sourceName.includes('${uuid}'));
  Services.console.reset();
  return found.map((one) => one.errorMessage + ' (' + one.sourceName.replace(/.*\\//, '') + ':' + one.lineNumber + ')');
})()`;
/** What our pages wrote by \`console\` as an error or a warning. They share one process, that of the tab in front. */
const words = `const done = arguments[0];
const storage = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage);
const found = storage.getEvents().filter((one) => ['error', 'warn', 'assert'].includes(one.level));
storage.clearEvents();
done(found.map((one) => one.level + ': ' + one.arguments.map(String).join(' ').slice(0, 300)));`;

/** Everything that went to the consoles of our pages and our background since the last look. The tab must show a page of ours. */
export async function complaints(driver: Driver): Promise<string[]> {
  const [ofBrowser, ofPages] = [await driver.chrome<string[]>(errors), (await driver.privileged(words)) as string[]];
  return [...ofBrowser, ...ofPages];
}
