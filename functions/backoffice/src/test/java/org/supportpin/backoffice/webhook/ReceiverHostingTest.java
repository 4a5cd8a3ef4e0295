package org.supportpin.backoffice.webhook;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.supportpin.backoffice.hosting.HostingJson;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.secret.Secret;
import org.supportpin.backoffice.secret.SecretReference;
import org.supportpin.domain.hosting.HostingPackage;
import org.supportpin.domain.hosting.PackageId;
import org.supportpin.domain.hosting.WebHosting;
import org.supportpin.domain.testing.HostingContract;

class ReceiverHostingTest extends HostingContract {

    private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Timeouts CALM = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(10));

    private static PythonReceiver receiver;

    private final HostingPackage hostingPackage = sample("pkg-" + UUID.randomUUID());

    @BeforeAll
    static void start() {
        receiver = PythonReceiver.start(KEY);
    }

    @AfterAll
    static void stop() {
        if (receiver != null) {
            receiver.close();
        }
    }

    @BeforeEach
    void seed() {
        receiver.seed("packages", hostingPackage.id().value(), HostingJson.PACKAGE.write(hostingPackage));
    }

    @Override
    protected WebHosting hosting() {
        var settings = new WebhookSettings(receiver.endpoint(), List.of(new SecretReference("/support-pin/hook")));
        return new Webhook(settings, _ -> new Secret(KEY), Clock.systemUTC(), CALM).webHosting();
    }

    @Override
    protected HostingPackage hostingPackage() {
        return hostingPackage;
    }

    @Override
    protected PackageId unknown() {
        return new PackageId("pkg-" + UUID.randomUUID());
    }
}
