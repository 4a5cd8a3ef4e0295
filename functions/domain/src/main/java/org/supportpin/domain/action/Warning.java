package org.supportpin.domain.action;

import org.supportpin.domain.identity.LocalizedText;

/**
 * What the caller should hear before an action is carried out.
 *
 * @param code a stable name, such as {@code nothing-changes}
 */
public record Warning(String code, LocalizedText text) {

    public static final Warning NOTHING_CHANGES = new Warning(
            "nothing-changes",
            new LocalizedText("Είναι ήδη έτσι: δεν θα αλλάξει τίποτα.", "It is like this already: nothing will change."));

    public static final Warning CANNOT_BE_UNDONE = new Warning(
            "cannot-be-undone", new LocalizedText("Η ενέργεια δεν αναιρείται.", "This cannot be undone."));
}
