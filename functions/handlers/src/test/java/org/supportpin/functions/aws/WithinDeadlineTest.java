package org.supportpin.functions.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.action.StoreUnavailable;
import org.supportpin.domain.deadline.Deadline;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.message.Handover;
import org.supportpin.domain.message.SmsText;
import org.supportpin.domain.message.SupportPhone;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.domain.testing.Samples;
import org.supportpin.functions.testing.Environments;

/** No call to AWS outlasts the time of the work at hand, and none begins after it. Here nobody answers. */
class WithinDeadlineTest {

    private ServerSocket silent;
    private AwsClients clients;

    @BeforeEach
    void start() throws IOException {
        silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        clients = new AwsClients(Environments.at("http://127.0.0.1:" + silent.getLocalPort()), List.of());
    }

    @AfterEach
    void stop() throws IOException {
        clients.close();
        silent.close();
    }

    private DynamoLedger ledger() {
        return new DynamoLedger(clients.dynamoDb(), "table");
    }

    private static Duration duration(Runnable what) {
        var started = System.nanoTime();
        what.run();
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private static <T> T within(Duration time, ScopedValue.CallableOp<T, RuntimeException> work) {
        return Deadline.NONE.within(time).hold(work);
    }

    @Test
    void aReadEndsWithTheTime() {
        var customer = Samples.newCustomer();
        var took = duration(() -> assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> within(Duration.ofMillis(400), () -> ledger().read(customer))));

        assertThat(took).isBetween(Duration.ofMillis(300), Duration.ofMillis(1400));
    }

    @Test
    void anSmsEndsWithTheTime() {
        var messenger = new SnsMessenger(clients.sns(), "Hoster");
        var took = duration(() -> assertThat(within(
                        Duration.ofMillis(400),
                        () -> messenger.send(
                                new PhoneNumber("+306912345678"),
                                SmsText.mobileReplaced(Language.GREEK, SupportPhone.NONE))))
                .isInstanceOf(Handover.Unanswered.class));

        assertThat(took).isBetween(Duration.ofMillis(300), Duration.ofMillis(1400));
    }

    @Test
    void noCallBeginsWithoutTime() throws IOException {
        var customer = Samples.newCustomer();
        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> within(Duration.ZERO, () -> ledger().read(customer)));

        silent.setSoTimeout(200);
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> silent.accept());
    }
}
