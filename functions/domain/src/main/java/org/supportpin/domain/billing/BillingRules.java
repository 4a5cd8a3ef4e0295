package org.supportpin.domain.billing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.money.Money;
import org.supportpin.domain.name.DomainName;

/**
 * The rules of {@code order-service}, {@code renew-service} and {@code upgrade-service}. Pure: facts in, a plan with its price or
 * a refusal out. The price is always the product's own; a request cannot contain one.
 */
public final class BillingRules {

    public static final String PRODUCT_NOT_ON_SALE = "product-not-on-sale";
    public static final String DOMAIN_PRODUCTS_EXCLUDED = "domain-products-excluded";
    public static final String CYCLE_NOT_OFFERED = "cycle-not-offered";
    public static final String SERVICE_NOT_FOUND = "service-not-found";
    public static final String SERVICE_NOT_RENEWABLE = "service-not-renewable";
    public static final String RENEWAL_ALREADY_INVOICED = "renewal-already-invoiced";
    public static final String NOT_AN_UPGRADE = "not-an-upgrade";
    public static final String UPGRADE_IN_PROGRESS = "upgrade-in-progress";
    public static final String PRICE_CHANGED = "price-changed";

    private BillingRules() {}

    /** For a plan that no longer matches its quote. */
    public static Refusal priceChanged() {
        return new Refusal(
                PRICE_CHANGED,
                "The price, or what it was quoted for, has changed since the action was checked. Repeat the request for a new quote.",
                "Η τιμή, ή όσα αφορά, άλλαξαν μετά τον έλεγχο της ενέργειας. Επαναλάβετε το αίτημα για νέα τιμή.");
    }

    /** For a renewal whose invoice is unpaid. */
    public static Refusal renewalAlreadyInvoiced() {
        return new Refusal(
                RENEWAL_ALREADY_INVOICED,
                "The renewal is already invoiced. Payment is outstanding.",
                "Η ανανέωση έχει ήδη τιμολογηθεί. Εκκρεμεί η πληρωμή της.");
    }

    /** For a service whose upgrade is ordered but unpaid. */
    public static Refusal upgradeInProgress() {
        return new Refusal(
                UPGRADE_IN_PROGRESS,
                "An upgrade of the service is already ordered. Payment is outstanding.",
                "Έχει ήδη παραγγελθεί αναβάθμιση της υπηρεσίας. Εκκρεμεί η πληρωμή της.");
    }

    /** For a product to which the service cannot be upgraded. */
    public static Refusal notAnUpgrade(String detail, String greek) {
        return new Refusal(NOT_AN_UPGRADE, detail, greek);
    }

    /**
     * Decides on an order of a new service.
     *
     * @param found null if there is none with this ID
     */
    public static Verdict<ServiceOrder> order(
            CustomerId customer, @Nullable Product found, BillingCycle cycle, @Nullable DomainName hostname) {
        if (found == null) {
            return notOnSale();
        }
        if (found.kind() == Product.Kind.DOMAIN) {
            return Verdict.refused(
                    DOMAIN_PRODUCTS_EXCLUDED,
                    "Domains cannot be ordered by phone. The customer can register them in the panel.",
                    "Τα ονόματα χώρου δεν παραγγέλνονται τηλεφωνικά. Ο πελάτης τα κατοχυρώνει από τον πίνακα ελέγχου.");
        }
        if (!found.onSale()) {
            return notOnSale();
        }
        return found.price(cycle)
                .map(price -> Verdict.accepted(new ServiceOrder(customer, found.id(), cycle, hostname, price)))
                .orElseGet(() -> cycleNotOffered(found));
    }

    /**
     * Decides on a renewal.
     *
     * @param found null if there is none with this ID; another customer's counts as none
     * @param product the service's product, on sale or not; null if billing no longer knows it
     * @param asked null to keep the service's cycle
     */
    public static Verdict<Renewal> renew(
            CustomerId customer, @Nullable Service found, @Nullable Product product, @Nullable BillingCycle asked) {
        if (found == null || !found.customer().equals(customer)) {
            return serviceNotFound();
        }
        if (!isRenewable(found.status()) || product == null) {
            return Verdict.refused(
                    SERVICE_NOT_RENEWABLE,
                    "Only an active or suspended service can be renewed.",
                    "Ανανεώνεται μόνο υπηρεσία που είναι ενεργή ή σε αναστολή.");
        }
        if (found.renewalInvoice().isPresent()) {
            return Verdict.refused(renewalAlreadyInvoiced());
        }
        var cycle = Objects.requireNonNullElse(asked, found.cycle());
        return product.price(cycle)
                .map(price -> Verdict.accepted(new Renewal(
                        customer,
                        found.id(),
                        found.name(),
                        found.product(),
                        found.cycle(),
                        cycle,
                        found.nextDue(),
                        found.nextDue().plusMonths(cycle.months()),
                        price)))
                .orElseGet(() -> cycleNotOffered(product));
    }

