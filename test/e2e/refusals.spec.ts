import { practice } from '../practice/serve.ts';
import { expect, openAndRead, test } from './harness.ts';

test('another site without a grant: says to press the icon, and never shows the people of the page before', async ({
  launch,
}) => {
  const { page, panel } = await openAndRead(await launch(), practice.team);
  await expect(panel.getByText('Lars Hinrichsen').first()).toBeVisible();
  await page.goto('http://www.alder-conveyors.example/');
  await expect(panel.getByText('Lars Hinrichsen')).toHaveCount(0);
  await expect(panel.getByText(/Alt\+Shift\+L/).first()).toBeVisible();
});
