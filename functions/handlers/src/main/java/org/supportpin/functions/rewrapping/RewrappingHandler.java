package org.supportpin.functions.rewrapping;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.supportpin.backoffice.json.Codec;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.json.JsonText.MalformedJson;
import org.supportpin.backoffice.json.ObjectCodec;
import org.supportpin.domain.customer.Rewrapping;
import org.supportpin.domain.customer.Rewrapping.Progress;
import org.supportpin.functions.Wiring;
import org.supportpin.functions.http.Log;
import org.supportpin.functions.http.Log.Field;
import org.supportpin.functions.http.Log.Metric;

/**
 * The one step of the state machine {@code Rewrapping}: takes a run's progress, goes on while there is time, and answers the progress.
 * Every failure is thrown, so that the state machine tries again from where this step began.
 */
public final class RewrappingHandler implements RequestStreamHandler {

    /** A page of 1 MB that was begun is finished: some 2,000 customers, each two calls of KMS and one of DynamoDB. */
    private static final Duration LONGEST_PAGE = Duration.ofMinutes(2);

    private static final Codec<Integer> COUNT = Codec.integer(0, Integer.MAX_VALUE);

    private static final ObjectCodec<Progress> JSON = members -> {
        var next = members.optional("next", Codec.string(), Progress::next);
        var rewrapped = members.optional("rewrapped", COUNT, Progress::rewrapped);
        var left = members.optional("left", COUNT, Progress::left);
        var notOpening = members.optional("notOpening", COUNT, Progress::notOpening);
        return members.make(
                () -> new Progress(next.orNull(), rewrapped.orElse(0), left.orElse(0), notOpening.orElse(0)));
    };

    private final Rewrapping rewrapping;
    private final Log log;

    public RewrappingHandler() {
        this(Wiring.fromEnvironment());
    }

    public RewrappingHandler(Wiring wiring) {
        rewrapping = wiring.rewrapping();
        log = wiring.log();
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        var before = progress(in);
        var after = rewrapping.goOn(before, () -> context.getRemainingTimeInMillis() > LONGEST_PAGE.toMillis());
        log.line()
                .put(Field.FUNCTION, context.getFunctionName())
                .put(Field.OUTCOME, after.next() == null ? "finished" : "goes-on")
                .count(Metric.SECRETS_NOT_OPENING, after.notOpening() - before.notOpening())
                .write();
        out.write(JsonText.write(JSON.write(after)).getBytes(StandardCharsets.UTF_8));
    }

    private static Progress progress(InputStream in) throws IOException {
        try {
            return JSON.from(JsonText.read(in.readAllBytes())).orThrow();
        } catch (MalformedJson e) {
            throw new IllegalArgumentException("the event is not the progress of a run", e);
        }
    }
}
