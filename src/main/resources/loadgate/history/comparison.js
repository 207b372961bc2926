/* Compares the figures of two runs that are ticked in the table. */
const rounded = (value, steps = 100) => Math.round(value * steps) / steps;

/* Every figure of a run, by what it measures. A gate has that of its requests under its own title, with limits. */
const figuresOf = (row) => {
  const group = groups.find((one) => one.runs.includes(row));
  const at = group.runs.indexOf(row);
  const figures = new Map();
  for (const { title, unit, upper, path, measure, values, verdicts, fail, warn } of [...group.requests, ...group.gates]) {
    const value = values[at] === null ? null : rounded(values[at]);
    const verdict = verdicts?.[at];
    if (value !== null || verdict) {
      figures.set([...path, measure].join('\n'), { title, unit, upper, value, verdict, fail: fail?.[at], warn: warn?.[at] });
    }
  }
  return figures;
};

const VERDICTS = ['pass', 'warn', 'inconclusive', 'fail', 'invalid', 'incomplete'];

const NONE = { value: null };

const outcome = (base, changed, upper) => {
  if (base.value === null || changed.value === null) {
    return base.value !== null ? 'only in base' : changed.value !== null ? 'only in new' : 'not measured';
  }
  return base.value === changed.value ? 'equal' : changed.value > base.value === upper ? 'worse' : 'better';
};

const compared = (base = NONE, changed = NONE) => {
  const { title, unit, upper } = [changed, base].find(({ verdict }) => verdict) ?? [changed, base].find(({ title }) => title);
  const known = base.value !== null && changed.value !== null;
  const difference = known ? rounded(changed.value - base.value) : null;
  return {
    title,
    unit,
    base,
    changed,
    difference,
    percent: difference && (100 * difference) / Math.abs(base.value),
    outcome: outcome(base, changed, upper),
    severity: Math.max(0, ...[base, changed].map(({ verdict }) => VERDICTS.indexOf(verdict))),
  };
};

/* What is not pass first, then what changed most. */
const comparison = (base, changed) => {
  const [before, after] = [figuresOf(base), figuresOf(changed)];
  return [...new Set([...after.keys(), ...before.keys()])]
    .map((key) => compared(before.get(key), after.get(key)))
    .sort((a, b) => b.severity - a.severity || Math.abs(b.percent) - Math.abs(a.percent) || 0);
};

/* What makes two runs not comparable: its name and both values. */
const differences = (base, changed) =>
  Object.entries(kinds[runs[base].kind])
    .map(([what, value]) => [what, value, kinds[runs[changed].kind][what]])
    .filter(([, value, other]) => value !== other);

const element = (name, className, ...content) => {
  const created = document.createElement(name);
  created.className = className;
  created.append(...content);
  return created;
};

const signed = (value) => (value > 0 ? '+' : '') + value;

const differenceText = ({ difference, percent, unit }) => {
  if (difference === null) {
    return '';
  }
  // A change of a percentage is in points, lest it be taken for a percentage of it.
  const absolute = signed(difference) + (unit === ' %' ? ' points' : unit);
  return difference && Number.isFinite(percent) ? `${absolute} (${signed(rounded(percent, 10))} %)` : absolute;
};

const valueText = ({ value, unit }) => (value === null ? '–' : value + unit);

const gateText = ({ verdict, unit, ...limits }) => {
  if (!verdict) {
    return ['–'];
  }
  const texts = [['limit', limits.fail], ['warn', limits.warn]]
    .filter(([, limit]) => Number.isFinite(limit))
    .map(([name, limit]) => `, ${name} ${rounded(limit)}${unit}`);
  return texts.length || verdict !== 'pass'
    ? [element('span', verdict, verdict), element('span', 'faint', ...texts)]
    : ['no limit'];
};

/* The heading, class and content of each column. */
const COLUMNS = [
  ['Figure', '', ({ title }) => [title]],
  ['Base', 'number', ({ base }) => [valueText(base)]],
  ['New', 'number', ({ changed }) => [valueText(changed)]],
  ['Difference', 'number', (figure) => [differenceText(figure)]],
  ['New run is', '', ({ outcome }) => [outcome]],
  ['Gate of base', '', ({ base }) => gateText(base)],
  ['Gate of new', '', ({ changed }) => gateText(changed)],
];

