package org.supportpin.functions.account;

import java.util.ArrayList;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.dns.RecordSet;
import org.supportpin.domain.dns.Zone;
import org.supportpin.domain.name.NamesInText;

/** A zone for the console: its RRsets, and which of them an action may change. */
final class ZoneJson {

    /** Nobody edits a zone with more by telephone. */
    static final int MOST_SETS = 2000;

    /** Well below the 6 MB that Lambda lets a function answer, in characters that take up to 3 bytes. */
    static final int MOST_CHARACTERS = 1 << 20;

    private ZoneJson() {}

    static Json zone(Zone zone) {
        var shown = new ArrayList<RecordSet>();
        int characters = 0;
        for (var set : zone.recordSets()) {
            var records = set.legible();
            characters += records.stream().mapToInt(String::length).sum()
                    + set.name().ascii().length();
            if (shown.size() == MOST_SETS || characters > MOST_CHARACTERS) {
                break;
            }
            shown.add(set);
        }
        return Json.object()
                .put("domain", zone.name().ascii())
                .put("unicodeName", zone.name().unicode())
                .put("recordSets", Json.array(shown, ZoneJson::set))
                .put("recordSetCount", zone.recordSets().size())
                .build();
    }

    private static Json set(RecordSet set) {
        return Json.object()
                .put("name", set.name().ascii())
                .put("unicodeName", NamesInText.unicode(set.name().ascii()))
                .put("type", set.type().text())
                .put("ttl", set.ttl())
                .put("records", Json.array(set.legible(), Json::of))
                .put("editable", set.isEditable())
                .build();
    }
}
