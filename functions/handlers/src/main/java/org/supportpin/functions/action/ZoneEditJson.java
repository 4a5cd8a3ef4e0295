package org.supportpin.functions.action;

import java.util.List;
import org.supportpin.backoffice.dns.DnsJson;
import org.supportpin.backoffice.json.Codec;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.ObjectCodec;
import org.supportpin.backoffice.json.Texts;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.dns.RecordSetEdit;
import org.supportpin.domain.dns.ZoneEdit;

/** A zone edit in plans and results. */
final class ZoneEditJson {

    private static final Codec<Risk> RISK = Codec.text(Risk::name, Risk::valueOf, "Use one of the names of Risk.");

    private static final Codec<List<RecordSetEdit>> RECORD_SETS = DnsJson.RECORD_SET_EDIT.list(0, Integer.MAX_VALUE);

    private static final Codec<List<RecordSetEdit>> STORED = DnsJson.LEGIBLE_RECORD_SET_EDIT.list(0, Integer.MAX_VALUE);

    /** Includes the fingerprint of the zone that it was planned on. */
    static final ObjectCodec<ZoneEdit> PLAN = members -> {
        var zone = members.required("zone", Texts.DOMAIN_NAME, ZoneEdit::zone);
        var basis = members.required("basis", Codec.string(), ZoneEdit::basis);
        var risk = members.required("risk", RISK, ZoneEdit::risk);
        var sets = members.required("recordSets", STORED, ZoneEdit::recordSets);
        return members.make(() -> new ZoneEdit(zone.get(), basis.get(), risk.get(), sets.get()));
    };

    private ZoneEditJson() {}

    /** Each RRset before and after. */
    static Json result(ZoneEdit edit) {
        return Json.object()
                .put("domain", edit.zone().ascii())
                .put("recordSets", RECORD_SETS.write(edit.recordSets()))
                .build();
    }
}
