package org.supportpin.domain.action;

import org.jspecify.annotations.Nullable;

/**
 * One thing that an action changed, as the customer is told of it. It bears no personal datum in clear.
 *
 * @param what such as {@code www.papadopoulou.gr A}
 * @param before null where there was nothing
 * @param after null where there is nothing now
 */
public record Difference(
        String what, @Nullable String before, @Nullable String after) {}
