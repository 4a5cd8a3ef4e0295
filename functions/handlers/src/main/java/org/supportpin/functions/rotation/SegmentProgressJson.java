package org.supportpin.functions.rotation;

import org.supportpin.backoffice.json.Codec;
import org.supportpin.backoffice.json.ObjectCodec;
import org.supportpin.backoffice.json.Texts;
import org.supportpin.domain.audit.AuditTotals;
import org.supportpin.domain.audit.LedgerProgress;
import org.supportpin.domain.audit.SegmentProgress;
import org.supportpin.functions.report.ReportJson;

/** How far a run has come in one segment; the state machine passes it from step to step. */
final class SegmentProgressJson {

    private static final Codec<Integer> NUMBER = Codec.integer(0, Integer.MAX_VALUE);

    private static final Codec<Long> PLACE = ReportJson.COUNT;

    private static final ObjectCodec<LedgerProgress> OPEN = members -> {
        var customer = members.required("customerId", Texts.CUSTOMER_ID, LedgerProgress::customer);
        var look = members.required("look", NUMBER, LedgerProgress::look);
        var next = members.optional("next", Codec.string(), LedgerProgress::next);
        var place = members.required("place", PLACE, LedgerProgress::place);
        var found = members.required("found", ReportJson.FINDINGS, LedgerProgress::found);
        var confirmed = members.required("confirmed", ReportJson.FINDINGS, LedgerProgress::confirmed);
        return members.make(() -> new LedgerProgress(
                customer.get(), look.get(), next.orNull(), place.get(), found.get(), confirmed.get()));
    };

    static final ObjectCodec<SegmentProgress> JSON = members -> {
        var startedAt = members.required("startedAt", Texts.INSTANT, SegmentProgress::startedAt);
        var segment = members.required("segment", NUMBER, SegmentProgress::segment);
        var of = members.required("of", NUMBER, SegmentProgress::of);
        var sample = members.required("sample", NUMBER, SegmentProgress::sample);
        var next = members.optional("next", Codec.string(), SegmentProgress::next);
        var open = members.optional("open", OPEN, SegmentProgress::open);
        var tally = members.optional("tally", ReportJson.TOTALS, SegmentProgress::tally);
        return members.make(() -> new SegmentProgress(
                startedAt.get(),
                segment.get(),
                of.get(),
                sample.get(),
                next.orNull(),
                open.orNull(),
                tally.orElse(AuditTotals.NONE)));
    };

    private SegmentProgressJson() {}

    static IllegalArgumentException unknown() {
        return new IllegalArgumentException("the event is neither an audit nor a step of a sweep");
    }
}
