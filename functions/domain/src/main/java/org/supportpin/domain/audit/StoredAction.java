package org.supportpin.domain.audit;

import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionRecord;

/**
 * What is stored of an action.
 *
 * @param action the action; null if it cannot be read
 * @param isExact whether nothing else is stored with it, and it is in the index exactly while it is pending
 */
public record StoredAction(ActionId id, @Nullable ActionRecord action, boolean isExact) {}
