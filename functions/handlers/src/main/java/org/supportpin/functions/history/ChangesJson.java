package org.supportpin.functions.history;

import java.util.List;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Arr;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.action.Difference;

/** The changes that an action made: as short rows under the seal, and as objects in answers. */
public final class ChangesJson {

    private ChangesJson() {}

    /** What is sealed. */
    public static String sealed(List<Difference> changes) {
        return JsonText.write(Json.array(
                changes,
                each -> new Arr(List.of(Json.of(each.what()), Json.of(each.before()), Json.of(each.after())))));
    }

    /** What was {@link #sealed}, for an answer. */
    static Json shown(String changes) {
        return JsonText.readOwn(changes) instanceof Arr(var rows)
                ? Json.array(rows, ChangesJson::change)
                : Json.Null.NULL;
    }

    private static Json change(Json row) {
        var values = row instanceof Arr(var items) ? items : List.<Json>of();
        return Json.object()
                .put("what", values.get(0))
                .put("before", values.get(1))
                .put("after", values.get(2))
                .build();
    }
}
