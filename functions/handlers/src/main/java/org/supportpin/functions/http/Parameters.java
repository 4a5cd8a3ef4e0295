package org.supportpin.functions.http;

import java.time.Instant;
import java.util.List;
import org.supportpin.domain.check.Checked.Faulty;
import org.supportpin.domain.check.Checked.Valid;
import org.supportpin.domain.identity.CustomerId;

/** Parameters and problems that several functions share. */
public final class Parameters {

    private Parameters() {}

    /** The customer in the path. */
    public static CustomerId customerId(Request request) {
        return switch (CustomerId.parse(request.path("customerId"))) {
            case Valid<CustomerId>(var id) -> id;
            case Faulty<CustomerId>(var faults) ->
                throw new Rejected(Problem.invalid(List.of(faults.getFirst().within("customerId"))));
        };
    }

    /** The customer has not activated the service, or does not exist: the answer does not say which. */
    public static Problem notActivated() {
        return Problem.of(409, "not-activated", "The service is not active for this customer")
                .detail("The customer can activate it in the panel, under Account Data → Mobile services.");
    }

    /** A limit per day is reached. */
    public static Problem tooManyToday(String detail, Instant until, Instant now) {
        return Problem.of(429, "too-many-requests", "Too many today")
                .detail(detail)
                .retryAt(until, now);
    }

    /** Expired, ended, void, another agent's or unknown: the answer does not say which. */
    public static Problem notVerified() {
        return Problem.of(403, "not-verified", "The caller is not verified")
                .detail(
                        "The verification has ended, was ended by the customer's new mobile or unlock, or belongs to another agent."
                                + " Ask the caller for the PIN and verify again.");
    }
}
