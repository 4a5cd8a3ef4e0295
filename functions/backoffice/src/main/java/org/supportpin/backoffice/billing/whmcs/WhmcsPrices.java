package org.supportpin.backoffice.billing.whmcs;

import java.util.Optional;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.billing.BillingRules;
import org.supportpin.domain.money.Money;
import org.supportpin.domain.billing.Renewal;
import org.supportpin.domain.billing.Upgrade;

/** What WHMCS itself would ask for. */
final class WhmcsPrices {

    private final WhmcsSettings settings;
    private final WhmcsCaller caller;
    private final WhmcsFacts facts;

    WhmcsPrices(WhmcsSettings settings, WhmcsCaller caller, WhmcsFacts facts) {
        this.settings = settings;
        this.caller = caller;
        this.facts = facts;
    }

    /** The invoice is for the service's own cycle, at the amount that the service recurs for. */
    Verdict<Renewal> quote(Renewal calculated) {
        if (calculated.cycle() != calculated.before()) {
            return Verdict.refused(
                    BillingRules.CYCLE_NOT_OFFERED,
                    "The service is renewed for its own cycle only: " + calculated.before() + ".");
        }
        return Numbers.of(calculated.service().value())
                .flatMap(facts::service)
                .flatMap(this::renewal)
                .map(price -> Verdict.accepted(calculated.at(price)))
                .orElseGet(() -> Verdict.refused(BillingRules.priceChanged()));
    }

    /** As {@code calconly} says. */
    Verdict<Upgrade> quote(Upgrade calculated) {
        return switch (upgrade(calculated)) {
            case CallOutcome.Done<Money>(var price) -> Verdict.accepted(calculated.at(price));
            case CallOutcome.Refused<Money>(var refusal) -> Verdict.refused(refusal);
            case CallOutcome.NotDone<Money> _, CallOutcome.Unfinished<Money> _, CallOutcome.Unknown<Money> _ ->
                throw new BackOfficeUnavailable("UpgradeProduct");
        };
    }

    /** What a renewal costs; empty where the service is free. */
    Optional<Money> renewal(WhmcsFacts.Owned owned) {
        return settings.price(owned.service().recurring());
    }

    /**
     * What an upgrade costs now. Changes nothing.
     *
     * @return refused with {@code upgrade-in-progress} where one waits for payment, and with {@code not-an-upgrade} where nothing is
     *     to be paid
     */
    CallOutcome<Money> upgrade(Upgrade upgrade) {
        var call = Call.calculation(upgrade);
        if (call.isEmpty()) {
            return CallOutcome.refused(BillingRules.priceChanged());
        }
        return switch (caller.change(call.get(), Answers.CALCULATED)) {
            case CallOutcome.Done<Answers.Calculated>(var calculated) ->
                calculated.isInProgress()
                        ? CallOutcome.refused(BillingRules.upgradeInProgress())
                        : settings.price(calculated.price())
                                .map(CallOutcome::done)
                                .orElseGet(() -> CallOutcome.refused(BillingRules.notAnUpgrade(
                                        "There is nothing to be paid for this change; WHMCS would give money back.")));
            case CallOutcome.Refused<Answers.Calculated>(var refusal) -> CallOutcome.refused(refusal);
            case CallOutcome.NotDone<Answers.Calculated> _,
                    CallOutcome.Unfinished<Answers.Calculated> _,
                    CallOutcome.Unknown<Answers.Calculated> _ -> CallOutcome.notDone();
        };
    }
}
