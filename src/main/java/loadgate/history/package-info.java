/**
 * The history of runs: a file with one line per run, and the page that shows how every gate
 * developed.
 *
 * <p>The file is made to be appended to by several runs at once and to outlive crashes and later
 * versions of this project. What cannot be read is reported and left alone; nothing is ever
 * rewritten.
 */
package loadgate.history;
