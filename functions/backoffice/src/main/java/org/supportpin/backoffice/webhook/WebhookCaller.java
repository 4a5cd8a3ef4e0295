package org.supportpin.backoffice.webhook;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.http.Reply;
import org.supportpin.backoffice.http.Reply.Answered;
import org.supportpin.backoffice.http.Reply.HttpAnswer;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.http.VendorMessage;
import org.supportpin.backoffice.json.Canonical;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.json.Read;
import org.supportpin.backoffice.secret.SecretStore;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.listing.Listing;
import org.supportpin.domain.listing.Pages;
import org.supportpin.domain.listing.Pages.Page;

/**
 * Calls the hoster's system: each operation is one {@code POST} of {@code {type, timestamp, data}} to one URL.
 *
 * <p>The id of a change is derived from the action and the request, so that the receiver recognises a repeated call and answers it
 * without doing it again. Each read has a new id.
 */
final class WebhookCaller {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 18;
    private static final int HASH_DIGITS = 16;
    private static final int MOST_ITEMS = 100;
    private static final Read<String> CURSOR =
            Read.matching("[!-~]{1,500}", "Enter 1 to 500 visible ASCII characters.");

    private final Clock clock;
    private final SignedPost posts;

    WebhookCaller(WebhookSettings settings, SecretStore secrets, Clock clock, Timeouts patience) {
        this.clock = clock;
        this.posts = new SignedPost(settings, secrets, patience);
    }

    /**
     * Reads something: {@code {"found": …}}, null if there is none.
     *
     * @throws BackOfficeUnavailable if there is no such answer
     */
    <T> Optional<T> read(String operation, String key, String value, Read<T> form) {
        var found = ask(operation, Json.object().put(key, value).build())
                .flatMap(body -> body.get("found"))
                .filter(json -> json.isNull() || form.from(json) instanceof Checked.Valid)
                .orElseThrow(() -> new BackOfficeUnavailable(operation));
        return found.isNull() ? Optional.empty() : form.from(found).asOptional();
    }

    /**
     * Reads a list page by page: {@code {"items": […], "nextCursor": …}}, at most 100 items each, null after the last page.
     *
     * @param customer whose things are listed; null for what is nobody's
     * @param own whether an item is the customer's, whatever the receiver says
     * @throws BackOfficeUnavailable if there is no such answer to the first page
     */
    <T> Listing<T> list(String operation, @Nullable CustomerId customer, Read<T> form, Predicate<T> own) {
        var read = page(form);
        return Pages.read(
                "",
                cursor -> ask(
                                operation,
                                Json.object()
                                        .putIfPresent("customerId", customer == null ? null : customer.value())
                                        .putIfPresent("cursor", cursor.isEmpty() ? null : cursor)
                                        .build())
                        .flatMap(body -> read.from(body).asOptional())
                        .orElseThrow(() -> new BackOfficeUnavailable(operation)),
                own);
    }

    private static <T> Read<Page<T, String>> page(Read<T> form) {
        return Read.object(fields -> {
            var items = fields.required("items", Read.list(form, 0, MOST_ITEMS));
            var next = fields.nullable("nextCursor", CURSOR);
            return fields.make(() -> new Page<>(items.get(), next.orNull()));
        });
    }

    /**
     * Changes something: {@code {"outcome": "done", "result": …}}, {@code {"outcome": "refused", "detail": …}}, or
     * {@code {"outcome": "not-done"}}.
     *
     * @param rules that the receiver's refusal may name; any other becomes {@link VendorMessage#RULE}
     */
    <T> CallOutcome<T> change(
            String operation, ActionId action, Json.Builder members, Read<T> form, Set<String> rules) {
        var data = members.put("actionId", action.value()).build();
        return post(idOf(action, operation, data), operation, data).outcome(answer -> switch (answer.status()) {
            case 200 -> body(answer).map(body -> outcome(body, form, rules)).orElseGet(CallOutcome::unknown);
            // The receiver answers these before it looks at the request.
            case 401, 403, 429 -> CallOutcome.notDone();
            default -> CallOutcome.unknown();
        });
    }

    /**
     * Finds out what became of a change, in the same form; {@code {"outcome": "unknown"}} if the receiver does not know.
     *
     * @throws BackOfficeUnavailable if there is no answer
     */
    <T> CallOutcome<T> find(String operation, Obj data, Read<T> form) {
        var body = ask(operation, data).orElseThrow(() -> new BackOfficeUnavailable(operation));
        if (body.text("outcome").equals(Optional.of("unknown"))) {
            return CallOutcome.unknown();
        }
        var outcome = outcome(body, form, Set.of());
        if (outcome instanceof CallOutcome.Done<T> || outcome instanceof CallOutcome.NotDone<T>) {
            return outcome;
        }
        throw new BackOfficeUnavailable(operation);
    }

    private Optional<Obj> ask(String operation, Obj data) {
        return post(newId(), operation, data) instanceof Answered<HttpAnswer>(var answer) && answer.status() == 200
                ? body(answer)
                : Optional.empty();
    }

    private static <T> CallOutcome<T> outcome(Obj body, Read<T> form, Set<String> rules) {
        return switch (body.text("outcome").orElse("")) {
            case "done" ->
                body.get("result")
                        .flatMap(result -> form.from(result).asOptional())
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
                .map(rule -> Refusal.untranslated(rule, refusal.detail()))
                .orElse(refusal);
    }

    private Reply<HttpAnswer> post(String id, String operation, Obj data) {
        var now = clock.instant();
        return posts.send(
                id,
                now,
                Json.object()
                        .put("type", operation)
                        .put("timestamp", now.toString())
                        .put("data", data)
                        .build());
    }

    private static Optional<Obj> body(HttpAnswer answer) {
        return JsonText.readObject(answer.content().bytes());
    }

    /** Without a full stop, which separates it from what else is signed. */
    private static String idOf(ActionId action, String operation, Obj data) {
        var asked = Json.object().put("type", operation).put("data", data).build();
        return action.value() + "-" + Canonical.hash(asked).hex().substring(0, HASH_DIGITS);
    }

    private static String newId() {
        var bytes = new byte[ID_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
