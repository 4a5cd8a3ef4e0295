package org.supportpin.functions.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportpin.domain.audit.Roots;
import org.supportpin.domain.testing.RootsContract;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoRootsTest extends RootsContract {

    private final Roots roots = new DynamoRoots(DynamoDbForTests.client(), DynamoDbForTests.TABLE);

    @Override
    protected Roots roots() {
        return roots;
    }

    private static Map<String, AttributeValue> item(String sortKey, String name, AttributeValue value) {
        return Map.of(Table.PK, Table.text("ROTATION"), Table.SK, Table.text(sortKey), name, value);
    }

    @Test
    void theAuditKnowsItsItems() {
        assertThat(DynamoRoots.isOwn(item("ROOT#2041-03-01", "statement", Table.text("a.b.c"))))
                .isTrue();
        assertThat(DynamoRoots.isOwn(item("ROOT-SECRET#2041-03-01", "secret", Table.bytes(new byte[32]))))
                .isTrue();
        assertThat(DynamoRoots.isOwn(item("ROOT-SECRET#2041-03-01", "secret", Table.bytes(new byte[31]))))
                .isFalse();
        assertThat(DynamoRoots.isOwn(item("ROOT#2041-03-01", "secret", Table.bytes(new byte[32]))))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"ROOT#2041-3-1", "ROOT#", "ROOT#2041-02-30", "ROOT-SECRET#2041-03-01", "REPORT#2041-03-01", "ROOTS"})
    void anythingElseIsNoRoot(String sortKey) {
        assertThat(DynamoRoots.isOwn(item(sortKey, "statement", Table.text("a.b.c"))))
                .isFalse();
    }
}
