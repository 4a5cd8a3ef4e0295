package org.supportpin.functions.aws;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.audit.FoundViolation.Finder;
import org.supportpin.domain.audit.RotationReport;
import org.supportpin.domain.audit.RotationReports;
import org.supportpin.functions.report.ReportJson;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;

/** {@link RotationReports} in the table: the items {@code REPORT#<instant>}, an audit's with {@code #audit} behind it, of the partition {@code ROTATION}. */
public final class DynamoRotationReports implements RotationReports {

    static final String PARTITION = "ROTATION";

    private static final AttributeValue ROTATION = Table.text(PARTITION);
    private static final String REPORT = "REPORT#";

    /** Of fixed length, so that reports sort by time. */
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Table table;

    public DynamoRotationReports(DynamoDbClient client, String table) {
        this.table = new Table(client, table);
    }

    @Override
    public void keep(RotationReport report) {
        var body = Table.text(JsonText.write(ReportJson.REPORT.write(report)));
        // Not written if the step is a retry of one that succeeded: a report is written once.
        var _ = table.put(
                "a report",
                Put.builder()
                        .tableName(table.name())
                        .item(Map.of(Table.PK, ROTATION, Table.SK, sortKey(report), "body", body))
                        .conditionExpression("attribute_not_exists(pk)")
                        .build());
    }

    /** An item that is no report is passed over: the audit names it, and nobody's audit ends on it. */
    @Override
    public List<RotationReport> list(Instant before, int limit) {
        var found = new ArrayList<RotationReport>();
        @Nullable Map<String, AttributeValue> start = null;
        do {
            var from = start;
            var answer = Table.ask(
                    "Query of reports",
                    () -> table.client()
                            .query(request -> request.tableName(table.name())
                                    .consistentRead(true)
                                    .scanIndexForward(false)
                                    .limit(limit)
                                    .exclusiveStartKey(from)
                                    .keyConditionExpression("pk = :pk AND sk < :before")
                                    .expressionAttributeValues(Map.of(":pk", ROTATION, ":before", sortKey(before)))));
            answer.items().stream().flatMap(item -> report(item).stream()).forEach(found::add);
            start = answer.hasLastEvaluatedKey() ? answer.lastEvaluatedKey() : null;
        } while (start != null && found.size() < limit);
        return List.copyOf(found.subList(0, Math.min(limit, found.size())));
    }

    /** Empty if this class did not write the item. */
    static Optional<RotationReport> report(Map<String, AttributeValue> item) {
        try {
            var report = ReportJson.REPORT
                    .from(JsonText.readOwn(Table.text(item, "body")))
                    .orThrow();
            return sortKey(report).equals(item.get(Table.SK)) ? Optional.of(report) : Optional.empty();
        } catch (RuntimeException notAReport) {
            return Optional.empty();
        }
    }

    /** A sweep and an audit may start in the same millisecond. */
    private static AttributeValue sortKey(RotationReport report) {
        var at = REPORT + INSTANT.format(report.startedAt());
        return Table.text(
                report.by() == Finder.SWEEP ? at : at + "#" + report.by().text());
    }

    private static AttributeValue sortKey(Instant at) {
        return Table.text(REPORT + INSTANT.format(at));
    }
}
