import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { practice } from '../practice/serve.ts';
import { expect, openAndRead, test } from './harness.ts';

/** The smallest file that Chromium's viewer shows. */
const pdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF`;

test('a browser page: says why and what helps', async ({ launch }) => {
  const { panel } = await openAndRead(await launch(), 'chrome://version/');
  await expect(panel.getByText(/browser page/i)).toBeVisible();
});

test('a PDF: says why and what helps', async ({ launch }) => {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/pdf' }).end(pdf);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const browser = await launch();
  const page = await browser.context.newPage();
  await page.goto(`http://127.0.0.1:${port}/prospectus`).catch(() => undefined);
  await browser.clickIcon(page);
  const panel = await browser.panel();
  await expect(panel.getByText(/PDF/).first()).toBeVisible();
  server.close();
});

test('another site without a grant: says to press the icon, and never shows the people of the page before', async ({
  launch,
}) => {
  const { page, panel } = await openAndRead(await launch(), practice.team);
  await expect(panel.getByText('Lars Hinrichsen').first()).toBeVisible();
  await page.goto('http://www.alder-conveyors.example/');
  await expect(panel.getByText('Lars Hinrichsen')).toHaveCount(0);
  await expect(panel.getByText(/Alt\+Shift\+L/).first()).toBeVisible();
});
