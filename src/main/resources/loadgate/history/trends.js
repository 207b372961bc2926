/* Draws the charts, and shows only the runs and charts that the filter lets through. */
const { results, kinds, runs, groups } = loadgate.data;

const spec = (gate, labels) => ({
  labels,
  yTitle: gate.axisTitle,
  marks: gate.marks,
  series: [
    { label: gate.measure, values: gate.values, pointColours: gate.verdicts.map((verdict) => verdict && `--${verdict}`) },
    ...['fail', 'warn'].filter((tier) => gate[tier]).map((tier) => ({
      label: `${tier} from here ${gate.upper ? 'up' : 'down'}`,
      limit: true,
      colour: `--${tier}`,
      values: gate[tier],
    })),
  ],
});

// The limit of an only run would be a point: it gets room to both sides.
const widened = ({ labels, series, ...chart }) => ({
  ...chart,
  labels: ['', ...labels, ''],
  series: series.map((one) => ({
    ...one,
    values: one.limit ? Array(3).fill(one.values[0]) : [null, ...one.values, null],
    pointColours: one.pointColours && [null, ...one.pointColours, null],
  })),
});

for (const group of groups) {
  const labels = group.runs.map((row) => runs[row].time);
  for (const gate of group.gates) {
    const chart = spec(gate, labels);
    loadgate.lineChart(gate.chart, labels.length === 1 ? widened(chart) : chart);
  }
}

const filter = document.querySelector('form.filter');

const apply = () => {
  const wanted = [...new FormData(filter)].filter(([, value]) => value);
  const fits = (element) => wanted.every(([name, value]) => element.dataset[name] === value);
  document.querySelectorAll('[data-simulation]').forEach((element) => {
    element.hidden = !fits(element);
  });
  const rows = [...document.querySelectorAll('#runs tbody tr')];
  filter.querySelector('output').value =
    `${rows.filter((row) => !row.hidden).length} of ${rows.length} runs`;
};

// A browser may bring back an earlier choice when it reloads the page.
if (filter) {
  filter.addEventListener('change', apply);
  apply();
}
