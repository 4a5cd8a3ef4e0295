package org.supportpin.functions.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.audit.Pulse;
import org.supportpin.domain.testing.PulseContract;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One table has one pulse. */
class DynamoPulseTest extends PulseContract {

    private final DynamoPulse pulse = new DynamoPulse(DynamoDbForTests.client(), DynamoDbForTests.TABLE);

    @Override
    protected Pulse pulse() {
        return pulse;
    }

    @BeforeEach
    void remove() {
        for (int lane = 0; lane < Pulse.LANES; lane++) {
            delete("PULSE#" + lane);
            delete("HEARD#" + lane);
        }
    }

    private static Map<String, AttributeValue> key(String partition) {
        return Map.of("pk", AttributeValue.fromS(partition), "sk", AttributeValue.fromS("BEAT"));
    }

    private static void delete(String partition) {
        DynamoDbForTests.client()
                .deleteItem(request -> request.tableName(DynamoDbForTests.TABLE).key(key(partition)));
    }

    /** Otherwise whoever can write one item ends every audit. */
    @Test
    void whatIsNoBeatWasNeverHeard() {
        pulse.send(0, Instant.ofEpochMilli(1_800_000_000_000L));
        DynamoDbForTests.client()
                .putItem(request -> request.tableName(DynamoDbForTests.TABLE)
                        .item(Map.of(
                                "pk", AttributeValue.fromS("HEARD#0"),
                                "sk", AttributeValue.fromS("BEAT"),
                                "at", AttributeValue.fromS("soon"))));

        assertThat(pulse.lanes().getFirst())
                .isEqualTo(new Pulse.Lane(0, Instant.ofEpochMilli(1_800_000_000_000L), Instant.EPOCH));
    }
}
