package org.supportpin.domain.hosting;

/**
 * A fix that nothing stands against.
 *
 * @param fix with everything in it that was left open
 * @param before what it changes, as it was when that was checked
 */
public record FixPlan(Fix fix, FixState before) {}
