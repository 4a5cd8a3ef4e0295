package org.supportpin.domain.dns;

import org.supportpin.domain.action.Refusal;

/** What the rules say to changes of a zone. */
public sealed interface ZoneDecision {

    /** The zone may become {@link Zone#apply} of the edit. */
    record Accepted(ZoneEdit edit) implements ZoneDecision {}

    /** The zone stays as it is. */
    record Refused(Refusal refusal) implements ZoneDecision {}
}
