package org.supportpin.functions.http;

import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.identity.LocalizedText;

/** A text in every language: {@code el}, {@code en}, and a member for each further language that has words for it. */
public final class TextJson {

    private TextJson() {}

    public static Obj of(LocalizedText text) {
        var json = both(text.greek(), text.english());
        Language.further().forEach(language -> text.further(language).ifPresent(own -> json.put(language.tag(), own)));
        return json.build();
    }

    /** Words of any length. */
    public static Obj of(String greek, String english) {
        var json = both(greek, english);
        Language.further()
                .forEach(language -> language.translate(english).ifPresent(own -> json.put(language.tag(), own)));
        return json.build();
    }

    private static Json.Builder both(String greek, String english) {
        return Json.object().put(Language.GREEK.tag(), greek).put(Language.ENGLISH.tag(), english);
    }

    /** The same document with further languages in each of its texts, which are the objects with {@code el} and {@code en} alone. */
    public static Json inEveryLanguage(Json document) {
        return switch (document) {
            case Obj object
            when object.members().size() == 2
                    && object.text("el").isPresent()
                    && object.text("en").isPresent() ->
                of(object.path("el").asText(), object.path("en").asText());
            case Obj object -> {
                var json = Json.object();
                object.members().forEach((name, member) -> json.put(name, inEveryLanguage(member)));
                yield json.build();
            }
            case Json.Arr(var items) -> Json.array(items, TextJson::inEveryLanguage);
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> document;
        };
    }
}
