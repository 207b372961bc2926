for (const chart of loadgate.data.charts) {
  loadgate.lineChart(chart.id, chart);
}
