package org.supportpin.functions.report;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.supportpin.backoffice.json.Codec;
import org.supportpin.backoffice.json.Json.Num;
import org.supportpin.backoffice.json.Members;
import org.supportpin.backoffice.json.ObjectCodec;
import org.supportpin.backoffice.json.Texts;
import org.supportpin.domain.audit.AuditTotals;
import org.supportpin.domain.audit.Backlog;
import org.supportpin.domain.audit.Findings;
import org.supportpin.domain.audit.FoundViolation.Finder;
import org.supportpin.domain.audit.RotationReport;
import org.supportpin.domain.audit.Violation;
import org.supportpin.domain.check.Checked;

/** Reports and their parts. They contain customers' ids, and no other data of theirs. */
public final class ReportJson {

    private static final Codec<BigDecimal> NUMBER = Codec.of(
            Num::new, json -> json instanceof Num(var value) ? Checked.valid(value) : Checked.faulty("Use a number."));

    public static final Codec<Long> COUNT = NUMBER.as(BigDecimal::longValueExact, BigDecimal::valueOf);

    private static final ObjectCodec<Violation> VIOLATION = members -> {
        var kind = members.required("kind", Codec.oneOf(Violation.Kind.values()), Violation::kind);
        var customer = members.optional("customerId", Texts.CUSTOMER_ID, Violation::customer);
        var sequence = members.optional("sequence", COUNT, each -> each.sequence() == 0 ? null : each.sequence());
        var item = members.optional("item", Codec.string(), Violation::item);
        return members.make(() -> new Violation(kind.get(), customer.orNull(), sequence.orElse(0L), item.orNull()));
    };

    public static final ObjectCodec<Findings> FINDINGS = members -> {
        var findings = findings(members, each -> each);
        return members.make(findings);
    };

    public static final ObjectCodec<AuditTotals> TOTALS = members -> {
        var totals = totals(members, each -> each);
        return members.make(totals);
    };

    private static final ObjectCodec<Backlog> BACKLOG = members -> {
        var watch = members.required(
                "watchBehindSeconds", COUNT.as(Duration::ofSeconds, Duration::toSeconds), Backlog::watch);
        var actions = members.required("overdueActions", COUNT, Backlog::actions);
        var notices = members.required("overdueNotices", COUNT, Backlog::notices);
        var violations = members.required("openViolations", COUNT, Backlog::violations);
        return members.make(() -> new Backlog(watch.get(), actions.get(), notices.get(), violations.get()));
    };

    public static final ObjectCodec<RotationReport> REPORT = members -> {
        var startedAt = members.required("startedAt", Texts.INSTANT, RotationReport::startedAt);
        var finishedAt = members.required("finishedAt", Texts.INSTANT, RotationReport::finishedAt);
        var by = members.required("by", Codec.oneOf(Finder.values()), RotationReport::by);
        var totals = totals(members, RotationReport::tally);
        var backlog = members.optional("backlog", BACKLOG, RotationReport::backlog);
        return members.make(
                () -> new RotationReport(startedAt.get(), finishedAt.get(), by.get(), totals.get(), backlog.orNull()));
    };

    private ReportJson() {}

    private static <T> Supplier<AuditTotals> totals(Members<T> members, Function<T, AuditTotals> of) {
        var ledgers = members.required("ledgers", COUNT, of.andThen(AuditTotals::ledgers));
        var touched = members.required("touched", COUNT, of.andThen(AuditTotals::touched));
        var entries = members.required("entries", COUNT, of.andThen(AuditTotals::entries));
        var opened = members.required("secretsOpened", COUNT, of.andThen(AuditTotals::secretsOpened));
        var postponed = members.required("secretsPostponed", COUNT, of.andThen(AuditTotals::secretsPostponed));
        var units = members.required(
                "readUnits",
                NUMBER.as(BigDecimal::doubleValue, BigDecimal::valueOf),
                of.andThen(AuditTotals::readUnits));
        var gaps = members.required("gaps", COUNT, of.andThen(AuditTotals::gaps));
        var violations = findings(members, of.andThen(AuditTotals::violations));
        return () -> new AuditTotals(
                ledgers.get(),
                touched.get(),
                entries.get(),
                opened.get(),
                postponed.get(),
                units.get(),
                violations.get(),
                gaps.get());
    }

    private static <T> Supplier<Findings> findings(Members<T> members, Function<T, Findings> of) {
        var count = members.required("violationCount", COUNT, of.andThen(Findings::count));
        var first = members.required("violations", VIOLATION.list(0, Findings.MOST), of.andThen(Findings::first));
        return () -> new Findings(first.get(), count.get());
    }
}
