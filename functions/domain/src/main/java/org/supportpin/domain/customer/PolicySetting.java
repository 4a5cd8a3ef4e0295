package org.supportpin.domain.customer;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.customer.LedgerCommands.Performed;
import org.supportpin.domain.customer.Notices.Prepared;
import org.supportpin.domain.customer.Policy.Terms;
import org.supportpin.domain.customer.PolicyRules.Outcome;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.message.SmsText;
import org.supportpin.domain.notice.Notice;
import org.supportpin.domain.notice.NoticeKind;

/** Shows and changes a customer's own rules for telephone support. */
public final class PolicySetting {

    private final LedgerCommands commands;
    private final Secrets secrets;
    private final Notices notices;
    private final PolicyRules rules;

    public PolicySetting(LedgerCommands commands, Secrets secrets, Notices notices, Limits limits) {
        this.commands = commands;
        this.secrets = secrets;
        this.notices = notices;
        this.rules = new PolicyRules(limits);
    }

    public Terms terms(CustomerId customer) {
        return commands.read(customer).state().policy().terms();
    }

    /** A decision on a change, with the notice of it. */
    private record Changing(Outcome outcome, @Nullable Prepared told) {}

    /**
     * Changes the rules. Tightening opens no key, so that it works whatever has become of them; loosening is told to the mobile on
     * file, and is refused if that cannot be read.
     *
     * @param isSignInFresh whether the customer has just signed in
     */
    public Performed<Outcome> change(CustomerId customer, Terms asked, boolean isSignInFresh) {
        try (var session = secrets.session()) {
            var performed = commands.<Changing>perform(customer, new Actor.Panel(), (snapshot, now) -> {
                var decided = rules.change(snapshot.state(), asked, isSignInFresh, now);
                var told = told(session, snapshot, decided.outcome(), now);
                var decision = decided.map(outcome -> new Changing(outcome, told.orElse(null)));
                return told.isPresent() ? decision.and(told.get().write()) : decision;
            });
            var changing = performed.outcome();
            if (changing.told() != null) {
                notices.tell(changing.told());
            }
            return new Performed<>(changing.outcome(), performed.snapshot(), performed.after(), performed.at());
        }
    }

    private Optional<Prepared> told(SecretSession session, Snapshot snapshot, Outcome outcome, Instant now) {
        return outcome instanceof Outcome.Changed(var _, var loosened) && loosened
                ? Optional.of(notices.prepared(
                        session,
                        snapshot,
                        1,
                        NoticeKind.POLICY_LOOSENED,
                        new Notice.BySms(
                                session.mobile(snapshot),
                                SmsText.policyLoosened(snapshot.state().language())),
                        now))
                : Optional.empty();
    }
}
