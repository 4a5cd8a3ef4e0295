package org.supportpin.backoffice.hosting.plesk;

import java.util.Optional;
import org.supportpin.backoffice.http.Content;
import org.supportpin.backoffice.http.Reply;
import org.supportpin.backoffice.http.Reply.Answered;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.json.JsonText.MalformedJson;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.check.Checked;

/** Runs utilities by the REST API, {@code /api/v2/cli/…/call}. */
final class PleskUtilities {

    /** What became of a call. */
    sealed interface Outcome {

        /** It ran to its end. */
        record Ran(int code, String out, String err) implements Outcome {

            boolean isSuccess() {
                return code == 0;
            }
        }

        /** It certainly did not run. */
        record NotRun() implements Outcome {}

        /** Nobody knows. */
        record Lost() implements Outcome {}
    }

    private static final Read<Outcome> RAN = Read.object(fields -> {
        var code = fields.required("code", Read.integer(Integer.MIN_VALUE, Integer.MAX_VALUE));
        var out = fields.required("stdout", Read.string());
        var err = fields.required("stderr", Read.string());
        return fields.takingOthers().make(() -> new Outcome.Ran(code.get(), out.get(), err.get()));
    });

    private final PleskCaller caller;

    PleskUtilities(PleskCaller caller) {
        this.caller = caller;
    }

    Outcome call(Utility utility) {
        var path = "/api/v2/cli/" + utility.name() + "/call";
        var body = Json.object()
                .put("params", Json.array(utility.arguments(), Json::of))
                .build();
        return switch (caller.post(path, "X-API-Key", "application/json", Content.of(JsonText.write(body)))) {
            case Reply.NotSent _ -> new Outcome.NotRun();
            case Reply.Lost _ -> new Outcome.Lost();
            case Answered answered -> read(answered.content()).orElseGet(Outcome.Lost::new);
        };
    }

    private static Optional<Outcome> read(Content content) {
        try {
            return RAN.from(JsonText.read(content.bytes())) instanceof Checked.Valid<Outcome>(var ran)
                    ? Optional.of(ran)
                    : Optional.empty();
        } catch (MalformedJson e) {
            return Optional.empty();
        }
    }
}
