package org.supportpin.backoffice.billing.whmcs;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.supportpin.backoffice.http.HttpCaller;
import org.supportpin.backoffice.http.Reply;
import org.supportpin.backoffice.http.Reply.Answered;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.http.VendorMessage;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.json.JsonText.MalformedJson;
import org.supportpin.backoffice.json.Read;
import org.supportpin.backoffice.secret.SecretStore;
import org.supportpin.backoffice.secret.SecretUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.billing.BillingRules;
import org.supportpin.domain.check.Checked;

/** Calls WHMCS: each call is a form, posted to {@code includes/api.php}, and answered with JSON. */
final class WhmcsCaller {

    /** How WHMCS says, before it looks at what is asked for, that the caller is not let in. */
    private static final Pattern NOT_LET_IN = Pattern.compile(
            "(Authentication Failed|Invalid IP|Forbidden IP|Access Denied|Invalid or missing credentials|Invalid Permissions).*",
            Pattern.DOTALL);

    /** How WHMCS refuses a second upgrade of a service. */
    private static final String STILL_UNPAID = "Previous upgrade invoice";

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Type", "application/x-www-form-urlencoded; charset=utf-8",
            "Accept", "application/json");

    private final WhmcsSettings settings;
    private final SecretStore secrets;
    private final HttpCaller http;

    WhmcsCaller(WhmcsSettings settings, SecretStore secrets, Timeouts patience) {
        this.settings = settings;
        this.secrets = secrets;
        this.http = new HttpCaller(settings.endpoint(), patience);
    }

    /** What WHMCS says to a call. */
    sealed interface Said {

        /** {@code result=success}. */
        record Yes(Obj body) implements Said {}

        /** {@code result=error}, and why. */
        record No(String words) implements Said {}

        /** Nothing was sent, or the caller was not let in: nothing was done. */
        record Nothing() implements Said {}

        /** No answer, or none that could be read. */
        record Unclear() implements Said {}
    }

    /**
     * Makes a call of which the answer is all that counts.
     *
     * @param form of a success
     */
    <T> CallOutcome<T> change(Call call, Read<T> form) {
        return switch (call(call)) {
            case Said.Yes(Obj body) ->
                form.from(body) instanceof Checked.Valid<T>(var value)
                        ? CallOutcome.done(value)
                        : CallOutcome.unknown();
            case Said.No(String words)
            when words.contains(STILL_UNPAID) -> CallOutcome.refused(BillingRules.upgradeInProgress());
            case Said.No(String words) -> CallOutcome.refused(VendorMessage.refusal(words));
            case Said.Nothing _ -> CallOutcome.notDone();
            case Said.Unclear _ -> CallOutcome.unknown();
        };
    }

    Said call(Call call) {
        return switch (post(call)) {
            case Reply.NotSent _ -> new Said.Nothing();
            case Reply.Lost _ -> new Said.Unclear();
            case Answered answer ->
                switch (answer.status()) {
                    case 200 -> said(answer);
                    case 401, 403 -> new Said.Nothing();
                    default -> new Said.Unclear();
                };
        };
    }

    private static Said said(Answered answer) {
        var body = body(answer);
        return switch (body.flatMap(each -> each.text("result")).orElse("")) {
            case "success" -> new Said.Yes(body.orElseThrow());
            case "error" -> {
                var words = body.flatMap(each -> each.text("message")).orElse("");
                yield NOT_LET_IN.matcher(words).matches() ? new Said.Nothing() : new Said.No(words);
            }
            default -> new Said.Unclear();
        };
    }

    private Reply post(Call call) {
        try {
            var form = call.form(settings.paymentMethod())
                    .put("identifier", secrets.open(settings.identifier()).reveal())
                    .put("secret", secrets.open(settings.secret()).reveal())
                    .put("responsetype", "json");
            var accessKey = settings.accessKey();
            if (accessKey != null) {
                form.put("accesskey", secrets.open(accessKey).reveal());
            }
            return http.send("POST", "/includes/api.php", HEADERS, form.content());
        } catch (SecretUnavailable e) {
            return new Reply.NotSent("WHMCS's credentials cannot be had");
        }
    }

    private static Optional<Obj> body(Answered answer) {
        try {
            return JsonText.read(answer.content().bytes()) instanceof Obj object
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (MalformedJson e) {
            return Optional.empty();
        }
    }
}
