package org.supportpin.domain.action;

import org.supportpin.domain.identity.LocalizedText;

/**
 * What the caller should hear before an action is executed.
 *
 * @param code a stable name, such as {@code nothing-changes}
 */
public record Warning(String code, LocalizedText text) {

    public static final Warning NOTHING_CHANGES = new Warning(
            "nothing-changes",
            new LocalizedText("Ισχύει ήδη: δεν θα αλλάξει τίποτα.", "This is already the case. Nothing will change."));

    public static final Warning CANNOT_BE_UNDONE =
            new Warning("cannot-be-undone", new LocalizedText("Η ενέργεια δεν αναιρείται.", "This cannot be undone."));
}
