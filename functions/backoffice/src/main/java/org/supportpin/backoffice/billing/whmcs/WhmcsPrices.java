package org.supportpin.backoffice.billing.whmcs;

import java.util.Optional;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.Effect;
import org.supportpin.domain.billing.BillingDecision;
import org.supportpin.domain.billing.BillingRules;
import org.supportpin.domain.billing.Money;
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
    BillingDecision<Renewal> quote(Renewal calculated) {
        if (calculated.cycle() != calculated.before()) {
            return BillingDecision.refused(
                    BillingRules.CYCLE_NOT_OFFERED,
                    "The service is renewed for its own cycle only: " + calculated.before() + ".");
        }
        return Numbers.of(calculated.service().value())
                .flatMap(facts::service)
                .flatMap(this::renewal)
                .map(price -> BillingDecision.accepted(calculated.at(price)))
                .orElseGet(() -> new BillingDecision.Refused<>(BillingRules.priceChanged()));
    }

    /** As {@code calconly} says. */
    BillingDecision<Upgrade> quote(Upgrade calculated) {
        return switch (upgrade(calculated)) {
            case Effect.Done<Money>(var price) -> BillingDecision.accepted(calculated.at(price));
            case Effect.Refused<Money>(var refusal) -> new BillingDecision.Refused<>(refusal);
            case Effect.NotDone<Money> _, Effect.Unfinished<Money> _, Effect.Unknown<Money> _ ->
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
    Effect<Money> upgrade(Upgrade upgrade) {
        var call = Call.calculation(upgrade);
        if (call.isEmpty()) {
            return Effect.refused(BillingRules.priceChanged());
        }
        return switch (caller.change(call.get(), Answers.CALCULATED)) {
            case Effect.Done<Answers.Calculated>(var calculated) ->
                calculated.isInProgress()
                        ? Effect.refused(BillingRules.upgradeInProgress())
                        : settings.price(calculated.price())
                                .map(Effect::done)
                                .orElseGet(() -> Effect.refused(BillingRules.notAnUpgrade(
                                        "There is nothing to be paid for this change; WHMCS would give money back.")));
            case Effect.Refused<Answers.Calculated>(var refusal) -> Effect.refused(refusal);
            case Effect.NotDone<Answers.Calculated> _,
                    Effect.Unfinished<Answers.Calculated> _,
                    Effect.Unknown<Answers.Calculated> _ -> Effect.notDone();
        };
    }
}
