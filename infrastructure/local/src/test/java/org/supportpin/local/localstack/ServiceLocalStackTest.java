package org.supportpin.local.localstack;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * Against what {@code AWS_ENDPOINT_URL} (or {@code AWS_ENDPOINT_URL_DYNAMODB}, {@code …_KMS} and {@code …_SNS}) names; where it
 * names nothing, against LocalStack in a container; without Docker, it is skipped.
 */
class ServiceLocalStackTest extends AwsContract {

    /** The last version that does not require a token. */
    private static final String IMAGE =
            "localstack/localstack:4.14.0" + "@sha256:3ebc37595918b8accb852f8048fef2aff047d465167edd655528065b07bc364a";

    private @Nullable LocalStackContainer container;

    @Override
    protected Aws open() {
        var environment = System.getenv();
        if (environment.keySet().stream().anyMatch(name -> name.startsWith("AWS_ENDPOINT_URL"))) {
            return new Aws(environment);
        }
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            var sentence = "Skipped: the tests against LocalStack need a Docker engine, or AWS_ENDPOINT_URL with the"
                    + " address of a running one.";
            System.out.println(sentence);
            Assumptions.abort(sentence);
        }
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
