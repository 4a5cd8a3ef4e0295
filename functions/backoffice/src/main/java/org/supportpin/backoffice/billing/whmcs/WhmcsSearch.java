package org.supportpin.backoffice.billing.whmcs;

import java.util.Optional;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.billing.BillingPlan;
import org.supportpin.domain.billing.BillingRules;
import org.supportpin.domain.billing.PlacedOrder;
import org.supportpin.domain.billing.Renewal;
import org.supportpin.domain.billing.ServiceOrder;
import org.supportpin.domain.billing.Upgrade;
import org.supportpin.domain.money.Money;

/**
 * Finds out what became of an action: by its mark or, without one, by whether there is anything that the action could have created. It is
 * not done only if there is certainly nothing; in doubt, a person decides.
 */
record WhmcsSearch(WhmcsFacts facts, WhmcsPrices prices, WhmcsOrders orders) {

    CallOutcome<PlacedOrder> find(ActionId id, BillingPlan plan) {
        var client = Numbers.of(plan.customer().value());
        if (client.isEmpty()) {
            return CallOutcome.notDone();
        }
        return switch (plan) {
            case ServiceOrder order -> marked(client.get(), id).orElseGet(() -> unmarked(client.get(), order));
            case Upgrade upgrade -> marked(client.get(), id).orElseGet(() -> unmarked(upgrade));
            case Renewal renewal -> renewal(id, renewal);
        };
    }

    private Optional<CallOutcome<PlacedOrder>> marked(long client, ActionId id) {
        return facts.markedOrder(client, id).map(order -> orders.made(order.id(), order.invoice()));
    }

    /** A version of WHMCS that drops the mark leaves a pending order without one. */
    private CallOutcome<PlacedOrder> unmarked(long client, ServiceOrder order) {
        var isAlike = facts.orders(client).stream()
                .filter(each -> each.status().equals("Pending") && !Mark.isIn(each.notes()))
                .map(Answers.Order::lines)
                .anyMatch(lines -> lines == null || lines.stream().anyMatch(line -> line.cycle() == order.cycle()));
        return isAlike ? CallOutcome.unknown() : CallOutcome.notDone();
    }

    /** An unpaid upgrade is in progress; a paid one has changed the product. */
    private CallOutcome<PlacedOrder> unmarked(Upgrade upgrade) {
        var isAsBefore = Numbers.of(upgrade.service().value())
                .flatMap(facts::service)
                .filter(owned -> owned.isOf(upgrade)
                        && Long.toString(owned.service().product())
                                .equals(upgrade.from().value()))
                .isPresent();
        return switch (prices.upgrade(upgrade)) {
            case CallOutcome.Done<Money> _ -> isAsBefore ? CallOutcome.notDone() : CallOutcome.unknown();
            case CallOutcome.Refused<Money>(var refusal)
            when !refusal.equals(BillingRules.upgradeInProgress()) ->
                isAsBefore ? CallOutcome.notDone() : CallOutcome.unknown();
            case CallOutcome.Refused<Money> _ -> CallOutcome.unknown();
            default -> throw new BackOfficeUnavailable("UpgradeProduct");
        };
    }

    /** There was no invoice when the action was checked, so an open one is its own if the payment method is right. */
    private CallOutcome<PlacedOrder> renewal(ActionId id, Renewal renewal) {
        var owned =
                Numbers.of(renewal.service().value()).flatMap(facts::service).filter(each -> each.isOf(renewal));
        if (owned.isEmpty()) {
            return CallOutcome.unknown();
        }
        var marked = Mark.invoice(owned.get().service().notes(), id);
        if (marked.isPresent()) {
            return orders.renewed(marked.get());
        }
        return facts.openInvoice(owned.get().service())
                .map(orders::renewed)
                .orElseGet(() -> owned.get().nextDue().equals(renewal.paidUntil())
                        ? CallOutcome.notDone()
                        : CallOutcome.unknown());
    }
}
