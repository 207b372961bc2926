/** CPU and memory of the target, of the load generator and of its machine, read once per second. */
package loadgate.monitor;
