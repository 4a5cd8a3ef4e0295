package org.supportpin.functions.http;

import java.time.Instant;
import org.supportpin.domain.message.Handover;
import org.supportpin.functions.http.Log.Field;
import org.supportpin.functions.http.Log.Metric;

/** What operators and callers are told about an SMS that its provider did not take. */
public final class Handovers {

    private Handovers() {}

    /** Logs it, unless it was taken. */
    public static void log(Log log, Handover handover) {
        switch (handover) {
            case Handover.Taken() -> {}
            case Handover.Refused() ->
                log.line()
                        .put(Field.OUTCOME, "sms-refused")
                        .count(Metric.SMS_REFUSED)
                        .write();
            case Handover.NotTaken _, Handover.Unanswered _ -> {
                var line = log.line().put(Field.OUTCOME, "sms-not-sent").count(Metric.SMS_UNAVAILABLE);
                var reason = handover.reason();
                if (reason != null) {
                    line.error(reason);
                }
                line.write();
            }
        }
    }

    /**
     * It was counted, but the provider did not say that it has it.
     *
     * @param nextAt when the limits allow another one
     * @param now the ledger's time
     */
    public static Problem notTaken(Instant nextAt, Instant now) {
        return Problem.of(503, "temporarily-unavailable", "The SMS service is temporarily unavailable")
                .detail("The SMS may not arrive. Wait until retryAt, then request another one.")
                .retryAt(nextAt, now);
    }
}
