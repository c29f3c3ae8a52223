const row = { height: 26, left: 236, right: 170, width: 720 };
const wide = row.width - row.left - row.right;

/** Sums as bars from a common line, those below zero to its left, each said in words beside it. In: rows in their order. */
export function AmountBars({ rows }: { rows: readonly { key: string; name: string; amount: number; said: string }[] }) {
  const [low, high] = [
    Math.min(0, ...rows.map(({ amount }) => amount)),
    Math.max(0, ...rows.map(({ amount }) => amount)),
  ];
  const scale = wide / Math.max(1e-9, high - low);
  const zero = row.left - low * scale;
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: the figure around it names it
    <svg
      viewBox={`0 0 ${row.width} ${Math.max(1, rows.length) * row.height}`}
      width={row.width}
      className="max-w-full"
      fontSize={13}
    >
      {rows.map(({ key, name, amount, said }, at) => (
        <g key={key} transform={`translate(0 ${at * row.height})`}>
          <text x={row.left - 8} y={17} textAnchor="end" className="fill-ink">
            {name.length > 30 ? `${name.slice(0, 29)}…` : name}
          </text>
          <rect
            x={Math.min(zero, zero + amount * scale)}
            y={5}
            width={Math.max(1.5, Math.abs(amount) * scale)}
            height={16}
            rx={2}
            className={amount < 0 ? 'fill-danger' : 'fill-edge'}
          />
          <text x={Math.max(zero, zero + amount * scale) + 8} y={17} className="fill-soft">
            {said}
          </text>
        </g>
      ))}
    </svg>
  );
}
