package org.supportpin.domain.customer;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.check.WireName;

/**
 * The customer's own rules for telephone support.
 *
 * @param loosenedAt when a rule was last loosened; null if none ever was
 * @param refusalNoted whether a refusal under the current freeze was already recorded
 */
public record Policy(Terms terms, @Nullable Instant loosenedAt, boolean refusalNoted) {

    /** The name of the rule in an action's refusal. */
    public static final String NOT_ALLOWED = "not-allowed-by-customer";

    /** Of a customer who has set no rules. */
    public static final Policy DEFAULT = new Policy(Terms.DEFAULT, null, false);

    /** Whether an action may be requested by telephone. From the loosest to the strictest. */
    public enum Rule implements WireName {
        ALLOW,
        /** Only with the customer's consent to its values. */
        ASK,
        NEVER
    }

    /** Whether there is telephone support at all. From the loosest to the strictest. */
    public enum Telephone implements WireName {
        OPEN,
        FROZEN
    }

    /** What a caller may request who gave a PIN sent by SMS. From the loosest to the strictest. */
    public enum AfterSms implements WireName {
        AS_USUAL,
        /** No high-risk action. */
        STANDARD_ONLY
    }

    /**
     * What the customer has set.
     *
     * @param actions the rules other than {@link Rule#ALLOW}, which is left out
     */
    public record Terms(Telephone telephone, AfterSms afterSms, Map<ActionName, Rule> actions) {

        /** Everything as usual. */
        public static final Terms DEFAULT = new Terms(Telephone.OPEN, AfterSms.AS_USUAL, Map.of());

        public Terms {
            var set = new EnumMap<ActionName, Rule>(ActionName.class);
            actions.forEach((action, rule) -> {
                if (rule != Rule.ALLOW) {
                    set.put(action, rule);
                }
            });
            actions = Map.copyOf(set);
        }

        public Rule rule(ActionName action) {
            return actions.getOrDefault(action, Rule.ALLOW);
        }

        /** Whether any of these is looser than before. Others may be stricter at the same time. */
        public boolean isLooserThan(Terms before) {
            return before.isStricterThan(this);
        }

        /** Whether any of these is stricter than before. */
        public boolean isStricterThan(Terms before) {
            return telephone.compareTo(before.telephone) > 0
                    || afterSms.compareTo(before.afterSms) > 0
                    || actions.entrySet().stream()
                            .anyMatch(each -> each.getValue().compareTo(before.rule(each.getKey())) > 0);
        }
    }

    public Rule rule(ActionName action) {
        return terms.rule(action);
    }

    /** Whether telephone support is frozen. */
    public boolean isFrozen() {
        return terms.telephone() == Telephone.FROZEN;
    }

    /** Whether a rule was loosened less than this long ago. */
    public boolean isLoosenedWithin(Duration time, Instant now) {
        return loosenedAt != null && now.isBefore(loosenedAt.plus(time));
    }

    /** Why the customer does not allow an action; empty if the customer does, perhaps only with consent. */
    public Optional<Refusal> refusal(ActionName action, Risk risk, boolean isAfterSms) {
        if (rule(action) == Rule.NEVER) {
            return Optional.of(notAllowed(
                    "The customer's own rules do not allow this action by phone.",
                    "Οι κανόνες του πελάτη δεν επιτρέπουν αυτή την ενέργεια από το τηλέφωνο."));
        }
        return terms.afterSms() == AfterSms.STANDARD_ONLY && risk == Risk.HIGH && isAfterSms
                ? Optional.of(notAllowed(
                        "The customer's own rules do not allow a high-risk action after a PIN sent by SMS."
                                + " The caller can give the PIN shown in the panel instead.",
                        "Οι κανόνες του πελάτη δεν επιτρέπουν ενέργεια υψηλού κινδύνου με PIN που στάλθηκε με SMS."
                                + " Μπορεί να πει αντί γι' αυτό το PIN που δείχνει ο πίνακας ελέγχου."))
                : Optional.empty();
    }

    private static Refusal notAllowed(String english, String greek) {
        return new Refusal(
                NOT_ALLOWED,
                english + " Only the customer can change these rules, in the panel.",
                greek + " Τους κανόνες τους αλλάζει μόνο ο πελάτης, από τον πίνακα ελέγχου.",
                List.of());
    }

    /** The policy with other terms. A new freeze is one whose refusals are recorded anew. */
    Policy changed(Terms next, Instant at) {
        return new Policy(
                next,
                next.isLooserThan(terms) ? at : loosenedAt,
                refusalNoted && next.telephone() == terms.telephone());
    }

    Policy withRefusalNoted() {
        return new Policy(terms, loosenedAt, true);
    }
}
