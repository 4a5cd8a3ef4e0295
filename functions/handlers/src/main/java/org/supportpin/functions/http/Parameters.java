package org.supportpin.functions.http;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.check.Checked.Faulty;
import org.supportpin.domain.check.Checked.Valid;
import org.supportpin.domain.check.Fault;
import org.supportpin.domain.customer.AgentBudget.Suspension;
import org.supportpin.domain.customer.CallBudgets.TooMany;
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

    /** The customer has frozen telephone support. Time does not lift it. */
    public static Problem telephoneFrozen() {
        var english = "The customer has frozen telephone support. Only the customer can open it again, in the panel.";
        return Problem.of(423, "telephone-frozen", "Telephone support is frozen for this customer")
                .detail(english)
                .with(
                        "text",
                        Problem.text(
                                "Ο πελάτης έχει παγώσει την τηλεφωνική υποστήριξη."
                                        + " Μόνο ο ίδιος μπορεί να την ανοίξει ξανά, από τον πίνακα ελέγχου.",
                                english));
    }

    /** The agent verifies nobody for a while. */
    public static Problem agentSuspended(Suspension suspension, Instant now) {
        var title = switch (suspension.cause()) {
            case WRONG_PINS -> "Too many wrong PINs entered";
            case RIGHT_PINS -> "Too many callers verified";
        };
        return Problem.of(429, "agent-suspended", title)
                .detail(
                        "You can verify callers again after retryAt, or once a supervisor lifts this. A colleague can take over the call.")
                .retryAt(suspension.until(), now);
    }

    /** A limit per day is reached. */
    public static Problem tooManyToday(String detail, Instant until, Instant now) {
        return Problem.of(429, "too-many-requests", "Too many today")
                .detail(detail)
                .retryAt(until, now);
    }

    /** Too many calls announced, codes asked for or handovers offered. */
    public static Problem tooManyCalls(TooMany tooMany, Instant now) {
        return Problem.of(429, "too-many-requests", tooMany.ofAgent() ? "Too many in an hour" : "Too many today")
                .detail(
                        tooMany.ofAgent()
                                ? "You have reached the hourly limit of announced calls, typed codes and handovers. Try again at retryAt."
                                : "This customer has reached the daily limit of announced calls and typed codes. Try again at retryAt.")
                .retryAt(tooMany.until(), now);
    }

    /**
     * The page that the request's {@code cursor} names; without one, the first.
     *
     * @param pages finds it by the cursor, or null; {@link IllegalArgumentException} if no page begins there
     */
    public static <P> P page(Request request, Function<@Nullable String, P> pages) {
        try {
            return pages.apply(request.query("cursor").orElse(null));
        } catch (IllegalArgumentException noPageOfThisList) {
            throw noSuchPage();
        }
    }

    /** No page of this list begins at the request's {@code cursor}. */
    public static Rejected noSuchPage() {
        return new Rejected(
                Problem.invalid(List.of(new Fault("/cursor", "Use a nextCursor value from this list, unchanged."))));
    }

    /**
     * A wrong code.
     *
     * @param attemptsLeft at least 0
     */
    public static Problem codeRejected(String detail, int attemptsLeft) {
        return Problem.of(422, "code-rejected", "The code is wrong")
                .detail(detail)
                .with("attemptsLeft", Json.of(attemptsLeft));
    }

    /** No code is waited for: expired, tried too often, or never requested. */
    public static Problem noPendingConfirmation(String detail) {
        return Problem.of(409, "no-pending-confirmation", "No confirmation is pending")
                .detail(detail);
    }

    /** Expired, ended, void, another agent's or unknown: the answer does not say which. */
    public static Problem notVerified() {
        return Problem.of(403, "not-verified", "The caller is not verified")
                .detail(
                        "The verification has expired, was ended by you or the customer (also by a new mobile, an unlock or stricter rules), or belongs to another agent."
                                + " Ask the caller for the PIN and verify again.");
    }

    /** Too many requests under the verification were refused. */
    public static Problem refusalsUsedUp() {
        return notVerified()
                .detail("Too many requests were refused in this call. Ask the caller for the PIN and verify again.");
    }
}
