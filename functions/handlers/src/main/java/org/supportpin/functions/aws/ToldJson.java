package org.supportpin.functions.aws;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Arr;
import org.supportpin.domain.customer.Told;
import org.supportpin.domain.notice.NoticeKind;
import org.supportpin.functions.aws.Compact.Row;

/** What a customer was told of: a letter and a time for each kind, in one row. */
final class ToldJson {

    private static final Map<String, NoticeKind> LETTERS = Map.of(
            "a", NoticeKind.ACTIVATED,
            "d", NoticeKind.DEACTIVATED,
            "k", NoticeKind.LOCKED,
            "l", NoticeKind.POLICY_LOOSENED,
            "t", NoticeKind.POLICY_TIGHTENED);

    private ToldJson() {}

    static Arr write(Told told) {
        return new Arr(LETTERS.entrySet().stream()
                .filter(each -> told.last().containsKey(each.getValue()))
                .sorted(Map.Entry.comparingByKey())
                .flatMap(each ->
                        Stream.of(Json.of(each.getKey()), Compact.at(told.last().get(each.getValue()))))
                .toList());
    }

    static Told read(Json json) {
        var in = new Row(json);
        var last = new EnumMap<NoticeKind, Instant>(NoticeKind.class);
        while (in.hasMore()) {
            var kind = LETTERS.get(in.text());
            if (kind == null) {
                throw Compact.unreadable();
            }
            last.put(kind, in.instant());
        }
        return new Told(last);
    }
}
