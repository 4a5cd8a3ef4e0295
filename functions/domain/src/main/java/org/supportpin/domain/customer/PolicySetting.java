package org.supportpin.domain.customer;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.supportpin.domain.customer.LedgerCommands.Performed;
import org.supportpin.domain.customer.Notices.Prepared;
import org.supportpin.domain.customer.Policy.Terms;
import org.supportpin.domain.customer.PolicyRules.Outcome;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.message.NoticeMail.About;
import org.supportpin.domain.message.SmsText;
import org.supportpin.domain.notice.Notice;
import org.supportpin.domain.notice.NoticeKind;

/** Shows and changes a customer's own rules for telephone support. */
public final class PolicySetting {

    private final LedgerCommands commands;
    private final Secrets secrets;
    private final Notices notices;
    private final AddressNotices mails;
    private final NoticesOnFile onFile;
    private final PolicyRules rules;

    public PolicySetting(LedgerCommands commands, Secrets secrets, AddressNotices mails, Limits limits) {
        this.commands = commands;
        this.secrets = secrets;
        this.notices = mails.notices();
        this.mails = mails;
        this.onFile = mails.onFile();
        this.rules = new PolicyRules(limits);
    }

    public Terms terms(CustomerId customer) {
        return commands.read(customer).state().policy().terms();
    }

    /** A decision on a change, with the notices of it. */
    private record Changing(Outcome outcome, List<Prepared> told) {}

    /**
     * Changes the rules, and tells the mobile and the notice address, at most once an hour. Tightening opens no key, so that it works
     * whatever has become of them; loosening is refused if the mobile on file cannot be read.
     *
     * @param isSignInFresh whether the customer has just signed in
     */
    public Performed<Outcome> change(CustomerId customer, Terms asked, boolean isSignInFresh) {
        try (var session = secrets.session()) {
            var performed = commands.<Changing>perform(customer, new Actor.Panel(), (snapshot, now) -> {
                var decided = onFile.with(rules.change(snapshot.state(), asked, isSignInFresh, now), snapshot, now);
                var told = loosened(session, snapshot, decided.outcome(), now);
                var decision = decided.map(outcome -> new Changing(outcome, told));
                for (var each : told) {
                    decision = decision.and(each.write());
                }
                return decision;
            });
            var changing = performed.outcome();
            changing.told().forEach(notices::tell);
            return new Performed<>(changing.outcome(), performed.snapshot(), performed.after(), performed.at());
        }
    }

    private List<Prepared> loosened(SecretSession session, Snapshot snapshot, Outcome outcome, Instant now) {
        if (!(outcome instanceof Outcome.Changed(var _, var isLoosened)) || !isLoosened) {
            return List.of();
        }
        var mobile = session.mobile(snapshot);
        if (!snapshot.state().told().isDue(NoticeKind.POLICY_LOOSENED, now)) {
            return List.of();
        }
        var sms =
                new Notice.BySms(mobile, SmsText.policyLoosened(snapshot.state().language(), mails.phone()));
        return Stream.concat(
                        Stream.of(notices.prepared(session, snapshot, 1, NoticeKind.POLICY_LOOSENED, sms, now)),
                        mails
                                .toAddressOnFile(
                                        session, snapshot, 2, NoticeKind.POLICY_LOOSENED, About.RULES_LOOSENED, now)
                                .stream())
                .toList();
    }
}
