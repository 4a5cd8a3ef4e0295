package org.supportpin.backoffice.billing;

import org.supportpin.domain.billing.Wording;
import org.supportpin.json.Json;
import org.supportpin.json.Json.Obj;
import org.supportpin.json.Read;

/** What something is called, as JSON: {@code {el, en}}. */
final class WordingJson {

    private WordingJson() {}

    static Obj write(Wording wording) {
        return Json.object()
                .put("el", wording.greek())
                .put("en", wording.english())
                .build();
    }

    static final Read<Wording> READ = Read.object(fields -> {
        var greek = fields.required("el", Read.string());
        var english = fields.required("en", Read.string());
        return fields.make(() -> new Wording(greek.get(), english.get()));
    });
}
