/**
 * Draws the icons in public/icon from the SVG beside it: `node test/icons/draw.ts`.
 * The PNGs are kept in the repository; run it after a change of the SVG.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { chromium } from 'playwright';

const logoSizes = [16, 32, 48, 96, 128];
const states = ['neutral', 'nothing', 'new', 'several', 'yours'];

/** Small sizes have a drawing of their own: six strips of lead do not fit into 16 pixels. */
const logoFor = (size: number) => (size <= 32 ? 'leadlight-small' : 'leadlight');

const drawings = [
  ...logoSizes.map((size) => ({ svg: logoFor(size), size, png: `public/icon/${size}.png` })),
  ...states.flatMap((state) =>
    [16, 32].map((size) => ({ svg: `state-${state}`, size, png: `public/icon/state/${state}-${size}.png` })),
  ),
];

await mkdir('public/icon/state', { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
for (const { svg, size, png } of drawings) {
  const source = await readFile(`test/icons/${svg}.svg`, 'utf8');
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${source}`);
  await page.screenshot({ path: png, omitBackground: true });
  console.log(png);
}
await browser.close();
