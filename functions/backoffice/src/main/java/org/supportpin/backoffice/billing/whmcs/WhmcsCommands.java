package org.supportpin.backoffice.billing.whmcs;

import java.util.Optional;
import org.supportpin.backoffice.billing.whmcs.WhmcsCaller.Result;
import org.supportpin.backoffice.http.Reply.Answered;
import org.supportpin.backoffice.http.VendorMessage;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.billing.BillingRules;
import org.supportpin.domain.billing.PlacedOrder;
import org.supportpin.domain.billing.Product;
import org.supportpin.domain.billing.Renewal;
import org.supportpin.domain.billing.ServiceOrder;
import org.supportpin.domain.billing.Upgrade;

/**
 * The commands that create an invoice. Each looks for what the action has created before, checks the plan against the present facts,
 * makes one call that changes something, and reads the result back.
 */
record WhmcsCommands(
        WhmcsSettings settings, WhmcsCaller caller, WhmcsFacts facts, WhmcsPrices prices, WhmcsOrders orders) {

    CallOutcome<PlacedOrder> place(ActionId id, ServiceOrder order) {
        return CallOutcome.ofCallOnFacts(() -> {
            var client = Numbers.of(order.customer().value()).flatMap(facts::client);
            if (client.isEmpty()) {
                return refused("There is no such client, or the client pays in another currency.");
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
                    ? made(Call.addOrder(
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
        return CallOutcome.ofCallOnFacts(() -> {
            var before = Numbers.of(upgrade.customer().value()).flatMap(client -> facts.markedOrder(client, id));
            if (before.isPresent()) {
                return again(before.get());
            }
            var upgraded = Mark.Upgraded.of(upgrade);
            var same = Numbers.of(upgrade.service().value())
                    .flatMap(facts::service)
                    .filter(owned -> owned.isOf(upgrade)
                            && Long.toString(owned.service().product())
                                    .equals(upgrade.from().value())
                            && owned.nextDue().equals(upgrade.until())
                            && owned.cycle() == upgrade.cycle());
            if (upgraded.isEmpty() || same.isEmpty()) {
                return CallOutcome.refused(BillingRules.priceChanged());
            }
            return prices.upgrade(upgrade)
                    .then(price -> price.equals(upgrade.price())
                            ? made(Call.upgrade(upgraded.get(), id))
                            : CallOutcome.refused(BillingRules.priceChanged()));
        });
    }

    CallOutcome<PlacedOrder> renew(ActionId id, Renewal renewal) {
        return CallOutcome.ofCallOnFacts(() -> {
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

    /** Places an order. WHMCS must then show its invoice, with the configured payment method. */
    private CallOutcome<PlacedOrder> made(Call call) {
        return caller.change(call, Answers.MADE)
                .then(made -> CallOutcome.ofReadingBack(() -> orders.made(made.order(), made.invoice())));
    }

    /** What the action created before. */
    private CallOutcome<PlacedOrder> again(Answers.Order order) {
        return CallOutcome.ofReadingBack(() -> orders.made(order.id(), order.invoice()));
    }

    /** Creates an invoice, then sets its payment method and mark. */
    private CallOutcome<PlacedOrder> invoiced(ActionId id, Answers.Service service) {
        return caller.change(Call.generateInvoice(service.id()), Answers.GENERATED)
                .then(count -> count == 0
                        ? refused(
                                "WHMCS created no invoice: nothing is due for this service, or it has already been invoiced.")
                        : CallOutcome.ofReadingBack(() -> facts.openInvoice(service)
                                .map(invoice -> marked(id, invoice))
                                .orElseGet(CallOutcome::unknown)));
    }

    private CallOutcome<PlacedOrder> marked(ActionId id, Answers.Invoice invoice) {
        var notes = invoice.notes().isEmpty() ? Mark.of(id) : invoice.notes() + "\n" + Mark.of(id);
        return caller.call(Call.updateInvoice(invoice.id(), notes)) instanceof Answered<Result>(Result.Success _)
                ? facts.invoice(invoice.id()).map(orders::renewed).orElseGet(CallOutcome::unknown)
                : CallOutcome.unknown();
    }

    private static CallOutcome<PlacedOrder> refused(String detail) {
        return CallOutcome.refused(new Refusal(VendorMessage.RULE, detail));
    }
}
