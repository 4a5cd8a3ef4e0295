package org.supportpin.domain.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.supportpin.domain.billing.Shop.MARIA;
import static org.supportpin.domain.billing.Shop.OTHER;
import static org.supportpin.domain.billing.Shop.contact;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.action.StoreUnavailable;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.mail.MailRoute;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.testing.FakeMail;
import org.supportpin.domain.testing.Verdicts;

class SendOrderDetailsExecutorTest {

    private static final SendOrderDetails ACTION = new SendOrderDetails(new OrderId("ord-1"));

    private final FakeBilling billing = new FakeBilling().put(Shop.order());
    private final FakeMail mail = new FakeMail();
    private final FakeOrderMailLog log = new FakeOrderMailLog();
    private Clock clock = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    private static ActionId id(int number) {
        return new ActionId("%024d".formatted(number));
    }

    private SendOrderDetailsExecutor executor() {
        return new SendOrderDetailsExecutor(billing, new MailRoute.Direct(mail), log, Shop.ACCOUNT, clock);
    }

    private OrderDetails plan() {
        var proposal = Verdicts.accepted(executor().plan(MARIA, ACTION));
        assertThat(proposal.risk()).isEqualTo(Risk.STANDARD);
        return proposal.plan();
    }

    private String refusal(CustomerId customer, SendOrderDetails action) {
        return Verdicts.rule(executor().plan(customer, action));
    }

    private CallOutcome<OrderDetails> send(int number, OrderDetails plan) {
        return CallOutcome.ofCallOnFacts(() -> executor().execute(id(number), MARIA, ACTION, plan))
                .map(SendOrderDetailsExecutorTest::sent);
    }

    private static OrderDetails sent(OrderDetailsMailing mailing) {
        assertThat(mailing.queued()).isEmpty();
        return mailing.details();
    }

    private CallOutcome<OrderDetails> reconcile(int number, OrderDetails plan) {
        return executor().reconcile(id(number), MARIA, ACTION, plan).map(SendOrderDetailsExecutorTest::sent);
    }

    private static String rule(CallOutcome<?> effect) {
        return effect instanceof CallOutcome.Refused<?>(var refusal) ? refusal.rule() : effect.toString();
    }

    @Nested
    class Recipients {

        @Test
        void aServicesDetailsGoToTheAdministrator() {
            assertThat(send(1, plan())).isEqualTo(CallOutcome.done(plan()));
            assertThat(plan().sentTo()).isEqualTo("m•••@e•••.gr");
            assertThat(mail.sent()).singleElement().satisfies(sent -> {
                assertThat(sent.to().address()).isEqualTo("maria@example.gr");
                assertThat(sent.purpose()).isEqualTo("order-details");
            });
        }

        @Test
        void aDomainNamesDetailsGoToTheOwner() {
            billing.put(Shop.order(
                    new OrderSubject.OfDomain(
                            OrderSubject.Purpose.NEW,
                            new DomainName("papadopoulou.gr"),
                            BillingCycle.BIENNIALLY,
                            contact("owner@example.gr", null)),
                    contact("maria@example.gr", null)));

            send(1, plan());

            assertThat(mail.sent())
                    .singleElement()
                    .satisfies(sent -> assertThat(sent.to().address()).isEqualTo("owner@example.gr"));
        }
    }

    @Nested
    class Rules {

        @Test
        void anothersOrderIsLikeNone() {
            assertThat(refusal(OTHER, ACTION)).isEqualTo("order-not-found");
            assertThat(executor().plan(OTHER, ACTION))
                    .isEqualTo(executor().plan(MARIA, new SendOrderDetails(new OrderId("ord-none"))));
            assertThat(rule(executor().execute(id(1), OTHER, ACTION, plan()))).isEqualTo("order-not-found");
            assertThat(mail.sent()).isEmpty();
        }

        @Test
        void aPaidOrderNeedsNoPayment() {
            var plan = plan();
            billing.put(Shop.paid(Shop.order()));

            assertThat(refusal(MARIA, ACTION)).isEqualTo("order-already-paid");
            assertThat(rule(send(1, plan))).isEqualTo("order-already-paid");
            assertThat(mail.sent()).isEmpty();
        }

        @Test
        void aRecipientWhoChangedSinceIsNotWrittenTo() {
            var plan = plan();
            billing.put(Shop.order(Shop.order().what(), contact("thief@example.com", null)));

            assertThat(rule(send(1, plan))).isEqualTo("order-changed");
            assertThat(mail.sent()).isEmpty();
        }

        @Test
        void factsThatCannotBeReadStopIt() {
            var plan = plan();
            billing.down = true;

            assertThatExceptionOfType(BackOfficeUnavailable.class)
                    .isThrownBy(() -> executor().plan(MARIA, ACTION));
            assertThat(send(1, plan)).isEqualTo(CallOutcome.notDone());
        }
    }

    @Nested
    class DailyLimit {

        @Test
        void theFourthInADayIsRefusedAtTheCheckAndAtDispatch() {
            var plan = plan();
            IntStream.rangeClosed(1, 3).forEach(number -> send(number, plan));

            assertThat(refusal(MARIA, ACTION)).isEqualTo("too-many-mails");
            assertThat(rule(send(4, plan))).isEqualTo("too-many-mails");
            assertThat(mail.sent()).hasSize(3);
        }

