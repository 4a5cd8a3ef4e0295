package org.supportpin.functions.action;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.action.Gates;
import org.supportpin.domain.action.Gates.Shut;

/** Gates in answers. */
final class GateJson {

    private GateJson() {}

    /** The names of those that stand before an action; null for none. */
    static Json names(@Nullable Gates gates) {
        return Json.array(
                gates == null ? List.<Shut>of() : gates.shut(),
                each -> Json.of(each.gate().text()));
    }

    /** What a waiting action waits for, and until when. */
    static Json.Builder put(Json.Builder json, Gates gates) {
        return json.put("waitingFor", names(gates)).put("until", gates.until().toString());
    }
}
