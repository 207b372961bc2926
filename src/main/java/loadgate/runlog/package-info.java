/**
 * Reads and writes {@code simulation.log}, the binary log of Gatling 3.13.0 to 3.15.x, with nothing
 * but the JDK.
 *
 * <p>All numbers are big-endian. A log is one run record and then any number of the others:
 *
 * <table>
 * <caption>Records</caption>
 * <tr><th>record</th><th>first byte</th><th>fields</th></tr>
 * <tr><td>run</td><td>0</td><td>string Gatling version, string simulation class, long start (epoch ms), string
 * description, int n and n strings (scenarios), int m and m times (int length, bytes: a pickled assertion)</td></tr>
 * <tr><td>request</td><td>1</td><td>groups, cached name, int start, int end, boolean ok, cached message (empty: none)</td></tr>
 * <tr><td>user</td><td>2</td><td>int scenario index, boolean started (false: ended), int time</td></tr>
 * <tr><td>group</td><td>3</td><td>groups, int start, int end, int cumulated response time, boolean ok</td></tr>
 * <tr><td>error</td><td>4</td><td>cached message, int time</td></tr>
 * </table>
 *
 * <ul>
 *   <li>Times are milliseconds since the start of the run.
 *   <li>A string is an int byte length; 0 is the empty string and nothing follows, otherwise the
 *       bytes follow and then one byte: 0 for Latin-1, 1 for UTF-16 in the byte order of the
 *       machine that wrote the log.
 *   <li>A cached string is an int index, counted from 1. Positive: first use, a string follows and
 *       is remembered under that index. Negative: the string remembered under the absolute value.
 *   <li>Groups are an int n and n cached strings, outermost first.
 * </ul>
 */
package loadgate.runlog;
