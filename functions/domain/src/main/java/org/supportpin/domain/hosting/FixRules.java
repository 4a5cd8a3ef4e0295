package org.supportpin.domain.hosting;

import java.util.Objects;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.hosting.Fix.RaiseMailboxQuota;
import org.supportpin.domain.hosting.Fix.ReissueCertificate;
import org.supportpin.domain.hosting.Fix.UnbanAddress;

/** The rules of {@code apply-micro-fix}. Pure. */
public final class FixRules {

    public static final String DOMAIN_NOT_IN_PACKAGE = "domain-not-in-package";
    public static final String ADDRESS_NOT_BANNED = "address-not-banned";
    public static final String MAILBOX_NOT_FOUND = "mailbox-not-found";
    public static final String MAILBOX_OVER_PLAN = "mailbox-over-plan";
    public static final String QUOTA_NOT_RAISED = "quota-not-raised";

    private FixRules() {}

    public static Verdict<FixPlan> decide(HostingPackage hosting, Fix fix) {
        return switch (fix) {
            case Fix.RestartPhp _, Fix.ClearCache _, Fix.RepairPermissions _ ->
                accepted(hosting, fix, new FixState.Untold());
            case ReissueCertificate reissue -> reissue(hosting, reissue);
            case UnbanAddress unban ->
                hosting.banned().contains(unban.address())
                        ? accepted(hosting, unban, new FixState.Ban(true))
                        : refused(
                                ADDRESS_NOT_BANNED,
                                "The package's firewall does not block that address.",
                                "Το τείχος προστασίας του πακέτου δεν αποκλείει αυτή τη διεύθυνση.");
            case RaiseMailboxQuota raise -> raise(hosting, raise);
        };
    }

    private static Verdict<FixPlan> reissue(HostingPackage hosting, ReissueCertificate asked) {
        var domain = Objects.requireNonNullElse(asked.domain(), hosting.mainDomain());
        if (!hosting.serves(domain)) {
            return refused(
                    DOMAIN_NOT_IN_PACKAGE,
                    "The domain does not belong to this package.",
                    "Το όνομα χώρου δεν ανήκει σε αυτό το πακέτο.");
        }
        var until = hosting.certificate(domain).map(Certificate::validUntil).orElse(null);
        return accepted(hosting, new ReissueCertificate(domain), new FixState.Certified(until));
    }

    /** Lowering a quota could leave no room for the next mail, and nobody calls about that. */
    private static Verdict<FixPlan> raise(HostingPackage hosting, RaiseMailboxQuota asked) {
        var found = hosting.mailbox(asked.mailbox());
        if (found.isEmpty()) {
            return Verdict.refused(mailboxNotFound());
        }
        var mailbox = found.get();
        var most = hosting.plan().mailboxQuotaMb();
        if (asked.quotaMb() > most) {
            return refused(
                    MAILBOX_OVER_PLAN,
                    "The package's plan allows at most " + most + " MB per mailbox.",
                    "Το πρόγραμμα του πακέτου επιτρέπει έως " + most + " MB ανά γραμματοκιβώτιο.");
        }
        if (asked.quotaMb() <= mailbox.quotaMb()) {
            return refused(
                    QUOTA_NOT_RAISED,
                    "The mailbox already has this much. Enter a larger quota.",
                    "Το γραμματοκιβώτιο έχει ήδη τόσο χώρο. Δώστε μεγαλύτερο όριο.");
        }
        return accepted(
                hosting,
                new RaiseMailboxQuota(mailbox.address(), asked.quotaMb()),
                new FixState.Quota(mailbox.quotaMb()));
    }

    private static Verdict<FixPlan> accepted(HostingPackage hosting, Fix fix, FixState before) {
        return Verdict.accepted(new FixPlan(hosting.mainDomain(), fix, before));
    }

    private static Verdict<FixPlan> refused(String rule, String detail, String greek) {
        return Verdict.refused(rule, detail, greek);
    }

    public static Refusal mailboxNotFound() {
        return new Refusal(
                MAILBOX_NOT_FOUND, "The package has no such mailbox.", "Το πακέτο δεν έχει αυτό το γραμματοκιβώτιο.");
    }
}
