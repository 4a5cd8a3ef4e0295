package org.supportpin.local.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.local.fault.CannotStart;
import org.supportpin.local.http.LoopbackServer;
import org.supportpin.local.sample.AwsClients;
import org.supportpin.local.store.DataFolder;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.SnsException;

/** Spoken to by the real SDK. */
class SnsEndpointTest {

    private static final Instant NOW = Instant.parse("2026-11-22T14:30:00Z");
    private static final String MOBILE = "+306912345678";
    private static final String TEXT = "PIN 482913, ισχύει έως 14:30. Πείτε το μόνο αν μας καλέσατε ΕΣΕΙΣ. & <b>+%";

    @TempDir
    Path folder;

    private DataFolder data;
    private SmsOutbox outbox;
    private LoopbackServer server;
    private SnsClient sns;

    @BeforeEach
    void start() {
        data = DataFolder.open(folder);
        outbox = SmsOutbox.open(data, Clock.fixed(NOW, ZoneOffset.UTC));
        server = LoopbackServer.bind(0, 1 << 20).serve(new SnsEndpoint(outbox));
        sns = AwsClients.configure(
                        SnsClient.builder(),
                        Map.of(
                                "AWS_REGION", "eu-central-1",
                                "AWS_ACCESS_KEY_ID", "local",
                                "AWS_SECRET_ACCESS_KEY", "local",
                                "AWS_ENDPOINT_URL_SNS", server.uri().toString()),
                        "SNS")
                .build();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        data.close();
    }

    private void send(String to, String text, Map<String, String> attributes) {
        var values = new HashMap<String, MessageAttributeValue>();
        attributes.forEach((name, value) -> values.put(
                name,
                MessageAttributeValue.builder()
                        .dataType("String")
                        .stringValue(value)
                        .build()));
        var answer =
                sns.publish(publish -> publish.phoneNumber(to).message(text).messageAttributes(values));
        assertThat(answer.messageId()).hasSize(36);
    }

    @Test
    void aMessageArrivesAsItWasSent() {
        send(MOBILE, TEXT, Map.of("AWS.SNS.SMS.SenderID", "SupportPIN", "AWS.SNS.SMS.SMSType", "Transactional"));
        send(MOBILE, "second", Map.of());
        assertThat(outbox.messages())
                .containsExactly(new Sms(MOBILE, TEXT, "SupportPIN", NOW), new Sms(MOBILE, "second", null, NOW));
    }

    @Test
    void messagesSurviveARestart() throws IOException {
        send(MOBILE, TEXT, Map.of());
        stop();
        start();
        assertThat(outbox.messages()).containsExactly(new Sms(MOBILE, TEXT, null, NOW));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"6912345678", "+30", "+30691234567890123", "+0912345678", "tel:+306912345678", "+30 6912345678"})
    void anInvalidNumberIsRefused(String number) {
        assertThatThrownBy(() -> send(number, "text", Map.of())).isInstanceOf(InvalidParameterException.class);
        assertThat(outbox.messages()).isEmpty();
    }

    @Test
    void textAndAttributesAreChecked() {
        assertThatThrownBy(() -> send(MOBILE, "", Map.of())).isInstanceOf(InvalidParameterException.class);
        assertThatThrownBy(() -> send(MOBILE, "x".repeat(1601), Map.of()))
                .isInstanceOf(InvalidParameterException.class);
        for (var sender : new String[] {"123456", "TwelveLetter", "with space", "Ελλάδα", "-Pin"}) {
            assertThatThrownBy(() -> send(MOBILE, "text", Map.of("AWS.SNS.SMS.SenderID", sender)))
                    .as(sender)
                    .isInstanceOf(InvalidParameterException.class);
        }
        assertThatThrownBy(() -> send(MOBILE, "text", Map.of("AWS.SNS.SMS.SMSType", "Urgent")))
                .isInstanceOf(InvalidParameterException.class);
        assertThat(outbox.messages()).isEmpty();
    }

    @Test
    void topicsAndOtherActionsAreNotServed() {
        assertThatThrownBy(() -> sns.publish(publish ->
                        publish.topicArn("arn:aws:sns:eu-central-1:0:t").message("text")))
                .isInstanceOf(InvalidParameterException.class);
        assertThatThrownBy(() -> sns.listTopics())
                .isInstanceOfSatisfying(
                        SnsException.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidAction"));
    }

    @Test
    void aDamagedListIsNamedInPlainWords() throws IOException {
        Files.writeString(folder.resolve("sms.jsonl"), "{\"to\":");
        assertThatThrownBy(() -> SmsOutbox.open(data, Clock.systemUTC()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("sms.jsonl is damaged");
    }
}
