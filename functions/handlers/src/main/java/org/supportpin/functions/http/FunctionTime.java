package org.supportpin.functions.http;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Duration;
import org.supportpin.domain.deadline.Deadline;

/** The time that Lambda gives a function, after which it ends it wherever it is. */
public final class FunctionTime {

    /** For the answer and the log line. */
    private static final Duration TO_ANSWER = Duration.ofMillis(500);

    private FunctionTime() {}

    /** When a function must have done its work, so that it still answers. */
    public static Deadline of(Context context) {
        return Deadline.in(() -> Duration.ofMillis(context.getRemainingTimeInMillis()))
                .before(TO_ANSWER);
    }
}
