package org.supportpin.backoffice.registrar.epp;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.secret.Secret;
import org.supportpin.backoffice.secret.SecretReference;
import org.supportpin.backoffice.testing.StubServer;
import org.supportpin.domain.registrar.RegisteredDomain;
import org.supportpin.domain.registrar.RegisteredDomain.Status;
import org.supportpin.domain.registrar.Registrar;
import org.supportpin.domain.registrar.Signing;
import org.supportpin.domain.testing.MutableClock;
import org.supportpin.domain.testing.RegistrarContract;

class EppContractTest extends RegistrarContract {

    private final StubServer server = StubServer.start().does(new EppServer("password")::answer);
    private final Registrar registrar = new EppRegistrar(
            Epp.settings(server.endpoint(), new SecretReference("/support-pin/epp"), Epp.CONTENT_TYPE),
            _ -> new Secret("password"),
            new MutableClock(Epp.NOW),
            new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(10)));

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected Registrar registrar() {
        return registrar;
    }

    @Override
    protected RegisteredDomain domain() {
        return new RegisteredDomain(
                Epp.NAME,
                Epp.MARIA,
                Epp.OWNER,
                List.of(Epp.CONTACT),
                Epp.CHANGE.before(),
                Status.ACTIVE,
                Epp.SUBMISSION,
                Instant.parse("2028-11-20T10:00:00Z"),
                Signing.NONE);
    }
}
