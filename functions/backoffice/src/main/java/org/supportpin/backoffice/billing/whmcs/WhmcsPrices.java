package org.supportpin.backoffice.billing.whmcs;

import java.util.Optional;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.billing.BillingRules;
import org.supportpin.domain.billing.Renewal;
import org.supportpin.domain.billing.Upgrade;
import org.supportpin.domain.money.Money;

/** WHMCS's own prices. */
record WhmcsPrices(WhmcsSettings settings, WhmcsCaller caller, WhmcsFacts facts) {

    /** A renewal's invoice is for the service's own billing cycle, at its recurring amount. */
    Verdict<Renewal> quote(Renewal calculated) {
        if (calculated.cycle() != calculated.before()) {
            return Verdict.refused(
                    BillingRules.CYCLE_NOT_OFFERED,
                    "This service can only be renewed for its own billing cycle: " + calculated.before() + ".",
                    "Η υπηρεσία ανανεώνεται μόνο για τη δική της περίοδο χρέωσης: " + calculated.before() + ".");
        }
        var owned = Numbers.of(calculated.service().value()).flatMap(facts::service);
        var refusal = owned.flatMap(this::notRenewable);
        if (refusal.isPresent()) {
            return Verdict.refused(refusal.get());
        }
        return owned.flatMap(this::renewal)
                .map(price -> Verdict.accepted(calculated.at(price)))
                .orElseGet(() -> Verdict.refused(BillingRules.priceChanged()));
    }

    /** WHMCS invoices no suspended service, although it may be paid for. */
    Optional<Refusal> notRenewable(WhmcsFacts.Owned owned) {
        return owned.service().status().equals("Suspended")
                ? Optional.of(
                        new Refusal(
                                BillingRules.SERVICE_NOT_RENEWABLE,
                                "The service is suspended, and WHMCS invoices none that is. Unsuspend it in WHMCS, then repeat the request.",
                                "Η υπηρεσία είναι σε αναστολή, και το WHMCS δεν την τιμολογεί. Άρετε την αναστολή στο WHMCS και επαναλάβετε το αίτημα."))
                : Optional.empty();
    }

    /** The price is that of {@code calconly}. */
    Verdict<Upgrade> quote(Upgrade calculated) {
        return switch (upgrade(calculated)) {
            case CallOutcome.Done<Money>(var price) -> Verdict.accepted(calculated.at(price));
            case CallOutcome.Refused<Money>(var refusal) -> Verdict.refused(refusal);
            default -> throw new BackOfficeUnavailable("UpgradeProduct");
        };
    }

    /** The price of a renewal; empty if the service is free. */
    Optional<Money> renewal(WhmcsFacts.Owned owned) {
        return settings.price(owned.service().recurring());
    }

    /**
     * The price of an upgrade now. Changes nothing.
     *
     * @return refused with {@code upgrade-in-progress} if one is awaiting payment, and with {@code not-an-upgrade} if nothing is due
     */
    CallOutcome<Money> upgrade(Upgrade upgrade) {
        var upgraded = Mark.Upgraded.of(upgrade);
        if (upgraded.isEmpty()) {
            return CallOutcome.refused(BillingRules.priceChanged());
        }
        CallOutcome<Money> price = caller.change(Call.calculate(upgraded.get()), Answers.CALCULATED)
                .then(this::price);
        return price instanceof CallOutcome.Unknown<Money> ? CallOutcome.notDone() : price;
    }

    private CallOutcome<Money> price(Answers.Calculated calculated) {
        return calculated.isInProgress()
                ? CallOutcome.refused(BillingRules.upgradeInProgress())
                : settings.price(calculated.price())
                        .map(CallOutcome::done)
                        .orElseGet(() -> CallOutcome.refused(BillingRules.notAnUpgrade(
                                "Nothing is due for this change: WHMCS would issue a credit.",
                                "Δεν οφείλεται κάτι για αυτή την αλλαγή: το WHMCS θα εξέδιδε πιστωτικό.")));
    }
}
