package org.supportpin.backoffice.billing.whmcs;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.supportpin.backoffice.billing.whmcs.WhmcsCaller.Said;
import org.supportpin.backoffice.http.VendorMessage;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.billing.BillingRules;
import org.supportpin.domain.billing.PlacedOrder;
import org.supportpin.domain.billing.Product;
import org.supportpin.domain.billing.Renewal;
import org.supportpin.domain.billing.ServiceOrder;
import org.supportpin.domain.billing.Upgrade;

/**
 * What makes an invoice. Each looks for what the action has made before, checks what the plan says, and then makes one call that
 * counts; what comes of it is read back.
 */
final class WhmcsCommands {

    private final WhmcsSettings settings;
    private final WhmcsCaller caller;
    private final WhmcsFacts facts;
    private final WhmcsPrices prices;
    private final WhmcsOrders orders;

    WhmcsCommands(
            WhmcsSettings settings, WhmcsCaller caller, WhmcsFacts facts, WhmcsPrices prices, WhmcsOrders orders) {
        this.settings = settings;
        this.caller = caller;
        this.facts = facts;
        this.prices = prices;
        this.orders = orders;
    }

    CallOutcome<PlacedOrder> place(ActionId id, ServiceOrder order) {
        return checked(() -> {
            var client = Numbers.of(order.customer().value()).flatMap(facts::client);
            if (client.isEmpty()) {
                return refused("There is no such client, or none who pays in the currency that is served.");
            }
            var before = facts.markedOrder(client.get().id(), id);
            if (before.isPresent()) {
                return again(before.get());
            }
            var product = Numbers.of(order.product().value()).flatMap(facts::product);
            var price = product.map(found -> found.product(settings))
                    .filter(Product::onSale)
                    .flatMap(found -> found.price(order.cycle()));
            return price.equals(Optional.of(order.price()))
                    ? made(new Call.AddOrder(
                            client.get().id(),
                            product.orElseThrow().id(),
                            order.cycle(),
                            order.hostname(),
                            product.orElseThrow().isServer(),
                            id))
                    : CallOutcome.refused(BillingRules.priceChanged());
        });
    }

    CallOutcome<PlacedOrder> upgrade(ActionId id, Upgrade upgrade) {
        return checked(() -> {
            var before = Numbers.of(upgrade.customer().value()).flatMap(client -> facts.markedOrder(client, id));
            if (before.isPresent()) {
                return again(before.get());
            }
            var call = Call.calculation(upgrade);
            var same = Numbers.of(upgrade.service().value())
                    .flatMap(facts::service)
                    .filter(owned -> owned.isOf(upgrade)
                            && Long.toString(owned.service().product())
                                    .equals(upgrade.from().value())
                            && owned.nextDue().equals(upgrade.until())
                            && owned.cycle() == upgrade.cycle());
            if (call.isEmpty() || same.isEmpty()) {
                return CallOutcome.refused(BillingRules.priceChanged());
            }
            return then(
                    prices.upgrade(upgrade),
                    price -> price.equals(upgrade.price())
                            ? made(new Call.UpgradeProduct(call.get(), id))
                            : CallOutcome.refused(BillingRules.priceChanged()));
        });
    }

    CallOutcome<PlacedOrder> renew(ActionId id, Renewal renewal) {
        return checked(() -> {
            var owned = Numbers.of(renewal.service().value())
                    .flatMap(facts::service)
                    .filter(each -> each.isOf(renewal));
            if (owned.isEmpty()) {
                return CallOutcome.refused(BillingRules.priceChanged());
            }
            var open = facts.openInvoice(owned.get().service());
            if (open.isPresent()) {
                return Mark.isIn(open.get().notes(), id)
                        ? orders.renewed(open.get())
                        : CallOutcome.refused(BillingRules.renewalAlreadyInvoiced());
            }
            return owned.get().nextDue().equals(renewal.paidUntil())
                            && owned.get().cycle() == renewal.cycle()
                            && prices.renewal(owned.get()).equals(Optional.of(renewal.price()))
                    ? invoiced(id, owned.get().service())
                    : CallOutcome.refused(BillingRules.priceChanged());
        });
    }

    /** One call that orders; WHMCS must show the invoice, with the payment method that was asked for. */
    private CallOutcome<PlacedOrder> made(Call call) {
        return then(
                caller.change(call, Answers.MADE), made -> readBack(() -> orders.made(made.order(), made.invoice())));
    }

    /** What the action has made before. */
    private CallOutcome<PlacedOrder> again(Answers.Order order) {
        return readBack(() -> orders.made(order.id(), order.invoice().orElse(null)));
    }

    /** One call that invoices, and one that gives the invoice its payment method and its mark. */
    private CallOutcome<PlacedOrder> invoiced(ActionId id, Answers.Service service) {
        return then(
                caller.change(new Call.GenInvoice(service.id()), Answers.GENERATED),
                count -> count == 0
                        ? refused("WHMCS made no invoice: nothing is due for this service, or it is invoiced already.")
                        : readBack(() -> facts.openInvoice(service)
                                .map(invoice -> marked(id, invoice))
                                .orElseGet(CallOutcome::unknown)));
    }

    private CallOutcome<PlacedOrder> marked(ActionId id, Answers.Invoice invoice) {
        var notes = invoice.notes().isEmpty() ? Mark.of(id) : invoice.notes() + "\n" + Mark.of(id);
        return caller.call(new Call.UpdateInvoice(invoice.id(), notes)) instanceof Said.Yes
                ? facts.invoice(invoice.id()).map(orders::renewed).orElseGet(CallOutcome::unknown)
                : CallOutcome.unknown();
    }

    private static CallOutcome<PlacedOrder> refused(String detail) {
        return CallOutcome.refused(new Refusal(VendorMessage.RULE, detail));
    }

    private static <T> CallOutcome<PlacedOrder> then(CallOutcome<T> first, Function<T, CallOutcome<PlacedOrder>> next) {
        return switch (first) {
            case CallOutcome.Done<T>(var value) -> next.apply(value);
            case CallOutcome.Refused<T>(var refusal) -> CallOutcome.refused(refusal);
            case CallOutcome.NotDone<T> _ -> CallOutcome.notDone();
            case CallOutcome.Unfinished<T> _ -> CallOutcome.unfinished();
            case CallOutcome.Unknown<T> _ -> CallOutcome.unknown();
        };
    }

    /** What cannot be read before the call that counts leaves everything as it was. */
    private static CallOutcome<PlacedOrder> checked(Supplier<CallOutcome<PlacedOrder>> steps) {
        try {
            return steps.get();
        } catch (BackOfficeUnavailable e) {
            return CallOutcome.notDone();
        }
    }

    /** What cannot be read after it is unknown. */
    private static CallOutcome<PlacedOrder> readBack(Supplier<CallOutcome<PlacedOrder>> reading) {
        try {
            return reading.get();
        } catch (BackOfficeUnavailable e) {
            return CallOutcome.unknown();
        }
    }
}
