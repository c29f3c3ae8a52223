import { backgroundChecks } from './background-checks.ts';
import { type Bench, setUp } from './bench.ts';
import { firefox } from './launch.ts';
import { pageChecks } from './page-checks.ts';
import { panelChecks } from './panel-checks.ts';
import { workspaceChecks } from './workspace-checks.ts';

const [atInstall, ...inPanel] = panelChecks;
const checks = [...(atInstall ? [atInstall] : []), ...backgroundChecks, ...inPanel, ...workspaceChecks, ...pageChecks];

if (!firefox) {
  console.log('Left out: Firefox (no Firefox here)');
  process.exit(0);
}
const only = process.argv[2];
const bench: Bench = await setUp();
let [passed, failed] = [0, 0];
try {
  for (const { name, run } of checks.filter((one) => only === undefined || one.name.includes(only))) {
    const started = Date.now();
    try {
      await run(bench);
      passed++;
      console.log(`ok    Firefox: ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
    } catch (cause) {
      failed++;
      console.log(`FAIL  Firefox: ${name}: ${cause instanceof Error ? cause.message : String(cause)}`);
      await bench.picture(`failed-${failed}`, true).catch(() => undefined);
    }
  }
} finally {
  await bench.stop();
}
console.log(`Firefox: ${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
