package org.supportpin.backoffice.hosting.plesk;

import org.supportpin.backoffice.http.Content;
import org.supportpin.backoffice.http.Reply;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.json.Read;

/** Runs command-line utilities through the REST API, {@code /api/v2/cli/…/call}. */
record PleskUtilities(PleskCaller caller) {

    /** A utility that ran to its end. */
    record Ran(int code, String out, String err) {

        boolean isSuccess() {
            return code == 0;
        }
    }

    private static final Read<Ran> RAN = Read.object(fields -> {
        var code = fields.required("code", Read.integer(Integer.MIN_VALUE, Integer.MAX_VALUE));
        var out = fields.required("stdout", Read.string());
        var err = fields.required("stderr", Read.string());
        return fields.takingOthers().make(() -> new Ran(code.get(), out.get(), err.get()));
    });

    Reply<Ran> call(Utility utility) {
        var path = "/api/v2/cli/" + utility.name() + "/call";
        var body = Json.object()
                .put("params", Json.array(utility.arguments(), Json::of))
                .build();
        return caller.post(path, "X-API-Key", "application/json", Content.of(JsonText.write(body)))
                .then(content -> JsonText.readObject(content.bytes())
                        .flatMap(json -> RAN.from(json).asOptional())
                        .<Reply<Ran>>map(Reply.Answered::new)
                        .orElseGet(() -> new Reply.Lost<>("an unexpected answer")));
    }
}
