package org.supportpin.domain.customer;

import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.identity.SealedText;

/**
 * An operator found out whether an action was done whose end had been recorded as unknown.
 *
 * @param isDone whether it was done, as it was planned
 * @param note how the operator knows; null if there was no key to seal it with
 */
public record ActionSettled(
        ActionId actionId,
        ActionName action,
        boolean isDone,
        @Nullable SealedText note) implements Event.Settlement {}
