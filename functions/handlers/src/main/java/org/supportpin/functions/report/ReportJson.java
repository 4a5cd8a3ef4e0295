package org.supportpin.functions.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Arr;
import org.supportpin.backoffice.json.Json.Num;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.domain.audit.AuditTotals;
import org.supportpin.domain.audit.RotationReport;
import org.supportpin.domain.audit.Violation;
import org.supportpin.domain.identity.CustomerId;

/** A report, or a part of one, to and from JSON. It names customers by their ids, and holds nothing else of theirs. */
public final class ReportJson {

    private ReportJson() {}

    public static Obj write(RotationReport report) {
        var json = Json.object()
                .put("startedAt", report.startedAt().toString())
                .put("finishedAt", report.finishedAt().toString());
        write(report.tally()).members().forEach(json::put);
        return json.build();
    }

    public static Obj write(AuditTotals tally) {
        return Json.object()
                .put("ledgers", tally.ledgers())
                .put("touched", tally.touched())
                .put("entries", tally.entries())
                .put("secretsOpened", tally.secretsOpened())
                .put("readUnits", new Num(BigDecimal.valueOf(tally.readUnits())))
                .put("violationCount", tally.violationCount())
                .put("violations", Json.array(tally.violations(), ReportJson::write))
                .build();
    }

    private static Obj write(Violation violation) {
        var customer = violation.customer();
        return Json.object()
                .put("kind", violation.kind().text())
                .putIfPresent("customerId", customer == null ? null : customer.value())
                .putIfPresent("sequence", violation.sequence() == 0 ? null : Json.of(violation.sequence()))
                .build();
    }

    /** Reads what {@link #write(RotationReport)} wrote. */
    public static RotationReport report(Obj json) {
        return new RotationReport(instant(json, "startedAt"), instant(json, "finishedAt"), tally(json));
    }

    /** Reads what {@link #write(AuditTotals)} wrote. */
    public static AuditTotals tally(Obj json) {
        return new AuditTotals(
                number(json, "ledgers").longValueExact(),
                number(json, "touched").longValueExact(),
                number(json, "entries").longValueExact(),
                number(json, "secretsOpened").longValueExact(),
                number(json, "readUnits").doubleValue(),
                number(json, "violationCount").longValueExact(),
                list(json, "violations").stream().map(ReportJson::violation).toList());
    }

    private static Violation violation(Json json) {
        if (!(json instanceof Obj object)) {
            throw unreadable();
        }
        return new Violation(
                object.text("kind").flatMap(Violation.Kind::of).orElseThrow(ReportJson::unreadable),
                object.text("customerId").map(CustomerId::new).orElse(null),
                object.get("sequence").isPresent() ? number(object, "sequence").longValueExact() : 0);
    }

    private static Instant instant(Obj json, String name) {
        return Instant.parse(json.text(name).orElseThrow(ReportJson::unreadable));
    }

    private static BigDecimal number(Obj json, String name) {
        if (json.get(name).orElse(Json.NULL) instanceof Num(var value)) {
            return value;
        }
        throw unreadable();
    }

    private static List<Json> list(Obj json, String name) {
        if (json.get(name).orElse(Json.NULL) instanceof Arr(var items)) {
            return items;
        }
        throw unreadable();
    }

    private static IllegalStateException unreadable() {
        return new IllegalStateException("this is no report that this version reads");
    }
}
