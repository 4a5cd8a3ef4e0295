package org.supportpin.functions.history;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Arr;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.name.NamesInText;

/** The changes that an action makes: as short rows under the seal, and as objects in answers. */
public final class ChangesJson {

    private ChangesJson() {}

    /** What is sealed. */
    public static String sealed(List<Difference> changes) {
        return JsonText.write(Json.array(changes, ChangesJson::row));
    }

    /** A row has a fourth item if there is a note. */
    private static Json row(Difference change) {
        var items = Stream.of(change.what(), change.before(), change.after()).map(Json::of);
        return new Arr(
                change.note() == null
                        ? items.toList()
                        : Stream.concat(items, Stream.of(Json.of(change.note())))
                                .toList());
    }

    /** For an answer. */
    public static Json of(List<Difference> changes) {
        return Json.array(changes, each -> object(((Arr) row(each)).items()));
    }

    /** What was {@link #sealed}, for an answer. */
    static Json shown(String changes) {
        return JsonText.readOwn(changes) instanceof Arr(var rows)
                ? Json.array(rows, row -> object(row instanceof Arr(var items) ? items : List.of()))
                : Json.Null.NULL;
    }

    /** Names are in their own letters; {@code ascii} has those of the thing in A-labels, where that differs. */
    private static Json object(List<Json> row) {
        var what = readable(row.get(0));
        return Json.object()
                .put("what", what)
                .putIfPresent("ascii", Objects.equals(what, row.get(0)) ? null : row.get(0))
                .put("before", readable(row.get(1)))
                .put("after", readable(row.get(2)))
                .putIfPresent("note", row.size() > 3 ? row.get(3) : null)
                .build();
    }

    private static Json readable(Json text) {
        return text instanceof Json.Str(var value) ? Json.of(NamesInText.unicode(value)) : text;
    }
}
