package org.supportpin.local.template;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.supportpin.backoffice.json.Json;

/** Reads the events of the type DynamoDB that are enabled. Their filters are not applied: a function that is called for some changes passes over the others. */
record StreamReader(Intrinsics intrinsics) {

    /** Lambda's default. */
    private static final int BATCH = 100;

    /** A stream keeps its records for a day. */
    private static final int DAY_SECONDS = 86_400;

    private static final Pattern STREAM = Pattern.compile(":table/([^/]+)/stream/");

    List<StreamSource> read(Json properties) {
        return properties.path("Events").members().entrySet().stream()
                .filter(event -> event.getValue().path("Type").asText().equals("DynamoDB"))
                .filter(event -> !intrinsics
                        .text(event.getValue().path("Properties").path("Enabled"))
                        .equals("false"))
                .map(event -> source(event.getKey(), event.getValue().path("Properties")))
                .toList();
    }

    private StreamSource source(String name, Json event) {
        var match = STREAM.matcher(intrinsics.text(event.path("Stream")));
        if (!match.find()) {
            throw new TemplateFault("the event " + name + " names no stream of a table of this template");
        }
        if (!intrinsics.text(event.path("StartingPosition")).equals("TRIM_HORIZON")) {
            throw new TemplateFault("the event " + name + " does not start with the oldest change");
        }
        int retries = intrinsics.number(event.path("MaximumRetryAttempts"), -1);
        var letters = intrinsics.text(
                event.path("DestinationConfig").path("OnFailure").path("Destination"));
        return new StreamSource(
                name,
                match.group(1),
                intrinsics.number(event.path("BatchSize"), BATCH),
                intrinsics.text(event.path("BisectBatchOnFunctionError")).equals("true"),
                intrinsics.texts(event.path("FunctionResponseTypes")).contains("ReportBatchItemFailures"),
                retries < 0 ? Integer.MAX_VALUE : retries,
                Duration.ofSeconds(intrinsics.number(event.path("MaximumRecordAgeInSeconds"), DAY_SECONDS)),
                letters.isEmpty() ? null : letters);
    }
}
