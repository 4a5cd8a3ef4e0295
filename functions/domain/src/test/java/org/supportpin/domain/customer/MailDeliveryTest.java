package org.supportpin.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.customer.CompanionWrite.NoticeQueued;
import org.supportpin.domain.customer.Notices.Outcome;
import org.supportpin.domain.deadline.Deadline;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.mail.Mail;
import org.supportpin.domain.mail.MailId;
import org.supportpin.domain.mail.MailRoute;
import org.supportpin.domain.mail.MailSender;
import org.supportpin.domain.mail.MailSender.Sent;
import org.supportpin.domain.message.Handover;
import org.supportpin.domain.message.SmsText;
import org.supportpin.domain.message.SupportPhone;
import org.supportpin.domain.notice.Channel;
import org.supportpin.domain.notice.Notice;
import org.supportpin.domain.notice.NoticeId;
import org.supportpin.domain.notice.NoticeKind;
import org.supportpin.domain.notice.Outbox;
import org.supportpin.domain.notice.QueuedNotice;
import org.supportpin.domain.testing.CrashPoints;
import org.supportpin.domain.testing.FakeMails;
import org.supportpin.domain.testing.FakeMails.Trouble;
import org.supportpin.domain.testing.InMemoryService;

/** Mails in the outbox: sent once where the mail system can tell, and at most twice where it cannot. */
class MailDeliveryTest {

    private static final MailId ID = new MailId("abcdefghijklmnopqrstuvwx");
    private static final Mail MAIL = new Mail(
            EmailAddress.parse("maria@example.gr").orThrow(), "order-details", "Στοιχεία", "Γεια σας,\n\nIBAN GR16\n");
    private static final CallOutcome<Sent> DONE = CallOutcome.done(new Sent(MAIL.to()));

    private final InMemoryService service = new InMemoryService();

    @BeforeEach
    void activate() {
        service.activate();
    }

    private static void queue(InMemoryService service) {
        queue(service, new MailRoute.ByOutbox(), new Notice.ByMail(ID, MAIL));
    }

    /** Queues a notice with an entry, and tells it as a request does. */
    private static void queue(InMemoryService service, MailRoute route, Notice.Addressed notice) {
        var notices = new Notices(service.store, service.messenger, route, service.clock, service.journal);
        try (var session = service.session()) {
            var told = new LedgerCommands(service.store, service.clock)
                    .<Notices.Prepared>perform(service.customer, new Actor.Service(), (snapshot, now) -> {
                        var prepared = notices.prepared(session, snapshot, 1, NoticeKind.ORDER_DETAILS, notice, now);
                        return Decision.record(new Event.PinRejected(), prepared, new NoticeQueued(prepared.queued()));
                    })
                    .outcome();
            notices.tell(told);
        }
    }

    private static void deliver(InMemoryService service) {
        service.useCases().outboxDelivery().run(() -> Duration.ofMinutes(15));
    }

    private void pass(Duration time) {
        for (var passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plusMinutes(1)) {
            service.clock.advance(Duration.ofMinutes(1));
            deliver(service);
        }
    }

    private QueuedNotice waiting() {
        return service.store.find(service.store.waiting(10).getFirst().id()).orElseThrow();
    }

    @Test
    void theNextRunSendsWhatARequestHasQueued() {
        queue(service);
        assertThat(service.mails.sent).isEmpty();

        deliver(service);

        assertThat(service.mails.sent).containsExactly(MAIL);
        assertThat(service.store.waiting(10)).isEmpty();
        assertThat(service.journal.outcomes()).containsExactly(Outcome.TAKEN);
    }

    @Test
    void whatAnswersWithinARequestIsSentByTheRequest() {
        queue(service, new MailRoute.Direct(service.mails), new Notice.ByMail(ID, MAIL));

        assertThat(service.mails.sent).containsExactly(MAIL);
        assertThat(service.store.waiting(10)).isEmpty();
    }

    @Test
    void whatIsNotTakenIsSentLater() {
        service.mails.trouble.put("order-details", new Trouble(CallOutcome.notDone(), false));
        queue(service);
        deliver(service);
        assertThat(service.mails.sent).isEmpty();

        pass(Duration.ofMinutes(1));

        assertThat(service.mails.sent).containsExactly(MAIL);
    }

