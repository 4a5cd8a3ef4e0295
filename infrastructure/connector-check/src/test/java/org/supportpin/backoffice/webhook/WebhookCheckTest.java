package org.supportpin.backoffice.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpin.backoffice.billing.BillingJson;
import org.supportpin.backoffice.dns.DnsJson;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.secret.Secret;
import org.supportpin.backoffice.testing.StubServer;
import org.supportpin.backoffice.testing.StubServer.Behaviour;
import org.supportpin.connectorcheck.Command;
import org.supportpin.connectorcheck.ReadsOnly;
import org.supportpin.domain.billing.BillingCycle;
import org.supportpin.domain.billing.Product;
import org.supportpin.domain.billing.ProductId;
import org.supportpin.domain.dns.RecordSet;
import org.supportpin.domain.dns.RecordType;
import org.supportpin.domain.dns.Zone;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.LocalizedText;
import org.supportpin.domain.money.Money;
import org.supportpin.domain.name.DnsName;
import org.supportpin.domain.name.DomainName;

/** The connector check against the receiver in Python, which was written from the description alone. */
class WebhookCheckTest {

    private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static PythonReceiver receiver;

    @TempDir
    private Path folder;

    private Command command;

    @BeforeAll
    static void start() {
        receiver = PythonReceiver.start(KEY);
        var product = new Product(
                new ProductId("basic"),
                new LocalizedText("Φιλοξενία", "Hosting"),
                Product.Kind.SERVICE,
                true,
                Map.of(BillingCycle.ANNUALLY, Money.euros("44.64")),
                Set.of());
        receiver.seed("products", "basic", BillingJson.PRODUCT.write(product));
        var mail = new RecordSet(new DnsName("papadopoulou.gr"), RecordType.inZone("TXT"), 60, List.of("\"x\""));
        var zone = new Zone(new DomainName("papadopoulou.gr"), new CustomerId("1001"), List.of(mail));
        receiver.seed("zones", "papadopoulou.gr", DnsJson.ZONE.write(zone));
    }

    @AfterAll
    static void stop() {
        if (receiver != null) {
            receiver.close();
        }
    }

    @BeforeEach
    void prepare() {
        command = new Command(folder).withSecret(KEY);
    }

    private static String settings(String url) {
        return "{\"url\": \"%s\", \"network\": \"loopback\", \"secrets\": [\"ssm:/support-pin/key\"]}".formatted(url);
    }

    private static String settings() {
        return settings(receiver.endpoint().base().toString());
    }

    @Test
    void allIsWell() {
        command.run("webhook", settings(), "-Ddomain=papadopoulou.gr", "-Dinterface=dns", "-Dcustomer=1001")
                .fits()
                .says("It accepts the signature, and answers dns.zone.", "{TXT=1}", "belongs to the customer given");
        command.run("webhook", settings(), "-Dproduct=basic", "-Dinterface=billing")
                .fits()
                .says("The product was found. It is a service product, on sale by telephone, with 1 prices");
        command.run("webhook", settings(), "-Dinterface=mail").fits().says("answers mail.find");
        for (var change : Calls.CHANGES) {
            assertThat(receiver.seen(change)).as(change).isEmpty();
        }
    }

    @Test
    void theSecretIsWrong() {
        command.withSecret("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
                .run("webhook", settings())
                .doesNotFit(
                        "The receiver rejected the signature of billing.product.", "Both sides need the same secret");
    }

    @Test
    void nothingListens() {
        command.run("webhook", settings(StubServer.nowhere().base().toString()))
                .doesNotFit("The system was not reached: no connection.");
    }

    @Test
    void theSettingsAreWrong() {
        command.run("webhook", "{\"url\": \"https://hooks.example.gr\", \"secrets\": []}", "-Dinterface=mail")
                .doesNotFit("MAIL_SETTINGS/secrets is wrong: ");
    }

    @Test
    void anAnswerIsNotInItsForm() {
        try (var server = StubServer.start()) {
            server.does(_ -> Behaviour.says(200, "{\"found\": {\"name\": \"papadopoulou.gr\", \"recordSets\": []}}"));
            command.run("webhook", settings(server.endpoint().base().toString()), "-Dinterface=dns")
                    .doesNotFit("The answer to dns.zone is not in its form: /found");
            server.does(_ -> Behaviour.says(301, ""));
            command.run("webhook", settings(server.endpoint().base().toString()), "-Dinterface=dns")
                    .doesNotFit("The receiver answered dns.zone with status 301.");
        }
    }

    @Test
    void itOnlyReads() {
        var failures = new WebhookFailuresTest();
        try (var server = StubServer.start()) {
            server.does(failures::well);
            ReadsOnly.verify(
                    "webhook",
                    server,
                    () -> failures.operations(
                            server.endpoint(),
                            _ -> new Secret(Command.SECRET),
                            new Timeouts(Timeouts.USUAL.whole(), Timeouts.USUAL.whole())),
                    failures::isChange);
        }
    }
}
