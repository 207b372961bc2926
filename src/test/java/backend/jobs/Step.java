package backend.jobs;

import java.util.function.Supplier;

/**
 * A piece of a job.
 *
 * @param id the name of its value in the result
 * @param work computes the value; what it throws is the end of the job
 */
public record Step(String id, Supplier<?> work) {}
