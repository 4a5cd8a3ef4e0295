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
                return refused(
                        "There is no such client, or the client pays in another currency.",
                        "Δεν υπάρχει τέτοιος πελάτης, ή πληρώνει σε άλλο νόμισμα.");
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
            var service = owned.get().service();
            var before = Mark.invoice(service.notes(), id);
            if (before.isPresent()) {
                return CallOutcome.ofReadingBack(() -> orders.renewed(before.get()));
            }
            if (facts.openInvoice(service).isPresent()) {
                return CallOutcome.refused(BillingRules.renewalAlreadyInvoiced());
            }
            var refusal = prices.notRenewable(owned.get());
            if (refusal.isPresent()) {
                return CallOutcome.refused(refusal.get());
            }
            return owned.get().nextDue().equals(renewal.paidUntil())
                            && owned.get().cycle() == renewal.cycle()
                            && prices.renewal(owned.get()).equals(Optional.of(renewal.price()))
                    ? invoiced(id, service)
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

    /** Creates an invoice, marks the service, sets the invoice's payment method, and only then has it mailed. */
    private CallOutcome<PlacedOrder> invoiced(ActionId id, Answers.Service service) {
        return caller.change(Call.generateInvoice(service.client(), service.id()), Answers.GENERATED)
                .then(generated -> generated.count() == 0
                        ? refused(
                                "WHMCS created no invoice: nothing is due for this service, or it has already been invoiced.",
                                "Το WHMCS δεν εξέδωσε τιμολόγιο: δεν οφείλεται κάτι για την υπηρεσία, ή έχει ήδη τιμολογηθεί.")
                        : CallOutcome.ofReadingBack(() -> invoice(generated, service)
                                .map(invoice -> marked(id, service, invoice))
                                .orElseGet(CallOutcome::unknown)));
    }

    /** The one that WHMCS names, which the client's credit may have paid; or else one that is open. */
    private Optional<Answers.Invoice> invoice(Answers.Generated generated, Answers.Service service) {
        return Optional.ofNullable(generated.latest())
                .flatMap(facts::invoice)
                .filter(each -> each.client() == service.client() && each.isFor(service.id()))
                .or(() -> facts.openInvoice(service));
    }

    private CallOutcome<PlacedOrder> marked(ActionId id, Answers.Service service, Answers.Invoice invoice) {
        var mark = Mark.of(id, invoice.id());
        var notes = service.notes().isEmpty() ? mark : service.notes() + "\n" + mark;
        if (!isDone(Call.setNotes(service.id(), notes)) || !isDone(Call.setPaymentMethod(invoice.id()))) {
            return CallOutcome.unknown();
        }
        var renewed = orders.renewed(invoice.id());
        if (renewed instanceof CallOutcome.Done<PlacedOrder>) {
            // The renewal stands whether or not its mail goes out.
            var _ = caller.call(Call.mailInvoice(invoice.id()));
        }
        return renewed;
    }

    private boolean isDone(Call call) {
        return caller.call(call) instanceof Answered<Result>(Result.Success _);
    }

    private static CallOutcome<PlacedOrder> refused(String detail, String greek) {
        return CallOutcome.refused(new Refusal(VendorMessage.RULE, detail, greek));
    }
}
