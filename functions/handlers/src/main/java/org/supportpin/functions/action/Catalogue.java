package org.supportpin.functions.action;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.json.JsonText.MalformedJson;
import org.supportpin.domain.action.ActionName;
import org.supportpin.functions.http.TextJson;

/** The list of actions for the console; each entry is a resource beside this class. */
public final class Catalogue {

    public static final List<ActionName> NAMES = List.of(ActionName.values());

    private Catalogue() {}

    static Json json() {
        return Json.object().put("actions", Json.array(NAMES, Catalogue::entry)).build();
    }

    private static Json entry(ActionName name) {
        var resource = name.text() + ".json";
        try (var in = Catalogue.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            return TextJson.inEveryLanguage(JsonText.read(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MalformedJson e) {
            throw new IllegalStateException(resource + " is not JSON", e);
        }
    }
}
