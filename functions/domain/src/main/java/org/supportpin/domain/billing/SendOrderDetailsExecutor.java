package org.supportpin.domain.billing;

import java.time.Clock;
import java.util.Optional;
import org.supportpin.domain.action.ActionExecutor;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.action.StoreUnavailable;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.mail.Mail;
import org.supportpin.domain.mail.MailSender;

/**
 * How an order's details are sent. The plan is the mail's fingerprint. Before the mail is handed over, it takes one of the
 * order's places for the day; it gives it back only where the mail certainly did not go out.
 */
public final class SendOrderDetailsExecutor implements ActionExecutor<SendOrderDetails, OrderDetails, OrderDetails> {

    /** More than anybody needs: each lost race is another mail about the same order, of which there are few. */
    private static final int TRIES = 10;

    private final Billing billing;
    private final MailSender mailSender;
    private final OrderMailLog log;
    private final BankAccount account;
    private final Clock clock;

    public SendOrderDetailsExecutor(
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
    public CallOutcome<OrderDetails> carryOut(
            ActionId id, CustomerId customer, SendOrderDetails action, OrderDetails plan) {
        BillingDecision<Order> now;
        try {
            now = decide(customer, action);
        } catch (BackOfficeUnavailable e) {
            return CallOutcome.notDone();
        }
        return switch (now) {
            case BillingDecision.Refused<Order>(var refusal) -> CallOutcome.refused(refusal);
            case BillingDecision.Accepted<Order>(var order) ->
                details(order).equals(plan)
                        ? send(id, OrderDetailsMail.of(order, account), plan)
                        : CallOutcome.refused(OrderRules.orderChanged());
        };
    }

    /** The mail system tells by the action's id. Whether the order was paid meanwhile does not matter. */
    @Override
    public CallOutcome<OrderDetails> findOut(
            ActionId id, CustomerId customer, SendOrderDetails action, OrderDetails plan) {
        return billing.findOrder(action.order())
                .map(order -> mailSender.find(id, OrderDetailsMail.of(order, account)))
                .orElseGet(CallOutcome::unknown)
                .map(_ -> plan);
    }

    private CallOutcome<OrderDetails> send(ActionId id, Mail mail, OrderDetails plan) {
        var taken = takePlace(plan.order(), id);
        if (!(taken instanceof CallOutcome.Done<OrderId>)) {
            return taken.map(_ -> plan);
        }
        var sent = mailSender.send(id, mail);
        switch (sent) {
            case CallOutcome.Done<MailSender.Sent> _,
                    CallOutcome.Unfinished<MailSender.Sent> _,
                    CallOutcome.Unknown<MailSender.Sent> _ -> {}
            case CallOutcome.NotDone<MailSender.Sent> _, CallOutcome.Refused<MailSender.Sent> _ ->
                giveBack(plan.order(), id);
        }
        return sent.map(_ -> plan);
    }

    /** Takes a place for the day, once for an action. Done, refused, or not done where the store does not answer. */
    private CallOutcome<OrderId> takePlace(OrderId order, ActionId id) {
        try {
            for (int i = 0; i < TRIES; i++) {
                var mails = log.of(order);
                if (mails.has(id)) {
                    return CallOutcome.done(order);
                }
                Optional<Refusal> refusal = OrderRules.tooManyMails(mails, clock.instant());
                if (refusal.isPresent()) {
                    return CallOutcome.refused(refusal.get());
                }
                if (log.write(mails.with(id, clock.instant()))) {
                    return CallOutcome.done(order);
                }
            }
            return CallOutcome.notDone();
        } catch (StoreUnavailable e) {
            return CallOutcome.notDone();
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
