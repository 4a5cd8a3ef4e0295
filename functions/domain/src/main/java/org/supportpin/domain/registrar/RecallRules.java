package org.supportpin.domain.registrar;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.registrar.RegisteredDomain.Status;
import org.supportpin.domain.registrar.RegisteredDomain.Submission;

/** The rules of {@code recall-gr-domain}, which takes the first registration of a Greek name back for good. */
public final class RecallRules {

    public static final String NOT_A_GR_DOMAIN = "not-a-gr-domain";
    public static final String RECALL_WINDOW_OVER = "recall-window-over";

    /** 120 hours from the submission, by the registry's own date. The last instant still counts. */
    public static final Duration WINDOW = Duration.ofDays(5);

    /** {@code .gr} with all that is registered below {@code com.gr}, {@code edu.gr} and so on, and {@code .ελ}. */
    private static final Set<String> REGISTRYS = Set.of("gr", "xn--qxam");

    private RecallRules() {}

    /** What stands against it whatever the registry holds. */
    public static Optional<Refusal> against(DomainName domain) {
        return REGISTRYS.contains(domain.tld())
                ? Optional.empty()
                : Optional.of(new Refusal(NOT_A_GR_DOMAIN, "Only domain names below .gr and .ελ can be recalled."));
    }

    /** What stands against a recall, which the owner and the administrator may ask for. */
    public static Optional<Refusal> against(RegisteredDomain domain, CustomerId customer, Instant now) {
        return DomainRules.notOwnerNorAdministrator(domain, customer).or(() -> atRegistry(domain, now));
    }

    /** What the registry says against it: also a name that it has not decided on yet can be taken back. */
    public static Optional<Refusal> atRegistry(RegisteredDomain domain, Instant now) {
        if (domain.status() == Status.RECALLED) {
            return Optional.of(DomainRules.domainNotFound());
        }
        if (domain.submission().kind() != Submission.Kind.FIRST_REGISTRATION) {
            return Optional.of(windowOver("Only a first registration can be recalled, not a renewal or a transfer."));
        }
        if (Duration.between(domain.submission().at(), now).compareTo(WINDOW) > 0) {
            return Optional.of(windowOver("A registration can be recalled for 120 hours after its submission."));
        }
        return domain.status() == Status.LOCKED ? Optional.of(DomainRules.domainLocked()) : Optional.empty();
    }

    private static Refusal windowOver(String detail) {
        return new Refusal(RECALL_WINDOW_OVER, detail);
    }
}
