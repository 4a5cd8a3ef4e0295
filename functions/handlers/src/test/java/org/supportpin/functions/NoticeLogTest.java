package org.supportpin.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportpin.domain.customer.Notices.Outcome;
import org.supportpin.domain.notice.Channel;
import org.supportpin.domain.notice.NoticeKind;
import org.supportpin.functions.http.Log;

/** What alarms watch: a provider's failure is counted for its channel. */
class NoticeLogTest {

    @ParameterizedTest
    @CsvSource({
        "SMS, WAITING, SmsUnavailable",
        "SMS, REFUSED, SmsRefused",
        "MAIL, WAITING, MailUnavailable",
        "MAIL, REFUSED, MailRefused",
        "SMS, UNCERTAIN, NoticesLost",
        "MAIL, TOO_OLD, NoticesLost"
    })
    void eachChannelHasItsOwnCount(Channel channel, Outcome outcome, String metric) {
        var out = new ByteArrayOutputStream();
        new NoticeLog(new Log(new PrintStream(out, true, StandardCharsets.UTF_8)))
                .attempted(NoticeKind.ORDER_DETAILS, channel, outcome, null);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(
                        "\"notice\":\"order-details\"",
                        "\"channel\":\"" + channel.text() + "\"",
                        "\"" + metric + "\":1");
    }
}
