package org.supportpin.domain.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.mail.Mail;
import org.supportpin.domain.mail.MailId;
import org.supportpin.domain.message.SmsText;
import org.supportpin.domain.message.SupportPhone;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.domain.pin.Ciphertext;

class QueuedNoticeTest {

    private static final CustomerId CUSTOMER = new CustomerId("1001");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private static QueuedNotice first() {
        return QueuedNotice.first(
                NoticeId.of(CUSTOMER, 7, 1),
                CUSTOMER,
                NoticeKind.ACTION_DONE,
                Channel.SMS,
                new Ciphertext("sealed".getBytes(StandardCharsets.UTF_8)),
                NOON);
    }

    @Test
    void eachFailureDoublesTheWaitUpToHalfAnHour() {
        var waits = new ArrayList<Long>();
        var notice = first();
        for (int attempt = 0; attempt < 40; attempt++) {
            var failed = notice.notTaken(NOON);
            waits.add(Duration.between(NOON, failed.due()).toMinutes());
            notice = failed.claimed(NOON);
        }

        assertThat(waits.subList(0, 7)).containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
        assertThat(waits.getLast()).isEqualTo(30);
    }

    @Test
    void onlyAttemptsThatMayHaveReachedTheCustomerMakeItUncertain() {
        var refusedOften = first();
        for (int attempt = 0; attempt < 100; attempt++) {
            refusedOften = refusedOften.notTaken(NOON).claimed(NOON);
        }
        assertThat(refusedOften.isUncertain()).isFalse();

        var unanswered = first();
        for (int attempt = 1; attempt < QueuedNotice.MOST_UNANSWERED; attempt++) {
            unanswered = unanswered.notAnswered(NOON);
            assertThat(unanswered.isUncertain()).isFalse();
            unanswered = unanswered.claimed(NOON);
        }
        assertThat(unanswered.notAnswered(NOON).isUncertain()).isTrue();
        assertThat(unanswered.notTaken(NOON).isUncertain()).isFalse();
    }

    /** A process that dies while it holds a notice may have told the customer. */
    @Test
    void aClaimWhoseEndNobodyRecordedCountsAsUnanswered() {
        var notice = first();
        for (int death = 1; death < QueuedNotice.MOST_UNANSWERED; death++) {
            assertThat(notice.isUncertain()).isFalse();
            notice = notice.claimed(NOON);
        }
        assertThat(notice.isUncertain()).isTrue();
    }

    @Test
    void aNoticeComesBackFromWhatWasSealed() {
        var notice = new Notice.BySms(
                new PhoneNumber("+306912345678"), SmsText.mobileReplaced(Language.GREEK, SupportPhone.NONE));

        assertThat(Notice.restored(notice.reveal())).isInstanceOfSatisfying(Notice.BySms.class, restored -> {
            assertThat(restored.to()).isEqualTo(notice.to());
            assertThat(restored.text().reveal()).isEqualTo(notice.text().reveal());
        });
        assertThatIllegalArgumentException().isThrownBy(() -> Notice.restored("fax\n1\n2"));
        assertThatIllegalArgumentException().isThrownBy(() -> Notice.restored(""));
        assertThat(notice).asString().doesNotContain("6912345678", "αλλαγή");
    }

    @Test
    void aMailComesBackFromWhatWasSealed() {
        var mail = new Mail(
                EmailAddress.parse("maria@xn--kxawhku.gr").orThrow(),
                "order-details",
                "Στοιχεία \n/ Details",
                "Γεια σας,\n\n1\n2\n3\n");
        var notice = new Notice.ByMail(new MailId("abcdefghijklmnopqrstuvwx"), mail);

        assertThat(Notice.restored(notice.reveal()))
                .isEqualTo(new Notice.ByMail(
                        notice.id(), new Mail(mail.to(), mail.purpose(), "Στοιχεία  / Details", mail.text())));
        assertThat(notice).asString().doesNotContain("maria@", "Γεια");
        assertThatIllegalArgumentException().isThrownBy(() -> Notice.restored("mail\n1\n2\n3\n4\n5"));
    }

    /** A mail server may take minutes, and until then the mail belongs to the run that waits for it. */
    @Test
    void aNoticeIsHeldLongerThanAnAttemptTakesAndAMailLongerThanARunLives() {
        for (var channel : Channel.values()) {
            var claimed = QueuedNotice.unsent(
                            NoticeId.of(CUSTOMER, 7, 1),
                            CUSTOMER,
                            NoticeKind.ORDER_DETAILS,
                            channel,
                            new Ciphertext(new byte[] {1}),
                            NOON)
                    .claimed(NOON);
            assertThat(claimed.due()).isAfter(NOON.plus(channel.longestAttempt()));
        }
        assertThat(Channel.SMS.lease()).isEqualTo(QueuedNotice.LEASE);
        assertThat(Channel.MAIL.lease()).isGreaterThan(Duration.ofMinutes(15));
    }

    @Test
    void whatOnlyTheScheduleSendsIsDueAtOnceAndWasNotTriedYet() {
        var unsent = QueuedNotice.unsent(
                NoticeId.of(CUSTOMER, 7, 1),
                CUSTOMER,
                NoticeKind.ORDER_DETAILS,
                Channel.MAIL,
                new Ciphertext(new byte[] {1}),
                NOON);

        assertThat(unsent.due()).isEqualTo(NOON);
        assertThat(unsent.claimed(NOON).mayHaveBeenReceived()).isFalse();
        assertThat(unsent.claimed(NOON).notTaken(NOON).due()).isEqualTo(NOON.plusSeconds(60));
        assertThat(unsent.claimed(NOON).notAnswered(NOON).claimed(NOON).mayHaveBeenReceived())
                .isTrue();
    }

    @Test
    void anIdNamesCustomerAndEntry() {
        assertThat(NoticeId.of(CUSTOMER, 7, 2)).hasToString("1001/7/2");
        assertThatIllegalArgumentException().isThrownBy(() -> new NoticeId("1001"));
        assertThatIllegalArgumentException().isThrownBy(() -> NoticeId.of(CUSTOMER, 0, 1));
    }
}
