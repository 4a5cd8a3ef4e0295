package org.supportpin.domain.action;

import java.util.Objects;

/**
 * A rule of actions.md that forbids an action.
 *
 * @param rule the rule's name in the API, such as {@code zone-not-hosted-here}
 * @param detail a sentence for the agent, in English
 */
public record Refusal(String rule, String detail) {

    public Refusal {
        Objects.requireNonNull(rule);
        Objects.requireNonNull(detail);
    }
}
