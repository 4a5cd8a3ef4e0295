package org.supportpin.domain.action;

import org.jspecify.annotations.Nullable;

/**
 * One thing before and after an action, as the customer sees it. Contains no personal data in clear.
 *
 * @param what the thing, such as {@code www.papadopoulou.gr A}
 * @param before null if there was nothing
 * @param after null if there is nothing now
 */
public record Difference(
        String what, @Nullable String before, @Nullable String after) {}
