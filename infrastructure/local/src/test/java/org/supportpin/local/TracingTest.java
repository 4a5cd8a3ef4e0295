package org.supportpin.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.supportpin.local.http.LoopbackServer;
import org.supportpin.local.http.Reply;
import org.supportpin.local.sample.ForkedJvm;
import org.supportpin.local.sample.TracedProcess;

/** On Lambda the SDK itself passes on a trace: no other library is needed. */
class TracingTest {

    private static final String TRACE = "Root=1-67891233-abcdef012345678912345678;Parent=463ac35c9f6413ad;Sampled=1";

    private final List<String> traces = new CopyOnWriteArrayList<>();

    @Test
    void aCallToAwsHasTheInvocationsTrace() {
        call(Map.of("AWS_LAMBDA_FUNCTION_NAME", "a-function"));

        assertThat(traces).isNotEmpty().containsOnly(TRACE);
    }

    @Test
    void nothingIsPassedOnWithoutLambda() {
        call(Map.of());

        assertThat(traces).isNotEmpty().containsOnly("none");
    }

    private void call(Map<String, String> more) {
        try (var server = LoopbackServer.bind(0, 1 << 16).serve(request -> {
            traces.add(request.header("x-amzn-trace-id").orElse("none"));
            return Reply.message(400, "no");
        })) {
            var environment = new HashMap<>(more);
            environment.putAll(Map.of(
                    "AWS_REGION", "eu-central-1",
                    "AWS_ACCESS_KEY_ID", "local",
                    "AWS_SECRET_ACCESS_KEY", "local",
                    "AWS_ENDPOINT_URL", server.uri().toString()));
            ForkedJvm.run(TracedProcess.class, environment, TRACE);
        }
    }
}
