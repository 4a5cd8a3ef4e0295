package org.supportpin.local.emulator;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;

/** The tests for emulators, on any machine: with the local stack's services behind one {@code AWS_ENDPOINT_URL}. */
class OneEndpointTest extends AwsContract {

    @TempDir
    private static Path folder;

    private @Nullable OneEndpoint endpoint;

    @Override
    protected Emulator emulator() {
        return Emulator.NONE_KNOWN;
    }

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
