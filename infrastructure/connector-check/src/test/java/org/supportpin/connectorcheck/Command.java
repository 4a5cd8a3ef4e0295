package org.supportpin.connectorcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.SesV2ClientBuilder;

/** The command with its options, as Maven runs it, in this JVM. */
public final class Command {

    /** What every test's server demands, under {@code ssm:/support-pin/key}. */
    public static final String SECRET = "canary-Secret/1";

    /** What the command printed, and its exit code. */
    public record Printed(int exit, String text) {

        public Printed fits() {
            assertThat(text).contains("It fits, as far as reading can tell.").doesNotContain("PROBLEM");
            assertThat(exit).isZero();
            return this;
        }

        /** Each text is in one of the problems, or in the advice for it. */
        public Printed doesNotFit(String... texts) {
            assertThat(text).contains("It does not fit yet: ").contains(texts);
            assertThat(exit).isEqualTo(1);
            return this;
        }

        public Printed says(String... texts) {
            assertThat(text).contains(texts);
            return this;
        }

        public Printed doesNotSay(String... texts) {
            assertThat(text).doesNotContain(texts);
            return this;
        }
    }

    private final Path folder;
    private String secret = SECRET;
    private @Nullable SSLSocketFactory tls;
    private URI ses = URI.create("http://127.0.0.1:1");

    public Command(Path folder) {
        this.folder = folder;
    }

    public Command withSecret(String other) {
        secret = other;
        return this;
    }

    public Command trusting(SSLSocketFactory factory) {
        tls = factory;
        return this;
    }

    public Command withSes(URI endpoint) {
        ses = endpoint;
        return this;
    }

    /**
     * Runs it, and makes sure that no secret is printed.
     *
     * @param settings the JSON of the file
     * @param options like {@code -Ddomain=papadopoulou.gr}
     */
    public Printed run(String connector, String settings, String... options) {
        try {
            Files.createDirectories(folder.resolve("secrets/support-pin"));
            Files.writeString(folder.resolve("secrets/support-pin/key"), secret + "\n");
            Files.writeString(folder.resolve("settings.json"), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var all = new ArrayList<>(List.of(
                "--connector=" + connector,
                "--settings=" + folder.resolve("settings.json"),
                "--secrets=" + folder.resolve("secrets")));
        for (var option : options) {
            all.add(option.replaceFirst("^-D", "--"));
        }
        return run(all, Map.of());
    }

    Printed run(List<String> options, Map<String, String> environment) {
        var bytes = new ByteArrayOutputStream();
        var outside = new Outside(environment, Clock.systemUTC(), this::ses, tls);
        var exit = new ConnectorCheck(outside, new PrintStream(bytes, true, StandardCharsets.UTF_8)).run(options);
        var text = bytes.toString(StandardCharsets.UTF_8);
        assertThat(text).doesNotContain(secret, "canary");
        return new Printed(exit, text);
    }

    private SesV2ClientBuilder ses() {
        return SesV2Client.builder()
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .endpointOverride(ses);
    }

    /** A client as the check makes it. */
    public static SesV2Client readingSes(URI endpoint) {
        return ReadingSes.of(new Command(Path.of(".")).withSes(endpoint).ses());
    }

    /** Connects as the check does, and sees that no mail transaction can begin. */
    public static void refusesToSend(int port) {
        var properties = new Properties();
        properties.put("mail.smtp.localhost", "test");
        var transport = new LoginOnly(Session.getInstance(properties));
        var message = new MimeMessage(Session.getInstance(properties));
        try {
            transport.connect("127.0.0.1", port, null, null);
            for (ThrowingCallable each : List.<ThrowingCallable>of(
                    () -> transport.sendMessage(message, new Address[0]),
                    () -> transport.simpleCommand("MAIL FROM:<a@example.gr>"),
                    () -> transport.issueCommand("mail FROM:<a@example.gr>", 250),
                    () -> transport.issueCommand("RCPT TO:<a@example.gr>", 250),
                    () -> transport.issueCommand("DATA", 354))) {
                assertThatThrownBy(each).hasMessageContaining("the connector check sends no mail");
            }
            transport.close();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
