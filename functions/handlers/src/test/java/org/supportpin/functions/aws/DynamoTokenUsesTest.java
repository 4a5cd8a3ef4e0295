package org.supportpin.functions.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.testing.TokenUsesContract;
import org.supportpin.domain.token.TokenUses;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoTokenUsesTest extends TokenUsesContract {

    private final DynamoTokenUses uses = new DynamoTokenUses(DynamoDbForTests.client(), DynamoDbForTests.TABLE);

    @Override
    protected TokenUses uses() {
        return uses;
    }

    /** Later than the assertion itself: DynamoDB's clock is not ours. */
    @Test
    void whatIsUsedUpIsDeletedSomeMinutesAfterItHasExpired() {
        var until = Instant.parse("2026-11-22T12:00:00Z");
        var assertion = Hash.of(new byte[] {1, 2, 3});
        uses.use(assertion, until);
        uses.count("deleted", until, 5);

        assertThat(expiry("ASSERTION#" + assertion.hex(), "USE")).isBetween(60L, 900L);
        assertThat(expiry("CLIENT#deleted", "2026-11-22T12:00:00Z")).isBetween(60L, 900L);
    }

    private static long expiry(String pk, String sk) {
        var item = DynamoDbForTests.client()
                .getItem(request -> request.tableName(DynamoDbForTests.TABLE)
                        .key(Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk))))
                .item();
        return Table.number(item, "expiresAt")
                - Instant.parse("2026-11-22T12:00:00Z").getEpochSecond();
    }
}
