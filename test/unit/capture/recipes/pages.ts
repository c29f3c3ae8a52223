/** Makers at an invented market: a list that no general rule reads, for names and titles are none that it knows. */
export type Maker = { who: string; craft: string; spot: string; call?: string; mail?: string };
export const makers: Maker[] = [
  {
    who: 'Blue Heron',
    craft: 'rugs and runners',
    spot: 'B12',
    call: '0113 496 0121',
    mail: 'hello@blue-heron.example',
  },
  { who: 'Nine Knots', craft: 'macramé', spot: 'B14', call: '0113 496 0122', mail: 'post@nine-knots.example' },
  { who: 'Tansy & Thread', craft: 'natural dyes', spot: 'C02', mail: 'tansy@thread-shop.example' },
  { who: 'The Slow Shed', craft: 'willow baskets', spot: 'C05', call: '0113 496 0124', mail: 'shed@slow.example' },
  { who: 'Oak and Otter', craft: 'spoons, bowls', spot: 'D01', call: '0113 496 0125', mail: 'oak@otter.example' },
  { who: 'Kettle Row', craft: 'enamel', spot: 'D07', call: '0113 496 0126', mail: 'row@kettle.example' },
];

const nav =
  '<nav><ul><li><a href="/">Start</a></li><li><a href="/visit">Visit</a></li><li><a href="/press">Press</a></li><li><a href="/makers">Makers</a></li></ul></nav>';
const foot = '<footer><p>Loom Market, Leeds</p><p>info@loom-market.example</p></footer>';

/** As it was when it was taught: odd tags, the name in the middle. */
export const original = `${nav}<main><h1>Who weaves where</h1><div class="grid">${makers
  .map(
    (m) => `<div class="mk-tile"><div class="mk-craft">${m.craft}</div><div class="mk-who">${m.who}</div>
<div class="mk-row"><span class="k">Pitch</span> <span class="v">${m.spot}</span></div>
${m.call ? `<div class="mk-row"><span class="k">Ring</span> <span class="v">${m.call}</span></div>` : ''}
<div class="mk-row"><a href="mailto:${m.mail}">${m.mail}</a></div></div>`,
  )
  .join('')}</div></main>${foot}`;

/** After a redesign: classes renamed, a wrapper round each, another order, a heading for the name. */
export const redesigned = `${nav}<main><section><h1>Our makers</h1><p>Come and see them at work, all weekend long.</p><div class="x1 flow">${makers
  .map(
    (m) => `<article class="x7"><div class="inner"><div class="x9 who">${m.who}</div><div class="x10">${m.craft}</div>
${m.call ? `<p><span>Ring</span> <span>${m.call}</span></p>` : ''}<p><a href="mailto:${m.mail}">${m.mail}</a></p>
<p><span>Pitch</span> <span>${m.spot}</span></p></div></article>`,
  )
  .join('')}</div></section></main>${foot}`;

/** The list is gone: a text, a few links, a price list. */
export const broken = `${nav}<main><h1>Thank you for a lovely season</h1><p>The market is closed until spring. Write to us at info@loom-market.example.</p>
<ul><li><a href="/news/1">Looking back at the summer</a></li><li><a href="/news/2">The new hall is open</a></li><li><a href="/news/3">How we choose</a></li></ul>
<table><tr><td>Day ticket</td><td>4.00</td></tr><tr><td>Weekend</td><td>7.00</td></tr><tr><td>Children</td><td>free</td></tr></table></main>${foot}`;
