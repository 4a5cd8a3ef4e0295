package org.supportpin.local.stream;

import java.math.BigDecimal;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.supportpin.backoffice.json.Json;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** A stream's records in the form in which Lambda hands them to a function. */
final class RecordJson {

    private RecordJson() {}

    static Json event(List<Record> records, String stream, String region) {
        return Json.object()
                .put("Records", Json.array(records, each -> record(each, stream, region)))
                .build();
    }

    private static Json record(Record record, String stream, String region) {
        var change = record.dynamodb();
        var data = Json.object()
                .put(
                        "ApproximateCreationDateTime",
                        new Json.Num(BigDecimal.valueOf(
                                change.approximateCreationDateTime().toEpochMilli(), 3)))
                .put("Keys", item(change.keys()))
                .put("SequenceNumber", change.sequenceNumber())
                .put("SizeBytes", Json.of(change.sizeBytes() == null ? 0 : change.sizeBytes()))
                .put("StreamViewType", change.streamViewTypeAsString());
        if (change.hasNewImage()) {
            data.put("NewImage", item(change.newImage()));
        }
        if (change.hasOldImage()) {
            data.put("OldImage", item(change.oldImage()));
        }
        var whole = Json.object()
                .put("eventID", record.eventID())
                .put("eventName", record.eventNameAsString())
                .put("eventVersion", record.eventVersion())
                .put("eventSource", "aws:dynamodb")
                .put("awsRegion", region)
                .put("dynamodb", data.build())
                .put("eventSourceARN", stream);
        var by = record.userIdentity();
        if (by != null) {
            whole.put(
                    "userIdentity",
                    Json.object()
                            .put("principalId", by.principalId())
                            .put("type", by.type())
                            .build());
        }
        return whole.build();
    }

    private static Json item(Map<String, AttributeValue> item) {
        var json = Json.object();
        new TreeMap<>(item).forEach((name, value) -> json.put(name, value(value)));
        return json.build();
    }

    private static Json value(AttributeValue value) {
        var json = Json.object();
        switch (value.type()) {
            case S -> json.put("S", value.s());
            case N -> json.put("N", value.n());
            case B -> json.put("B", base64(value.b()));
            case BOOL -> json.put("BOOL", Json.of(value.bool()));
            case NUL -> json.put("NULL", Json.of(true));
            case L -> json.put("L", Json.array(value.l(), RecordJson::value));
            case M -> json.put("M", item(value.m()));
            case SS -> json.put("SS", Json.array(value.ss(), Json::of));
            case NS -> json.put("NS", Json.array(value.ns(), Json::of));
            case BS -> json.put("BS", Json.array(value.bs(), RecordJson::base64));
            default -> throw new IllegalStateException("no attribute has the type " + value.type());
        }
        return json.build();
    }

    private static Json base64(SdkBytes bytes) {
        return Json.of(Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe()));
    }
}
