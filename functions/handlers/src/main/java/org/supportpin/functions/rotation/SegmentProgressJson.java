package org.supportpin.functions.rotation;

import org.supportpin.backoffice.json.Codec;
import org.supportpin.backoffice.json.ObjectCodec;
import org.supportpin.backoffice.json.Texts;
import org.supportpin.domain.audit.AuditTotals;
import org.supportpin.domain.audit.SegmentProgress;
import org.supportpin.functions.report.ReportJson;

/** How far a run has come in one segment; the state machine passes it from step to step. */
final class SegmentProgressJson {

    private static final Codec<Integer> NUMBER = Codec.integer(0, Integer.MAX_VALUE);

    static final ObjectCodec<SegmentProgress> JSON = members -> {
        var startedAt = members.required("startedAt", Texts.INSTANT, SegmentProgress::startedAt);
        var segment = members.required("segment", NUMBER, SegmentProgress::segment);
        var of = members.required("of", NUMBER, SegmentProgress::of);
        var sample = members.required("sample", NUMBER, SegmentProgress::sample);
        var next = members.optional("next", Codec.string(), SegmentProgress::next);
        var tally = members.optional("tally", ReportJson.TOTALS, SegmentProgress::tally);
        return members.make(() -> new SegmentProgress(
                startedAt.get(), segment.get(), of.get(), sample.get(), next.orNull(), tally.orElse(AuditTotals.NONE)));
    };

    private SegmentProgressJson() {}

    static IllegalArgumentException unknown() {
        return new IllegalArgumentException("the event is not a step of the rotation audit");
    }
}
