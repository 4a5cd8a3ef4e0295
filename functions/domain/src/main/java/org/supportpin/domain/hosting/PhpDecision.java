package org.supportpin.domain.hosting;

import org.supportpin.domain.action.Refusal;

/** What the rules say to a change of a package's PHP. */
public sealed interface PhpDecision {

    /** It may become so. */
    record Accepted(PhpEdit edit) implements PhpDecision {}

    /** It stays as it is. */
    record Refused(Refusal refusal) implements PhpDecision {}
}