    /**
     * Decides on an upgrade.
     *
     * @param found null if there is none with this ID; another customer's counts as none
     * @param from the service's current product; null if billing no longer knows it
     * @param to the requested product; null if there is none with this ID
     * @param on the day from which the price is calculated
     */
    public static Verdict<Upgrade> upgrade(
            CustomerId customer, @Nullable Service found, @Nullable Product from, @Nullable Product to, LocalDate on) {
        if (found == null || !found.customer().equals(customer)) {
            return serviceNotFound();
        }
        if (found.status() != Service.Status.ACTIVE || !on.isBefore(found.nextDue())) {
            return noUpgrade(
                    "Only an active service that is paid beyond today can be upgraded. Renew it first.",
                    "Αναβαθμίζεται μόνο ενεργή υπηρεσία, πληρωμένη και μετά τη σημερινή ημέρα. Ανανεώστε την πρώτα.");
        }
        if (found.upgradeOrder().isPresent()) {
            return Verdict.refused(upgradeInProgress());
        }
        if (from == null || to == null || !isUpgrade(from, to)) {
            return noUpgrade(
                    "The service cannot be upgraded to this product.",
                    "Η υπηρεσία δεν αναβαθμίζεται σε αυτό το προϊόν.");
        }
        var before = from.price(found.cycle());
        var after = to.price(found.cycle());
        if (before.isEmpty() || after.isEmpty() || !isDearer(before.get(), after.get())) {
            return noUpgrade(
                    "The product is not offered as an upgrade for the service's billing cycle.",
                    "Το προϊόν δεν προσφέρεται ως αναβάθμιση με την περίοδο χρέωσης της υπηρεσίας.");
        }
        return Verdict.accepted(new Upgrade(
                customer,
                found.id(),
                found.name(),
                from.id(),
                to.id(),
                found.cycle(),
                on,
                found.nextDue(),
                proRata(before.get(), after.get(), found.cycle(), on, found.nextDue())));
    }

    /**
     * The price difference of two products for the days already paid: the difference for a whole cycle times the share of the
     * cycle's days that remain, rounded half up to cents, and at least one cent. The cycle is the one that ends at {@code until};
     * if more than one cycle is paid, all remaining days count.
     */
    static Money proRata(Money before, Money after, BillingCycle cycle, LocalDate on, LocalDate until) {
        var whole = after.value().subtract(before.value());
        var days = BigDecimal.valueOf(ChronoUnit.DAYS.between(until.minusMonths(cycle.months()), until));
        var left = BigDecimal.valueOf(ChronoUnit.DAYS.between(on, until));
        var share = whole.multiply(left).divide(days, 2, RoundingMode.HALF_UP);
        return new Money(share.max(new BigDecimal("0.01")), after.currency());
    }

    private static boolean isRenewable(Service.Status status) {
        return switch (status) {
            case ACTIVE, SUSPENDED -> true;
            case PENDING, CANCELLED, TERMINATED -> false;
        };
    }

    private static boolean isUpgrade(Product from, Product to) {
        return from.upgrades().contains(to.id()) && to.onSale() && to.kind() == Product.Kind.SERVICE;
    }

    private static boolean isDearer(Money before, Money after) {
        return before.currency().equals(after.currency()) && after.value().compareTo(before.value()) > 0;
    }

    private static <P> Verdict<P> notOnSale() {
        return Verdict.refused(PRODUCT_NOT_ON_SALE, "No such product is on sale.", "Δεν διατίθεται τέτοιο προϊόν.");
    }

    private static <P> Verdict<P> serviceNotFound() {
        return Verdict.refused(
                SERVICE_NOT_FOUND, "The customer has no such service.", "Ο πελάτης δεν έχει αυτή την υπηρεσία.");
    }

    private static <P> Verdict<P> noUpgrade(String detail, String greek) {
        return Verdict.refused(notAnUpgrade(detail, greek));
    }

    private static <P> Verdict<P> cycleNotOffered(Product product) {
        var offered = product.prices().keySet().stream()
                .sorted()
                .map(BillingCycle::text)
                .toList();
        return Verdict.refused(
                CYCLE_NOT_OFFERED,
                "The product is offered with these billing cycles: " + String.join(", ", offered) + ".",
                "Το προϊόν προσφέρεται με αυτές τις περιόδους χρέωσης: " + String.join(", ", offered) + ".");
    }
}
