/* Draws the charts, and shows only the runs and charts that the filter lets through. */
for (const [id, chart] of Object.entries(loadgate.data)) {
  loadgate.lineChart(id, chart);
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
