package org.supportpin.domain.billing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.supportpin.domain.action.Warning;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.identity.LocalizedText;

/** What a caller should hear before an order, a renewal or an upgrade. Pure. */
final class BillingWarnings {

    /** A renewal this many days before the paid time ends is urgent: a bank transfer takes up to two of them. */
    static final int DAYS_LEFT = 7;

    private BillingWarnings() {}

    /** A new service is set up once it is paid. */
    static List<Warning> of(ServiceOrder order) {
        return List.of(onPayment(order));
    }

    /**
     * A renewal counts from the day until which the service is paid, even if that has passed.
     *
     * @param today at the hosting company
     */
    static List<Warning> of(Renewal renewal, LocalDate today) {
        var warnings = new ArrayList<>(List.of(onPayment(renewal)));
        var paidUntil = renewal.paidUntil();
        if (paidUntil.isBefore(today)) {
            warnings.add(warning(
                    "service-expired",
                    language -> language.say(
                                    "Η υπηρεσία έληξε στις %s και η νέα περίοδος μετρά από τότε.",
                                    "The service expired on %s. The new period counts from that day.")
                            .formatted(Days.of(paidUntil, language))));
        } else if (!paidUntil.isAfter(today.plusDays(DAYS_LEFT))) {
            warnings.add(warning(
                    "service-expires-soon",
                    language -> language.say(
                                    "Η υπηρεσία λήγει στις %s. Για να μη διακοπεί, πρέπει να εξοφληθεί έως τότε.",
                                    "The service expires on %s. It must be paid by then to stay online.")
                            .formatted(Days.of(paidUntil, language))));
        }
        if (!renewal.until().isAfter(today)) {
            warnings.add(warning(
                    "still-expired-after-renewal",
                    language -> language.say(
                                    "Και με αυτή την ανανέωση η υπηρεσία μένει ληγμένη: καλύπτεται μόνο έως τις %s.",
                                    "Even with this renewal the service stays expired: it will be paid only until %s.")
                            .formatted(Days.of(renewal.until(), language))));
        }
        if (renewal.cycle() != renewal.before()) {
            warnings.add(warning(
                    "billing-cycle-changes",
                    language -> language.say(
                                    "Αλλάζει η περίοδος χρέωσης: από %s σε %s.",
                                    "The billing cycle changes from %s to %s.")
                            .formatted(
                                    renewal.before().duration(language),
                                    renewal.cycle().duration(language))));
        }
        return List.copyOf(warnings);
    }

    /** The price of an upgrade is for the days that are left. */
    static List<Warning> of(Upgrade upgrade) {
        return List.of(
                onPayment(upgrade),
                warning(
                        "price-until-renewal",
                        language -> language.say(
                                        "Το ποσό καλύπτει το διάστημα έως τις %s. Η επόμενη ανανέωση χρεώνεται με την τιμή του νέου προϊόντος.",
                                        "The amount covers the time until %s. The next renewal is at the new product's price.")
                                .formatted(Days.of(upgrade.until(), language))));
    }

    private static Warning onPayment(BillingPlan plan) {
        return plan.price().value().signum() == 0
                ? warning(
                        "nothing-to-pay",
                        language -> language.say("Δεν υπάρχει ποσό προς πληρωμή.", "There is nothing to pay."))
                : warning(
                        "effective-on-payment",
                        language -> language.say(
                                "Ισχύει μόνο όταν εξοφληθεί το τιμολόγιο με τραπεζική κατάθεση.",
                                "It takes effect only once the invoice is paid by bank transfer."));
    }

    private static Warning warning(String code, Function<Language, String> text) {
        return new Warning(code, LocalizedText.each(text));
    }
}