        @Test
        void aDayLaterThereIsRoomAgain() {
            var plan = plan();
            IntStream.rangeClosed(1, 3).forEach(number -> send(number, plan));
            clock = Clock.offset(clock, Duration.ofHours(24));

            assertThat(send(4, plan())).isEqualTo(CallOutcome.done(plan));
        }

        @Test
        void theSameActionTakesOnePlaceHoweverOftenItIsDispatched() {
            var plan = plan();
            IntStream.range(0, 5).forEach(_ -> send(1, plan));

            assertThat(mail.sent()).hasSize(1);
            assertThat(log.of(ACTION.order()).mailings()).hasSize(1);
        }

        @Test
        void noRaceSlipsPast() throws Exception {
            var plan = plan();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var sends = IntStream.range(0, 30)
                        .<Callable<CallOutcome<OrderDetailsMailing>>>mapToObj(number -> () -> {
                            var own = new FakeMail();
                            return new SendOrderDetailsExecutor(
                                            billing, new MailRoute.Direct(own), log, Shop.ACCOUNT, clock)
                                    .execute(id(number), MARIA, ACTION, plan);
                        })
                        .toList();
                var effects = threads.invokeAll(sends).stream()
                        .map(java.util.concurrent.Future::resultNow)
                        .toList();

                assertThat(effects.stream().filter(CallOutcome.Done.class::isInstance))
                        .hasSize(3);
                assertThat(effects.stream().filter(effect -> rule(effect).equals("too-many-mails")))
                        .hasSize(27);
            }
        }

        @Test
        void aMailThatCertainlyDidNotGoOutCostsNoPlace() {
            var plan = plan();
            mail.down = true;
            IntStream.rangeClosed(1, 5)
                    .forEach(number -> assertThat(send(number, plan)).isEqualTo(CallOutcome.notDone()));
            mail.down = false;

            assertThat(send(6, plan)).isEqualTo(CallOutcome.done(plan));
        }

        @Test
        void aMailThatMayHaveGoneOutKeepsItsPlace() {
            var plan = plan();
            mail.losesAnswers = true;
            IntStream.rangeClosed(1, 3)
                    .forEach(number -> assertThat(send(number, plan)).isEqualTo(CallOutcome.unknown()));

            assertThat(rule(send(4, plan))).isEqualTo("too-many-mails");
        }

        @Test
        void whereNobodyCanCountNothingIsSent() {
            var plan = plan();
            log.down = true;

            assertThatExceptionOfType(StoreUnavailable.class)
                    .isThrownBy(() -> executor().plan(MARIA, ACTION));
            assertThat(send(1, plan)).isEqualTo(CallOutcome.notDone());
            assertThat(mail.sent()).isEmpty();
        }
    }

    /** A mail server by SMTP needs longer than a request has. */
    @Nested
    class ByTheOutbox {

        private SendOrderDetailsExecutor queueing() {
            return new SendOrderDetailsExecutor(billing, new MailRoute.ByOutbox(), log, Shop.ACCOUNT, clock);
        }

        private CallOutcome<OrderDetailsMailing> queue(int number, OrderDetails plan) {
            return queueing().execute(id(number), MARIA, ACTION, plan);
        }

        @Test
        void theMailIsHandedToTheEndOfTheAction() {
            var mail = OrderDetailsMail.of(Shop.order(), Shop.ACCOUNT);

            assertThat(queue(1, plan())).isEqualTo(CallOutcome.done(OrderDetailsMailing.queued(plan(), mail)));
        }

        @Test
        void aQueuedMailCountsAsOneOfTheDaysThreeAndOnce() {
            var plan = plan();
            IntStream.of(1, 1, 2, 3).forEach(number -> queue(number, plan));

            assertThat(log.of(ACTION.order()).mailings()).hasSize(3);
            assertThat(rule(queue(4, plan))).isEqualTo("too-many-mails");
        }

        @Test
        void withoutAnEndNothingWasQueued() {
            queue(1, plan());

            assertThat(queueing().reconcile(id(1), MARIA, ACTION, plan())).isEqualTo(CallOutcome.notDone());
        }
    }

    @Nested
    class LostAnswers {

        @Test
        void theMailSystemKnows() {
            var plan = plan();
            mail.losesAnswers = true;
            send(1, plan);

            assertThat(reconcile(1, plan)).isEqualTo(CallOutcome.done(plan));
            assertThat(reconcile(2, plan)).isEqualTo(CallOutcome.notDone());
        }

        @Test
        void anOrderPaidMeanwhileHidesNothing() {
            var plan = plan();
            mail.losesAnswers = true;
            send(1, plan);
            billing.put(Shop.paid(Shop.order()));

            assertThat(reconcile(1, plan)).isEqualTo(CallOutcome.done(plan));
        }

        @Test
        void whatCannotBeDeterminedIsUnknown() {
            var plan = plan();
            for (var trouble : List.<Runnable>of(() -> mail.forgets = true, () -> billing.remove(ACTION.order()))) {
                trouble.run();

                assertThat(reconcile(1, plan)).isEqualTo(CallOutcome.unknown());
                mail.forgets = false;
            }
        }

        @Test
        void whatCannotBeAskedNowIsAskedLater() {
            var plan = plan();
            billing.down = true;

            assertThatExceptionOfType(BackOfficeUnavailable.class).isThrownBy(() -> reconcile(1, plan));
        }
    }
}
