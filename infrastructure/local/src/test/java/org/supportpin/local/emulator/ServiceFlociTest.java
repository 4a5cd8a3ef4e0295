package org.supportpin.local.emulator;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** Against Floci, which asks for no account, in a container; without Docker, it is skipped. */
class ServiceFlociTest extends AwsContract {

    private static final String IMAGE =
            "floci/floci:2.2.0" + "@sha256:e97cd0c1dc2aa14e7697fb5ef5018404c4d6345169dbd276315f0bed2c7b0520";

    private static final int PORT = 4566;

    private @Nullable GenericContainer<?> container;

    @Override
    protected Emulator emulator() {
        return Emulator.FLOCI;
    }

    @Override
    protected Aws open() {
        Containers.need("Floci");
        container = new GenericContainer<>(DockerImageName.parse(IMAGE))
                .withExposedPorts(PORT)
                .waitingFor(Wait.forHttp("/_floci/health").forPort(PORT));
        container.start();
        return new Aws(
                Map.of("AWS_ENDPOINT_URL", "http://" + container.getHost() + ":" + container.getMappedPort(PORT)));
    }

    @AfterAll
    void stop() {
        if (container != null) {
            container.stop();
        }
    }
}
