for (const chart of loadgate.data.charts) {
  loadgate.lineChart(chart.id, chart);
}

/* Sorts the rows below the heading: numbers, with whatever unit, the largest first, and texts by the alphabet. */
const sortBy = (table, column, heading) => {
  const numbers = heading.classList.contains('number');
  const descending = numbers && heading.getAttribute('aria-sort') !== 'descending';
  const rows = [...table.rows].slice(1);
  const text = (row) => row.cells[column].textContent;
  const order = numbers
    ? (a, b) => parseFloat(text(a)) - parseFloat(text(b))
    : (a, b) => text(a).localeCompare(text(b));
  rows.sort(descending ? (a, b) => order(b, a) : order);
  for (const other of table.rows[0].cells) {
    other.removeAttribute('aria-sort');
  }
  heading.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
  rows[0]?.parentNode.append(...rows);
};

for (const table of document.querySelectorAll('table.sortable')) {
  [...table.rows[0].cells].forEach((heading, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...heading.childNodes);
    button.addEventListener('click', () => sortBy(table, column, heading));
    heading.append(button);
  });
}
