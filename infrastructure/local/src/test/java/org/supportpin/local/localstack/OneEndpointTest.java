package org.supportpin.local.localstack;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;

/** What is made for LocalStack, run on any machine: against the local stack's own services behind one {@code AWS_ENDPOINT_URL}. */
class OneEndpointTest extends AwsContract {

    @TempDir
    private static Path folder;

    private @Nullable OneEndpoint endpoint;

    @Override
    protected Aws open() {
        endpoint = new OneEndpoint(folder.resolve("data"));
        return new Aws(endpoint.environment());
    }

    @AfterAll
    void stop() throws IOException {
        if (endpoint != null) {
            endpoint.close();
        }
    }
}
