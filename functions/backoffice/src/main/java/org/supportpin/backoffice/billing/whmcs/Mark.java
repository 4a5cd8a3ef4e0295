package org.supportpin.backoffice.billing.whmcs;

import java.util.Optional;
import java.util.regex.Pattern;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.billing.BillingCycle;
import org.supportpin.domain.billing.Upgrade;
import org.supportpin.domain.check.WireName;

/** Marks an order, or a renewed service, in its notes with the action: {@code support-pin:} and the id. */
final class Mark {

    private static final String START = "support-pin:";
    private static final Pattern UPGRADE =
            Pattern.compile("support-pin:[A-Za-z0-9_-]{24} upgrade ([0-9]{1,18}) ([0-9]{1,18}) ([a-z]{1,20})");

    private Mark() {}

    /** A service's upgrade, which {@code GetOrders} does not describe. */
    record Upgraded(long service, long product, BillingCycle cycle) {

        /** Empty if one of the ids cannot be WHMCS's. */
        static Optional<Upgraded> of(Upgrade upgrade) {
            return Numbers.of(upgrade.service().value())
                    .flatMap(service -> Numbers.of(upgrade.to().value())
                            .map(product -> new Upgraded(service, product, upgrade.cycle())));
        }
    }

    static String of(ActionId id) {
        return START + id;
    }

    static String of(ActionId id, Upgraded upgrade) {
        return of(id) + " upgrade " + upgrade.service() + " " + upgrade.product() + " " + upgrade.cycle();
    }

    static String of(ActionId id, long invoice) {
        return of(id) + " invoice " + invoice;
    }

    /** The invoice of an action's renewal. */
    static Optional<Long> invoice(String notes, ActionId id) {
        var match = Pattern.compile(Pattern.quote(of(id)) + " invoice ([1-9][0-9]{0,17})(?![0-9])")
                .matcher(notes);
        return match.find() ? Optional.of(Long.valueOf(match.group(1))) : Optional.empty();
    }

    /** Whether notes contain the mark of an action, among anything else. */
    static boolean isIn(String notes, ActionId id) {
        return Pattern.compile(Pattern.quote(of(id)) + "(?![A-Za-z0-9_-])")
                .matcher(notes)
                .find();
    }

    /** Whether notes contain the mark of any action. */
    static boolean isIn(String notes) {
        return notes.contains(START);
    }

    static Optional<Upgraded> upgrade(String notes) {
        var match = UPGRADE.matcher(notes);
        return match.find()
                ? WireName.find(BillingCycle.values(), match.group(3))
                        .map(cycle ->
                                new Upgraded(Long.parseLong(match.group(1)), Long.parseLong(match.group(2)), cycle))
                : Optional.empty();
    }
}
