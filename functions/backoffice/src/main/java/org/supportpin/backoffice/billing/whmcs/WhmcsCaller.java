package org.supportpin.backoffice.billing.whmcs;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.supportpin.backoffice.http.Content;
import org.supportpin.backoffice.http.HttpCaller;
import org.supportpin.backoffice.http.Reply;
import org.supportpin.backoffice.http.Reply.HttpAnswer;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.http.VendorMessage;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.json.Read;
import org.supportpin.backoffice.secret.SecretStore;
import org.supportpin.backoffice.secret.SecretUnavailable;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.billing.BillingRules;
import org.supportpin.domain.check.Checked;

/** Calls WHMCS: each call posts a form to {@code includes/api.php} and gets JSON back. */
final class WhmcsCaller {

    /** What WHMCS answers when it rejects the caller, before it looks at the request. */
    private static final Pattern NOT_LET_IN = Pattern.compile(
            "(Authentication Failed|Invalid IP|Forbidden IP|Access Denied|Invalid or missing credentials|Invalid Permissions).*",
            Pattern.DOTALL);

    /** How WHMCS refuses a second upgrade of a service. */
    private static final String STILL_UNPAID = "Previous upgrade invoice";

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Type", "application/x-www-form-urlencoded; charset=utf-8",
            "Accept", "application/json");

    private final WhmcsAccess access;
    private final String paymentMethod;
    private final SecretStore secrets;
    private final HttpCaller http;

    /**
     * @param paymentMethod of all orders and invoices
     */
    WhmcsCaller(WhmcsAccess access, String paymentMethod, SecretStore secrets, Timeouts patience) {
        this.access = access;
        this.paymentMethod = paymentMethod;
        this.secrets = secrets;
        this.http = new HttpCaller(access.endpoint(), patience);
    }

    /** WHMCS's answer to a call. */
    sealed interface Result {

        /** {@code result=success}. */
        record Success(Obj body) implements Result {}

        /** {@code result=error}, with WHMCS's message. */
        record Failure(String message) implements Result {}
    }

    /**
     * Makes a call whose outcome is known from its answer alone.
     *
     * @param form of a success
     */
    <T> CallOutcome<T> change(Call call, Read<T> form) {
        return call(call).outcome(result -> switch (result) {
            case Result.Success(Obj body) ->
                form.from(body).asOptional().map(CallOutcome::done).orElseGet(CallOutcome::unknown);
            case Result.Failure(String message)
            when message.contains(STILL_UNPAID) -> CallOutcome.refused(BillingRules.upgradeInProgress());
            case Result.Failure(String message) -> CallOutcome.refused(VendorMessage.refusal(message));
        });
    }

    /**
     * Reads; empty if WHMCS answers that there is none.
     *
     * @throws BackOfficeUnavailable if WHMCS does not answer, or gives an unexpected answer
     */
    <T> Optional<T> find(Call call, Read<T> form) {
        return switch (call(call)) {
            case Reply.Answered<Result>(Result.Success(Obj body))
            when form.from(body) instanceof Checked.Valid<T>(var value) -> Optional.of(value);
            case Reply.Answered<Result>(Result.Failure(String message))
            when message.endsWith("Not Found") -> Optional.empty();
            default -> throw new BackOfficeUnavailable(call.action());
        };
    }

    Reply<Result> call(Call call) {
        return post(call).then(answer -> switch (answer.status()) {
            case 200 -> result(answer.content());
            case 401, 403 -> new Reply.NotSent<>("WHMCS rejected the credentials");
            default -> new Reply.Lost<>("an unexpected status");
        });
    }

    private static Reply<Result> result(Content content) {
        var body = JsonText.readObject(content.bytes()).orElseGet(() -> new Obj(Map.of()));
        return switch (body.text("result").orElse("")) {
            case "success" -> new Reply.Answered<>(new Result.Success(body));
            case "error" -> {
                var message = body.text("message").orElse("");
                yield NOT_LET_IN.matcher(message).matches()
                        ? new Reply.NotSent<>("WHMCS rejected the credentials")
                        : new Reply.Answered<>(new Result.Failure(message));
            }
            default -> new Reply.Lost<>("an unexpected answer");
        };
    }

    private Reply<HttpAnswer> post(Call call) {
        try {
            var form = call.form(paymentMethod)
                    .put("identifier", secrets.open(access.identifier()).reveal())
                    .put("secret", secrets.open(access.secret()).reveal())
                    .put("responsetype", "json");
            var accessKey = access.accessKey();
            if (accessKey != null) {
                form.put("accesskey", secrets.open(accessKey).reveal());
            }
            return http.send("POST", "/includes/api.php", HEADERS, form.content());
        } catch (SecretUnavailable e) {
            return new Reply.NotSent<>("the WHMCS credentials are not available");
        }
    }
}
