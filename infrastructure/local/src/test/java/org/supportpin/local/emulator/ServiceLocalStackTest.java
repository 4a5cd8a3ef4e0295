package org.supportpin.local.emulator;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/** Against LocalStack in a container; without Docker, it is skipped. */
class ServiceLocalStackTest extends AwsContract {

    /** The last version that does not require a token. */
    private static final String IMAGE =
            "localstack/localstack:4.14.0" + "@sha256:3ebc37595918b8accb852f8048fef2aff047d465167edd655528065b07bc364a";

    private @Nullable LocalStackContainer container;

    @Override
    protected Emulator emulator() {
        return Emulator.LOCALSTACK;
    }

    @Override
    protected Aws open() {
        Containers.need("LocalStack");
        container = new LocalStackContainer(DockerImageName.parse(IMAGE)).withServices("dynamodb", "kms", "sns");
        container.start();
        return new Aws(Map.of(
                "AWS_ENDPOINT_URL", container.getEndpoint().toString(),
                "AWS_REGION", container.getRegion(),
                "AWS_ACCESS_KEY_ID", container.getAccessKey(),
                "AWS_SECRET_ACCESS_KEY", container.getSecretKey()));
    }

    @AfterAll
    void stop() {
        if (container != null) {
            container.stop();
        }
    }
}
