package org.supportpin.domain.registrar;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.action.Warning;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.LocalizedText;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.registrar.RegisteredDomain.Status;
import org.supportpin.domain.registrar.RegisteredDomain.Submission;

/** The rules of {@code recall-gr-domain}, which permanently recalls the first registration of a Greek name. */
public final class RecallRules {

    public static final String NOT_A_GR_DOMAIN = "not-a-gr-domain";
    public static final String RECALL_WINDOW_OVER = "recall-window-over";

    /** 120 hours from the submission date at the registry, inclusive. */
    public static final Duration WINDOW = Duration.ofDays(5);

    /** {@code .gr} with everything that is registered below {@code com.gr}, {@code edu.gr} and so on, and {@code .ελ}. */
    private static final Set<String> REGISTRYS = Set.of("gr", "xn--qxam");

    static final Warning NAME_IS_FREE = new Warning(
            "name-becomes-available",
            new LocalizedText(
                    "Ιστοσελίδα και email στο όνομα σταματούν, και μπορεί να το κατοχυρώσει οποιοσδήποτε.",
                    "Website and email at the name stop, and anybody may register it."));

    private RecallRules() {}

    /** Refuses what no state of the registry would allow. */
    public static Optional<Refusal> against(DomainName domain) {
        return REGISTRYS.contains(domain.tld())
                ? Optional.empty()
                : Optional.of(new Refusal(
                        NOT_A_GR_DOMAIN,
                        "Only .gr and .ελ domains can be recalled.",
                        "Ανακαλούνται μόνο ονόματα χώρου .gr και .ελ."));
    }

    /** Refuses a recall. The owner and the administrator may request one. */
    public static Optional<Refusal> against(RegisteredDomain domain, CustomerId customer, Instant now) {
        return DomainRules.notOwnerNorAdministrator(domain, customer).or(() -> atRegistry(domain, now));
    }

    /** Refuses a recall that the registry does not allow. A registration that it has not decided on yet can be recalled. */
    public static Optional<Refusal> atRegistry(RegisteredDomain domain, Instant now) {
        if (domain.status() == Status.RECALLED) {
            return Optional.of(DomainRules.domainNotFound());
        }
        if (domain.submission().kind() != Submission.Kind.FIRST_REGISTRATION) {
            return Optional.of(windowOver(
                    "Only a first registration can be recalled, not a renewal or a transfer.",
                    "Ανακαλείται μόνο η πρώτη καταχώριση, όχι ανανέωση ή μεταφορά."));
        }
        if (Duration.between(domain.submission().at(), now).compareTo(WINDOW) > 0) {
            return Optional.of(windowOver(
                    "A registration can be recalled only within 120 hours of its submission.",
                    "Μια καταχώριση ανακαλείται μόνο μέσα σε 120 ώρες από την υποβολή της."));
        }
        return domain.status() == Status.LOCKED ? Optional.of(DomainRules.domainLocked()) : Optional.empty();
    }

    private static Refusal windowOver(String detail, String greek) {
        return new Refusal(RECALL_WINDOW_OVER, detail, greek);
    }
}
