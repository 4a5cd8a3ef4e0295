package org.supportpin.functions.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.message.Handover;
import org.supportpin.domain.message.SmsText;
import org.supportpin.domain.message.SupportPhone;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.functions.testing.Environments;

/** What SNS may answer to Publish, on the wire. */
class SnsMessengerTest {

    private static final PhoneNumber NUMBER = new PhoneNumber("+306912345678");

    private final AtomicInteger published = new AtomicInteger();
    private volatile int status = 200;
    private volatile String body = "<PublishResponse/>";
    private volatile long delay;
    private HttpServer server;
    private AwsClients clients;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            published.incrementAndGet();
            try {
                Thread.sleep(delay);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.sendResponseHeaders(status, 0);
            try (var out = exchange.getResponseBody()) {
                out.write(body.getBytes(UTF_8));
            }
        });
        server.start();
        clients = clients(server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        clients.close();
        server.stop(0);
    }

    private static AwsClients clients(int port) {
        return new AwsClients(new HashMap<>(Environments.at("http://127.0.0.1:" + port)), List.of());
    }

    private Handover send() {
        return new SnsMessenger(clients.sns(), "SupportPIN")
                .send(NUMBER, SmsText.mobileReplaced(Language.ENGLISH, SupportPhone.NONE));
    }

    private void fails(int with, String code, String message) {
        status = with;
        body = "<ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error></ErrorResponse>"
                .formatted(code, message);
    }

    @Test
    void whatSnsAcceptsIsTaken() {
        assertThat(send()).isEqualTo(new Handover.Taken());
    }

    @ParameterizedTest
    @CsvSource({
        "InvalidParameter, Invalid parameter: PhoneNumber Reason: +306912345678 is not valid to publish to",
        "InvalidParameter, Invalid parameter: PhoneNumber Reason: the number has opted out",
        "OptedOut, The phone number has opted out"
    })
    void aNumberThatIsRefusedIsRefusedForGood(String code, String message) {
        fails(400, code, message);

        assertThat(send()).isEqualTo(new Handover.Refused());
        assertThat(published).hasValue(1);
    }

    /** Operators mend these, or time does: the number is good. */
    @ParameterizedTest
    @CsvSource({
        "400, Throttling",
        "429, ThrottledException",
        "403, AuthorizationError",
        "400, InvalidParameter",
        "400, MonthlySpendLimitReached",
        "403, InvalidClientTokenId"
    })
    void anyOtherRefusalMayPass(int with, String code) {
        fails(with, code, "Invalid parameter: MessageAttributes Reason: SenderID");

        assertThat(send()).isInstanceOf(Handover.NotTaken.class);
        assertThat(published).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({"500, InternalError", "503, ServiceUnavailable"})
    void afterAFaultOfSnsNobodyKnows(int with, String code) {
        fails(with, code, "");

        assertThat(send()).isInstanceOf(Handover.Unanswered.class);
        assertThat(published).hasValue(1);
    }

    /** Each attempt is an SMS, so there is no second one. */
    @Test
    void aLateAnswerIsOneSms() {
        delay = 4000;

        assertThat(send()).isInstanceOf(Handover.Unanswered.class);
        assertThat(published).hasValue(1);
    }

    @Test
    void withoutAConnectionNothingWasSent() {
        server.stop(0);

        assertThat(send()).isInstanceOf(Handover.NotTaken.class);
    }
}
