package org.supportpin.domain.billing;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.supportpin.domain.action.ActionExecutor;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.action.Proposal;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.action.StoreUnavailable;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.action.Warning;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.mail.Mail;
import org.supportpin.domain.mail.MailId;
import org.supportpin.domain.mail.MailRoute;
import org.supportpin.domain.mail.MailSender;

/**
 * Executes {@code send-order-details}. The plan is the mail's fingerprint. It reserves one of the order's places for the day
 * before handing the mail over, and releases it only if the mail was certainly not sent. A mail that only the outbox can send is
 * done when it is queued, which it is with the action's end.
 */
public final class SendOrderDetailsExecutor
        implements ActionExecutor<SendOrderDetails, OrderDetails, OrderDetailsMailing> {

    /** More than enough: each lost race means another mail about the same order, and there are few. */
    private static final int TRIES = 10;

    private final Billing billing;
    private final MailRoute mails;
    private final OrderMailLog log;
    private final BankAccount account;
    private final Clock clock;

    public SendOrderDetailsExecutor(
            Billing billing, MailRoute mails, OrderMailLog log, BankAccount account, Clock clock) {
        this.billing = billing;
        this.mails = mails;
        this.log = log;
        this.account = account;
        this.clock = clock;
    }

    @Override
    public Verdict<Proposal<OrderDetails>> plan(CustomerId customer, SendOrderDetails action) {
        return decide(customer, action).then(order -> proposal(order, log.of(order.id())));
    }

    private Verdict<Proposal<OrderDetails>> proposal(Order order, OrderMails mails) {
        var details = details(order);
        var proposal = Proposal.of(details, Risk.STANDARD, details.changes()).warning(Warning.CANNOT_BE_UNDONE);
        return Verdict.accepted(mails.isLast(clock.instant()) ? proposal.warning(OrderRules.LAST_MAIL) : proposal)
                .unless(_ -> OrderRules.tooManyMails(mails, clock.instant()));
    }

    @Override
    public CallOutcome<OrderDetailsMailing> execute(
            ActionId id, CustomerId customer, SendOrderDetails action, OrderDetails plan) {
        return decide(customer, action)
                .call(order -> details(order).equals(plan)
                        ? takePlace(plan.order(), id).then(_ -> mailed(id, OrderDetailsMail.of(order, account), plan))
                        : CallOutcome.refused(OrderRules.orderChanged()));
    }

    @Override
    public List<Difference> changes(OrderDetailsMailing result) {
        return result.details().changes();
    }

    /**
     * The mail system is asked by the action's ID. It does not matter whether the order has been paid in the meantime. Without an
     * end, nothing was queued for the outbox.
     */
    @Override
    public CallOutcome<OrderDetailsMailing> reconcile(
            ActionId id, CustomerId customer, SendOrderDetails action, OrderDetails plan) {
        return switch (mails) {
            case MailRoute.Direct(var sender) ->
                billing.findOrder(action.order())
                        .map(order -> sender.find(MailId.of(id), OrderDetailsMail.of(order, account)))
                        .orElseGet(CallOutcome::unknown)
                        .map(_ -> OrderDetailsMailing.sent(plan));
            case MailRoute.ByOutbox() -> CallOutcome.notDone();
        };
    }

    private CallOutcome<OrderDetailsMailing> mailed(ActionId id, Mail mail, OrderDetails plan) {
        return switch (mails) {
            case MailRoute.Direct(var sender) -> sent(sender, id, mail, plan);
            case MailRoute.ByOutbox() -> CallOutcome.done(OrderDetailsMailing.queued(plan, mail));
        };
    }

    private CallOutcome<OrderDetailsMailing> sent(MailSender sender, ActionId id, Mail mail, OrderDetails plan) {
        var sent = sender.send(MailId.of(id), mail);
        switch (sent) {
            case CallOutcome.Done<MailSender.Sent> _,
                    CallOutcome.Unfinished<MailSender.Sent> _,
                    CallOutcome.Unknown<MailSender.Sent> _ -> {}
            case CallOutcome.NotDone<MailSender.Sent> _, CallOutcome.Refused<MailSender.Sent> _ ->
                giveBack(plan.order(), id);
        }
        return sent.map(_ -> OrderDetailsMailing.sent(plan));
    }

    /** Reserves a place for the day, once per action. Done, refused, or not done if the store does not answer. */
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
            // The place stays reserved for a day. That is better than reporting an action as unknown when
            // nothing was certainly done.
        }
    }

    private Verdict<Order> decide(CustomerId customer, SendOrderDetails action) {
        return OrderRules.send(customer, billing.findOrder(action.order()).orElse(null));
    }

    private OrderDetails details(Order order) {
        var mail = OrderDetailsMail.of(order, account);
        return new OrderDetails(
                order.id(),
                order.what().name(),
                OrderDetailsMail.fingerprint(mail),
                mail.to().masked());
    }
}