    @Test
    void aDefiniteRefusalIsNotTriedAgainAndIsOnRecord() {
        service.mails.trouble.put(
                "order-details", new Trouble(CallOutcome.refused(new Refusal("no", "550 no", "Όχι.")), false));
        queue(service);
        deliver(service);
        pass(Duration.ofHours(1));

        assertThat(service.mails.sent).isEmpty();
        assertThat(service.journal.outcomes()).containsExactly(Outcome.REFUSED);
        assertThat(service.store.waiting(10)).isEmpty();
    }

    @Test
    void aSystemThatCanTellIsAskedBeforeAMailIsSentAgain() {
        service.mails.trouble.put("order-details", new Trouble(CallOutcome.unknown(), true));
        queue(service);
        deliver(service);

        pass(Duration.ofMinutes(2));

        assertThat(service.mails.sent).containsExactly(MAIL);
        assertThat(service.journal.outcomes()).containsExactly(Outcome.WAITING, Outcome.TAKEN);
    }

    /** However often no answer comes: the system knows that it has nothing. */
    @Test
    void aSystemThatCanTellGetsTheMailAsLongAsItKnowsNothingOfIt() {
        queue(service);
        for (int lost = 0; lost < 12; lost++) {
            service.mails.trouble.put("order-details", new Trouble(CallOutcome.unknown(), false));
            deliver(service);
            service.clock.advance(Duration.ofMinutes(30));
        }
        assertThat(service.mails.sent).isEmpty();

        deliver(service);

        assertThat(service.mails.sent).containsExactly(MAIL);
    }

    @Test
    void aSystemThatIsNotThereToBeAskedIsAskedLater() {
        var isDown = new boolean[1];
        var asked = new MailSender() {
            @Override
            public CallOutcome<Sent> send(MailId id, Mail mail) {
                return service.mails.send(id, mail);
            }

            @Override
            public CallOutcome<Sent> find(MailId id, Mail mail) {
                if (isDown[0]) {
                    throw new BackOfficeUnavailable("mail.find");
                }
                return service.mails.find(id, mail);
            }
        };
        service.mails.trouble.put("order-details", new Trouble(CallOutcome.unknown(), true));
        queue(service, new MailRoute.Direct(asked), new Notice.ByMail(ID, MAIL));
        isDown[0] = true;
        for (int run = 0; run < 12; run++) {
            service.clock.advance(Duration.ofMinutes(30));
            service.with((MailSender) asked).outboxDelivery().run(() -> Duration.ofMinutes(15));
        }
        assertThat(waiting().unanswered()).isEqualTo(1);
        isDown[0] = false;
        service.clock.advance(Duration.ofMinutes(30));
        service.with((MailSender) asked).outboxDelivery().run(() -> Duration.ofMinutes(15));

        assertThat(service.mails.sent).containsExactly(MAIL);
        assertThat(service.store.waiting(10)).isEmpty();
    }

    /** The append stands, so the request answers what is true. */
    @Test
    void aMailSystemThatFailsUnexpectedlyHoldsUpNoRequest() {
        var broken = new FakeMails() {
            @Override
            public CallOutcome<Sent> send(MailId id, Mail mail) {
                throw new BackOfficeUnavailable("mail.send");
            }
        };

        queue(service, new MailRoute.Direct(broken), new Notice.ByMail(ID, MAIL));

        assertThat(waiting().unanswered()).isEqualTo(1);
        pass(Duration.ofMinutes(1));
        assertThat(service.mails.sent).containsExactly(MAIL);
    }

    /** A mail twice is less bad than none; more often is only a nuisance (ADR 21). */
    @Test
    void aSystemThatCannotTellGetsAMailTwiceAtMost() {
        service.mails.tells = false;
        queue(service);
        for (int lost = 0; lost < 5; lost++) {
            service.mails.trouble.put("order-details", new Trouble(CallOutcome.unknown(), true));
            deliver(service);
            service.clock.advance(Duration.ofMinutes(30));
        }

        assertThat(service.mails.sent).containsExactly(MAIL, MAIL);
        assertThat(service.journal.outcomes()).containsExactly(Outcome.WAITING, Outcome.WAITING, Outcome.UNCERTAIN);
        assertThat(service.store.waiting(10)).isEmpty();
    }

    @Test
    void whatWasCertainlyNotTakenMayBeTriedForDaysWhereNobodyCanTell() {
        service.mails.tells = false;
        queue(service);
        for (int refused = 0; refused < 20; refused++) {
            service.mails.trouble.put("order-details", new Trouble(CallOutcome.notDone(), false));
            deliver(service);
            service.clock.advance(Duration.ofMinutes(30));
        }
        deliver(service);

        assertThat(service.mails.sent).containsExactly(MAIL);
    }

