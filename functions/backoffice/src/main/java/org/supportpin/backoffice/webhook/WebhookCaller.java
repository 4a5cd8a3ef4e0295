package org.supportpin.backoffice.webhook;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.supportpin.backoffice.http.Content;
import org.supportpin.backoffice.http.HttpCaller;
import org.supportpin.backoffice.http.Reply;
import org.supportpin.backoffice.http.Reply.Answered;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.http.VendorMessage;
import org.supportpin.backoffice.json.Canonical;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.json.JsonText.MalformedJson;
import org.supportpin.backoffice.json.Read;
import org.supportpin.backoffice.secret.SecretStore;
import org.supportpin.backoffice.secret.SecretUnavailable;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.check.Checked;

/**
 * Calls the hoster's system: each operation is one {@code POST} of {@code {type, timestamp, data}} to one URL.
 *
 * <p>What changes something has an id made of the action's and of what is asked for: the same call again has the same id, and the
 * receiver answers it without doing it again. What only reads has an id of its own each time.
 */
final class WebhookCaller {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 18;
    private static final int HASH_DIGITS = 16;

    private final WebhookSettings settings;
    private final SecretStore secrets;
    private final Clock clock;
    private final HttpCaller http;

    WebhookCaller(WebhookSettings settings, SecretStore secrets, Clock clock, Timeouts patience) {
        this.settings = settings;
        this.secrets = secrets;
        this.clock = clock;
        this.http = new HttpCaller(settings.endpoint(), patience);
    }

    /**
     * Reads something: {@code {"found": …}}, null where there is none.
     *
     * @throws BackOfficeUnavailable if no such answer comes
     */
    <T> Optional<T> read(String operation, Obj data, Read<T> form) {
        if (post(newId(), operation, data) instanceof Answered answer && answer.status() == 200) {
            var found = body(answer).flatMap(each -> each.get("found"));
            if (found.equals(Optional.of(Json.Null.NULL))) {
                return Optional.empty();
            }
            var read = found.map(form::from);
            if (read.isPresent() && read.get() instanceof Checked.Valid<T>(var value)) {
                return Optional.of(value);
            }
        }
        throw new BackOfficeUnavailable(operation);
    }

    /**
     * Changes something: {@code {"outcome": "done", "result": …}}, {@code {"outcome": "refused", "detail": …}}, or
     * {@code {"outcome": "not-done"}}.
     *
     * @param rules what a refusal of the receiver may name; any other counts as its own
     */
    <T> CallOutcome<T> change(
            String operation, ActionId action, Json.Builder members, Read<T> form, Set<String> rules) {
        var data = members.put("actionId", action.value()).build();
        return switch (post(idOf(action, operation, data), operation, data)) {
            case Reply.NotSent _ -> CallOutcome.notDone();
            case Reply.Lost _ -> CallOutcome.unknown();
            case Answered answer ->
                switch (answer.status()) {
                    case 200 ->
                        body(answer).map(body -> outcome(body, form, rules)).orElseGet(CallOutcome::unknown);
                    // The receiver says these before it looks at what is asked for.
                    case 401, 403, 429 -> CallOutcome.notDone();
                    default -> CallOutcome.unknown();
                };
        };
    }

    /**
     * Finds out what became of a change, in the same form; {@code {"outcome": "unknown"}} where the receiver does not know.
     *
     * @throws BackOfficeUnavailable if no answer comes
     */
    <T> CallOutcome<T> find(String operation, Obj data, Read<T> form) {
        if (post(newId(), operation, data) instanceof Answered answer && answer.status() == 200) {
            var body = body(answer);
            if (body.flatMap(each -> each.text("outcome")).equals(Optional.of("unknown"))) {
                return CallOutcome.unknown();
            }
            var effect = body.map(each -> outcome(each, form, Set.of())).orElseGet(CallOutcome::unknown);
            if (effect instanceof CallOutcome.Done<T> || effect instanceof CallOutcome.NotDone<T>) {
                return effect;
            }
        }
        throw new BackOfficeUnavailable(operation);
    }

    private static <T> CallOutcome<T> outcome(Obj body, Read<T> form, Set<String> rules) {
        return switch (body.text("outcome").orElse("")) {
            case "done" ->
                body.get("result")
                        .map(form::from)
                        .flatMap(read ->
                                read instanceof Checked.Valid<T>(var value) ? Optional.of(value) : Optional.empty())
                        .map(CallOutcome::done)
                        .orElseGet(CallOutcome::unknown);
            case "refused" -> CallOutcome.refused(refusal(body, rules));
            case "not-done" -> CallOutcome.notDone();
            default -> CallOutcome.unknown();
        };
    }

    private static Refusal refusal(Obj body, Set<String> rules) {
        var refusal = VendorMessage.refusal(body.text("detail").orElse(""));
        return body.text("rule")
                .filter(rules::contains)
                .map(rule -> new Refusal(rule, refusal.detail()))
                .orElse(refusal);
    }

    private Reply post(String id, String operation, Obj data) {
        var now = clock.instant();
        var content = Content.of(JsonText.write(Json.object()
                .put("type", operation)
                .put("timestamp", now.toString())
                .put("data", data)
                .build()));
        try {
            var keys = settings.secrets().stream().map(secrets::open).toList();
            var headers = Map.of(
                    "Content-Type",
                    "application/json",
                    "webhook-id",
                    id,
                    "webhook-timestamp",
                    Long.toString(now.getEpochSecond()),
                    "webhook-signature",
                    Signature.of(id, now, content, keys));
            return http.send("POST", "", headers, content);
        } catch (SecretUnavailable e) {
            return new Reply.NotSent("the webhook's secret cannot be had");
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

    private static String idOf(ActionId action, String operation, Obj data) {
        var asked = Json.object().put("type", operation).put("data", data).build();
        return action.value() + "." + Canonical.hash(asked).hex().substring(0, HASH_DIGITS);
    }

    private static String newId() {
        var bytes = new byte[ID_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