const comparisonTable = (figures) =>
  element('table', '',
    element('thead', '', element('tr', '', ...COLUMNS.map(([heading, name]) => element('th', name, heading)))),
    element('tbody', '', ...figures.map((figure) =>
      element('tr', '', ...COLUMNS.map(([, name, content]) => element('td', name, ...content(figure)))))));

const described = (row) => {
  const { time, verdict, kind } = runs[row];
  const { simulation, profile } = kinds[kind];
  return [`${time}, ${simulation.split('.').pop()}, ${profile}, `, element('span', verdict, verdict)];
};

const warnings = (base, changed, differing) => {
  const shown = (what, value) => (what === 'settings' ? value.slice(0, 7) : value);
  return [
    ...[base, changed].filter((row) => ['invalid', 'incomplete'].includes(runs[row].verdict)).map((row) =>
      element('p', 'warn', `The run of ${runs[row].time} is ${runs[row].verdict}: its figures say little about the target.`)),
    ...(differing.length ? [
      element('p', 'warn', 'Not comparable: a difference may come from what else differs between these runs.'),
      element('ul', '', ...differing.map(([what, before, after]) =>
        element('li', '', `${what}: ${shown(what, before)} (base), ${shown(what, after)} (new)`))),
    ] : []),
  ];
};

const comparisonOf = (base, changed, figures) => {
  const differing = differences(base, changed);
  const otherLoad = differing.some(([what]) => what === 'simulation' || what === 'profile');
  const folders = [base, changed]
    .map((row) => [results, runs[row].folder].filter(Boolean).join('/'))
    .map((folder) => (/\s/.test(folder) ? `'${folder}'` : folder));
  const table = element('div', 'scrolling', comparisonTable(figures));
  // So that the keyboard can scroll it.
  table.tabIndex = 0;
  const command = ['compare', ...folders, ...(otherLoad ? ['--force'] : [])].join(' ');
  return [
    element('dl', '',
      element('dt', '', 'base'), element('dd', '', ...described(base)),
      element('dt', '', 'new'), element('dd', '', ...described(changed))),
    ...warnings(base, changed, differing),
    table,
    element('p', 'faint',
      'The history has one value of a figure per run, so this table cannot say whether chance explains a difference.'
      + ' This command can, from the logs in the folders of both runs, with confidence intervals:'),
    element('pre', '', element('code', '', `mvn -q exec:java@loadgate -Dexec.args="${command}"`)),
  ];
};

const boxes = [...document.querySelectorAll('#runs input')];
const section = document.getElementById('comparison');
let ticked = boxes.filter((box) => box.checked);

const compare = () => {
  const [status, content] = section.querySelectorAll('p, div');
  if (ticked.length < 2) {
    status.textContent = ticked.length ? 'One run is ticked; tick another one.'
      : 'Tick two runs in the table above; a third one takes the place of the first.';
    content.replaceChildren();
    return;
  }
  // The table has the newest run first.
  const [changed, base] = ticked.map((box) => boxes.indexOf(box)).sort((a, b) => a - b);
  const figures = comparison(base, changed);
  const count = (...outcomes) => figures.filter(({ outcome }) => outcomes.includes(outcome)).length;
  status.textContent = `Of ${figures.length} figures ${count('worse')} are worse, ${count('better')} better, ${count('equal')} equal,`
    + ` ${count('only in base', 'only in new')} in one run only.`;
  content.replaceChildren(...comparisonOf(base, changed, figures));
  section.scrollIntoView({ block: 'nearest' });
};

for (const box of boxes) {
  box.addEventListener('change', () => {
    ticked = ticked.filter((other) => other !== box);
    if (box.checked) {
      ticked.push(box);
    }
    if (ticked.length > 2) {
      ticked.shift().checked = false;
    }
    compare();
  });
}

// As trends.js does: ticks may be brought back, too.
if (section) {
  compare();
}
