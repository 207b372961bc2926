/* What the pages' own scripts use: the data block, and line charts in the colours of the page. */
const loadgate = (() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const drawn = [];

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  const points = (names) => {
    const colours = names.map((name) => name && colour(name));
    return { pointRadius: 3.5, pointBackgroundColor: colours, pointBorderColor: colours };
  };

  const dataset = (series, index) => {
    const stroke = colour(series.colour ?? `--series-${(index % 4) + 1}`);
    return {
      label: series.label,
      data: series.values,
      borderColor: stroke,
      backgroundColor: stroke,
      borderWidth: series.limit ? 1.5 : 2,
      borderDash: series.limit ? [6, 4] : [],
      pointRadius: series.limit || series.values.length > 60 ? 0 : 2,
      ...(series.pointColours && points(series.pointColours)),
      spanGaps: series.spanGaps || false,
      tension: 0,
    };
  };

  const axis = (title, more) => ({
    title: { display: Boolean(title), text: title, color: colour('--faint') },
    ticks: { color: colour('--faint'), maxTicksLimit: 12, maxRotation: 0 },
    grid: { color: colour('--line') },
    ...more,
  });

  /** Draws a dashed vertical line at each label that is marked, with its text on the side with more room. */
  const lines = (marks) => ({
    id: 'marks',
    afterDatasetsDraw({ ctx, chartArea: { left, right, top, bottom }, scales }) {
      ctx.save();
      ctx.strokeStyle = ctx.fillStyle = colour('--ink');
      ctx.lineWidth = 1.5;
      ctx.setLineDash([4, 4]);
      for (const { at, text } of marks) {
        const x = scales.x.getPixelForValue(at);
        const onTheLeft = x > (left + right) / 2;
        ctx.beginPath();
        ctx.moveTo(x, top);
        ctx.lineTo(x, bottom);
        ctx.stroke();
        ctx.textAlign = onTheLeft ? 'right' : 'left';
        ctx.fillText(text, x + (onTheLeft ? -4 : 4), top + 12);
      }
      ctx.restore();
    },
  });

  const draw = (chart) => {
    chart.instance?.destroy();
    const { labels, xTitle, yTitle, series, marks } = chart.spec;
    chart.instance = new Chart(document.getElementById(chart.id), {
      type: 'line',
      data: { labels, datasets: series.map(dataset) },
      plugins: [lines(marks ?? [])],
      options: {
        animation: false,
        maintainAspectRatio: false,
        interaction: { mode: 'index', intersect: false },
        // Not points as symbols: they would have the colour of the first verdict.
        plugins: { legend: { labels: { color: colour('--ink'), boxHeight: 0 } } },
        scales: { x: axis(xTitle), y: axis(yTitle, { beginAtZero: true, grace: '5%' }) },
      },
    });
  };

  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => drawn.forEach(draw));

  return {
    data,

    /**
     * Draws into the canvas with that id.
     * spec: { labels, xTitle?, yTitle, series: [{ label, values, colour?, limit?, pointColours?, spanGaps? }], marks?: [{ at, text }] }
     * where a null value is a gap, unless spanGaps draws over it, colour the name of a CSS variable, limit a dashed line,
     * and at the index of a label.
     */
    lineChart(id, spec) {
      const chart = { id, spec };
      drawn.push(chart);
      draw(chart);
    },
  };
})();
