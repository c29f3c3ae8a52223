import { download } from '../hooks/use-export.ts';

const copied = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'fill-opacity',
  'font-size',
  'font-weight',
  'font-family',
  'text-anchor',
  'paint-order',
];

/** Saves a chart as a picture, twice as fine as on screen, with the colours that it has there. In: what holds its SVG, the file's name. Rejects where it cannot be drawn. */
export async function saveChartImage(holder: HTMLElement, name: string): Promise<void> {
  const drawn = holder.querySelector('svg');
  if (!drawn) throw new Error('There is no chart');
  const { width, height } = drawn.getBoundingClientRect();
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  const originals = [drawn, ...drawn.querySelectorAll('*')];
  // A picture knows no stylesheet: every part takes its looks along.
  [copy, ...copy.querySelectorAll('*')].forEach((part, at) => {
    const original = originals[at];
    if (!original || !(part instanceof SVGElement)) return;
    const looks = getComputedStyle(original);
    for (const property of copied) part.style.setProperty(property, looks.getPropertyValue(property));
  });
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await picture.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * 2);
  canvas.height = Math.ceil(height * 2);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The picture could not be drawn');
  context.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const file = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!file) throw new Error('The picture could not be made');
  download(file, `${name}.png`);
}
