package org.supportpin.domain.action;

import java.time.Clock;
import java.util.Optional;
import org.supportpin.domain.billing.BankAccount;
import org.supportpin.domain.billing.Billing;
import org.supportpin.domain.billing.BillingDecision;
import org.supportpin.domain.billing.Order;
import org.supportpin.domain.billing.OrderDetails;
import org.supportpin.domain.billing.OrderDetailsMail;
import org.supportpin.domain.billing.OrderId;
import org.supportpin.domain.billing.OrderMailLog;
import org.supportpin.domain.billing.OrderRules;
import org.supportpin.domain.customer.CustomerId;
import org.supportpin.domain.customer.StoreUnavailable;
import org.supportpin.domain.mail.Mail;
import org.supportpin.domain.mail.MailSender;

/**
 * How an order's details are sent. The plan is the mail's fingerprint. Before the mail is handed over, it takes one of the
 * order's places for the day; it gives it back only where the mail certainly did not go out.
 */
public final class SendOrderDetailsProcedure implements Procedure<SendOrderDetails, OrderDetails, OrderDetails> {

    /** More than anybody needs: each lost race is another mail about the same order, of which there are few. */
    private static final int TRIES = 10;

    private final Billing billing;
    private final MailSender mailSender;
    private final OrderMailLog log;
    private final BankAccount account;
    private final Clock clock;

    public SendOrderDetailsProcedure(
            Billing billing, MailSender mailSender, OrderMailLog log, BankAccount account, Clock clock) {
        this.billing = billing;
        this.mailSender = mailSender;
        this.log = log;
        this.account = account;
        this.clock = clock;
    }

    @Override
    public Prepared<OrderDetails> prepare(CustomerId customer, SendOrderDetails action) {
        return switch (decide(customer, action)) {
            case BillingDecision.Refused<Order>(var refusal) -> new Prepared.Refused<>(refusal);
            case BillingDecision.Accepted<Order>(var order) ->
                OrderRules.tooManyMails(log.of(order.id()), clock.instant())
                        .<Prepared<OrderDetails>>map(Prepared.Refused::new)
                        .orElseGet(() -> new Prepared.Ready<>(details(order), Risk.STANDARD));
        };
    }

    @Override
    public Effect<OrderDetails> carryOut(ActionId id, CustomerId customer, SendOrderDetails action, OrderDetails plan) {
        BillingDecision<Order> now;
        try {
            now = decide(customer, action);
        } catch (BackOfficeUnavailable e) {
            return Effect.notDone();
        }
        return switch (now) {
            case BillingDecision.Refused<Order>(var refusal) -> Effect.refused(refusal);
            case BillingDecision.Accepted<Order>(var order) ->
                details(order).equals(plan)
                        ? send(id, OrderDetailsMail.of(order, account), plan)
                        : Effect.refused(OrderRules.orderChanged());
        };
    }

    /** The mail system tells by the action's id. Whether the order was paid meanwhile does not matter. */
    @Override
    public Effect<OrderDetails> findOut(ActionId id, CustomerId customer, SendOrderDetails action, OrderDetails plan) {
        return billing.findOrder(action.order())
                .map(order -> mailSender.find(id, OrderDetailsMail.of(order, account)))
                .orElseGet(Effect::unknown)
                .map(_ -> plan);
    }

    private Effect<OrderDetails> send(ActionId id, Mail mail, OrderDetails plan) {
        var taken = takePlace(plan.order(), id);
        if (!(taken instanceof Effect.Done<OrderId>)) {
            return taken.map(_ -> plan);
        }
        var sent = mailSender.send(id, mail);
        switch (sent) {
            case Effect.Done<MailSender.Sent> _,
                    Effect.Unfinished<MailSender.Sent> _,
                    Effect.Unknown<MailSender.Sent> _ -> {}
            case Effect.NotDone<MailSender.Sent> _, Effect.Refused<MailSender.Sent> _ -> giveBack(plan.order(), id);
        }
        return sent.map(_ -> plan);
    }

    /** Takes a place for the day, once for an action. Done, refused, or not done where the store does not answer. */
    private Effect<OrderId> takePlace(OrderId order, ActionId id) {
        try {
            for (int i = 0; i < TRIES; i++) {
                var mails = log.of(order);
                if (mails.has(id)) {
                    return Effect.done(order);
                }
                Optional<Refusal> refusal = OrderRules.tooManyMails(mails, clock.instant());
                if (refusal.isPresent()) {
                    return Effect.refused(refusal.get());
                }
                if (log.write(mails.with(id, clock.instant()))) {
                    return Effect.done(order);
                }
            }
            return Effect.notDone();
        } catch (StoreUnavailable e) {
            return Effect.notDone();
        }
    }

    private void giveBack(OrderId order, ActionId id) {
        try {
            for (int i = 0; i < TRIES; i++) {
                if (log.write(log.of(order).without(id))) {
                    return;
                }
            }
        } catch (StoreUnavailable e) {
            // The place stays taken for a day. That is less than to call an action unknown of which it is known that
            // nothing was done.
        }
    }

    private BillingDecision<Order> decide(CustomerId customer, SendOrderDetails action) {
        return OrderRules.send(customer, billing.findOrder(action.order()));
    }

    private OrderDetails details(Order order) {
        var mail = OrderDetailsMail.of(order, account);
        return new OrderDetails(
                order.id(), OrderDetailsMail.fingerprint(mail), mail.to().masked());
    }
}
