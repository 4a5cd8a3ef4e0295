package org.supportpin.backoffice.json;

import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import org.supportpin.backoffice.json.Json.Arr;
import org.supportpin.backoffice.json.Json.Num;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.domain.identity.Hash;

/** The canonical form of JSON: members sorted by name, numbers without superfluous digits. */
public final class Canonical {

    private Canonical() {}

    public static Json of(Json json) {
        return switch (json) {
            case Obj(var members) -> {
                var sorted = Json.object();
                new TreeMap<>(members).forEach((name, value) -> sorted.put(name, of(value)));
                yield sorted.build();
            }
            case Arr(var items) -> Json.array(items, Canonical::of);
            case Num(var value) -> new Num(value.stripTrailingZeros());
            case Json.Str text -> text;
            case Json.Bool flag -> flag;
            case Json.Null none -> none;
        };
    }

    /** The same for all JSON that means the same. */
    public static Hash hash(Json json) {
        return Hash.of(JsonText.write(of(json)).getBytes(StandardCharsets.UTF_8));
    }
}
