package org.supportpin.backoffice.billing;

import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.identity.LocalizedText;

/** What something is called, as JSON: {@code {el, en}}. */
final class LocalizedTextJson {

    private LocalizedTextJson() {}

    static Obj write(LocalizedText wording) {
        return Json.object()
                .put("el", wording.greek())
                .put("en", wording.english())
                .build();
    }

    static final Read<LocalizedText> READ = Read.object(fields -> {
        var greek = fields.required("el", Read.string());
        var english = fields.required("en", Read.string());
        return fields.make(() -> new LocalizedText(greek.get(), english.get()));
    });
}