    /** While one run waits for a mail server, another may not take the mail, and nobody's SMS waits. */
    @Test
    void aSlowMailServerHoldsUpNoSms() {
        queue(service);
        queue(service, new MailRoute.ByOutbox(), new Notice.ByMail(ID, new Mail(MAIL.to(), "b", "s", "t")));
        service.messenger.next(new Handover.NotTaken(null));
        var sms = new Notice.BySms(
                InMemoryService.MOBILE,
                SmsText.mobileReplaced(
                        service.store.read(service.customer).state().language(), SupportPhone.NONE));
        queue(service, new MailRoute.ByOutbox(), sms);
        service.clock.advance(Duration.ofMinutes(1));
        var before = service.messenger.sent().size();

        service.with(new FakeMails() {
                    @Override
                    public CallOutcome<Sent> send(MailId id, Mail mail) {
                        assertThat(service.messenger.sent()).hasSize(before + 1);
                        assertThat(Deadline.current().left()).isLessThanOrEqualTo(Channel.MAIL.longestAttempt());
                        service.clock.advance(Duration.ofMinutes(5));
                        deliver(service);
                        return DONE;
                    }
                })
                .outboxDelivery()
                .run(() -> Duration.ofMinutes(15));

        // One of the two was sent here, the other one by the run that began meanwhile, and neither by both.
        assertThat(service.mails.sent).hasSize(1);
        assertThat(service.store.waiting(10)).isEmpty();
    }

    /** Not once for each channel, of which it has one. */
    @Test
    void aRunReadsEachWaitingNoticeOnce() {
        queue(service);
        queue(service, new MailRoute.ByOutbox(), new Notice.ByMail(ID, new Mail(MAIL.to(), "b", "s", "t")));
        var read = new ArrayList<NoticeId>();
        var counting = (Outbox) Proxy.newProxyInstance(
                Outbox.class.getClassLoader(), new Class<?>[] {Outbox.class}, (_, method, arguments) -> {
                    if (method.getName().equals("find")) {
                        read.add((NoticeId) arguments[0]);
                    }
                    return method.invoke(service.store, arguments);
                });

        service.with(counting).outboxDelivery().run(() -> Duration.ofMinutes(15));

        assertThat(service.mails.sent).hasSize(2);
        assertThat(read).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void aRunBeginsNoMailThatItMightNotSeeTheEndOf() {
        queue(service);

        service.useCases().outboxDelivery().run(Channel.MAIL::longestAttempt);
        assertThat(service.mails.sent).isEmpty();
        assertThat(waiting().attempts()).isZero();

        deliver(service);
        assertThat(service.mails.sent).hasSize(1);
    }

    @Test
    void sealedItShowsNeitherAddressNorText() {
        queue(service);
        var stored = waiting();

        assertThat(stored.channel()).isEqualTo(Channel.MAIL);
        assertThat(List.of(stored.toString(), new String(stored.sealed().bytes(), StandardCharsets.ISO_8859_1)))
                .noneMatch(text -> text.contains("maria") || text.contains("IBAN"));
    }

    @Test
    void aMailToSomeoneWhoWasForgottenIsDropped() {
        queue(service);
        var erasure = new Erasure(new LedgerCommands(service.store, service.clock));
        for (var auditor : List.of("anna", "nikos")) {
            var _ = erasure.erase(service.customer, new AgentId(auditor), "a letter");
        }

        deliver(service);

        assertThat(service.mails.sent).isEmpty();
        assertThat(service.journal.outcomes()).containsExactly(Outcome.FORGOTTEN);
        assertThat(service.store.waiting(10)).isEmpty();
    }

    /** Twice only if the process died while it waited for a system that cannot tell. */
    @TestFactory
    Stream<DynamicTest> whereverARunDiesTheMailIsSent() {
        return Stream.of(true, false)
                .flatMap(tells -> CrashPoints.each(points -> {
                    var one = new InMemoryService();
                    one.mails.tells = tells;
                    one.activate();
                    queue(one);
                    points.run(() -> one.over(points).outboxDelivery().run(() -> Duration.ofMinutes(15)));

                    one.clock.advance(Duration.ofMinutes(16));
                    deliver(one);

                    assertThat(one.mails.sent.size()).isBetween(1, !tells && points.isStopped() ? 2 : 1);
                    assertThat(one.store.waiting(10)).isEmpty();
                }));
    }
}
