package org.supportpin.backoffice.billing.whmcs;

import java.util.Optional;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.billing.BillingPlan;
import org.supportpin.domain.billing.BillingRules;
import org.supportpin.domain.money.Money;
import org.supportpin.domain.billing.PlacedOrder;
import org.supportpin.domain.billing.Renewal;
import org.supportpin.domain.billing.ServiceOrder;
import org.supportpin.domain.billing.Upgrade;

/**
 * Finds out what became of an action: by its mark, and where there is none, by whether anything is there that it could have made.
 * Only what certainly is not there is not done; what could be either is for a person.
 */
final class WhmcsSearch {

    private final WhmcsFacts facts;
    private final WhmcsPrices prices;
    private final WhmcsOrders orders;

    WhmcsSearch(WhmcsFacts facts, WhmcsPrices prices, WhmcsOrders orders) {
        this.facts = facts;
        this.prices = prices;
        this.orders = orders;
    }

    CallOutcome<PlacedOrder> find(ActionId id, BillingPlan plan) {
        var client = Numbers.of(plan.customer().value());
        if (client.isEmpty()) {
            return CallOutcome.notDone();
        }
        return switch (plan) {
            case ServiceOrder order -> marked(client.get(), id).orElseGet(() -> unmarked(client.get(), order));
            case Upgrade upgrade -> marked(client.get(), id).orElseGet(() -> unmarked(upgrade));
            case Renewal renewal -> renewal(client.get(), id, renewal);
        };
    }

    private Optional<CallOutcome<PlacedOrder>> marked(long client, ActionId id) {
        return facts.markedOrder(client, id)
                .map(order -> orders.made(order.id(), order.invoice().orElse(null)));
    }

    /** A version of WHMCS that drops the mark leaves an order that waits like this one would, and bears none. */
    private CallOutcome<PlacedOrder> unmarked(long client, ServiceOrder order) {
        var isAlike = facts.orders(client).stream()
                .filter(each -> each.status().equals("Pending") && !Mark.isIn(each.notes()))
                .flatMap(each -> each.lines().stream())
                .anyMatch(line -> line.cycle().equals(Optional.of(order.cycle())));
        return isAlike ? CallOutcome.unknown() : CallOutcome.notDone();
    }

    /** An upgrade that is ordered and not paid is in progress; one that is paid has changed the product. */
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
            case CallOutcome.NotDone<Money> _, CallOutcome.Unfinished<Money> _, CallOutcome.Unknown<Money> _ ->
                throw new BackOfficeUnavailable("UpgradeProduct");
        };
    }

    /** None was invoiced when the action was checked, so an invoice is its own, if it is to be paid as it should. */
    private CallOutcome<PlacedOrder> renewal(long client, ActionId id, Renewal renewal) {
        var marked = facts.markedInvoice(client, id);
        if (marked.isPresent()) {
            return orders.renewed(marked.get());
        }
        var owned =
                Numbers.of(renewal.service().value()).flatMap(facts::service).filter(each -> each.isOf(renewal));
        if (owned.isEmpty()) {
            return CallOutcome.unknown();
        }
        return facts.openInvoice(owned.get().service())
                .map(orders::renewed)
                .orElseGet(() -> owned.get().nextDue().equals(renewal.paidUntil())
                        ? CallOutcome.notDone()
                        : CallOutcome.unknown());
    }
}
