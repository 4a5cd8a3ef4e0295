package org.supportpin.local.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.supportpin.local.iam.Condition.Operator;
import org.supportpin.local.iam.Role.Grant;

/** What a role allows, by IAM's own rules of evaluation. */
class RoleTest {

    private static final String TABLE = "arn:aws:dynamodb:eu-central-1:000000000000:table/t";

    private static final Statement LEDGER = new Statement(
            "Ledger",
            true,
            List.of("dynamodb:PutItem", "dynamodb:Query"),
            List.of(TABLE),
            List.of(new Condition(
                    Operator.FOR_ALL_VALUES_STRING_LIKE, "dynamodb:LeadingKeys", List.of("CUSTOMER#*", "AGENT#*"))));

    private static final Statement SMS = new Statement("Sms", true, List.of("sns:Publish"), List.of("*"), List.of());

    private static final Statement NO_TOPICS =
            new Statement("NoTopics", false, List.of("sns:Publish"), List.of("arn:aws:sns:*:*:*"), List.of());

    private static final Statement SECRETS = new Statement(
            "Secrets",
            true,
            List.of("kms:Decrypt"),
            List.of("key"),
            List.of(new Condition(Operator.STRING_EQUALS, "kms:EncryptionContext:purpose", List.of("pin"))));

    private static final Role ROLE = new Role(List.of(LEDGER, SMS, NO_TOPICS, SECRETS));

    @Test
    void onlyTheActionsThatAreSpeltOut() {
        assertThat(ROLE.allows(on("dynamodb:PutItem", TABLE, "CUSTOMER#1"))).isTrue();
        assertThat(ROLE.allows(on("dynamodb:DeleteItem", TABLE, "CUSTOMER#1"))).isFalse();
        assertThat(Role.NONE.allows(on("dynamodb:PutItem", TABLE, "CUSTOMER#1")))
                .isFalse();
    }

    @Test
    void onlyTheResourceAndNotItsIndexes() {
        assertThat(ROLE.allows(on("dynamodb:Query", TABLE + "2", "CUSTOMER#1"))).isFalse();
        assertThat(ROLE.allows(on("dynamodb:Query", TABLE + "/index/pending", "CUSTOMER#1")))
                .isFalse();
    }

    @Test
    void onlyTheItemsOfTheLeadingKeys() {
        assertThat(ROLE.allows(on("dynamodb:Query", TABLE, "AGENT#1"))).isTrue();
        assertThat(ROLE.allows(on("dynamodb:Query", TABLE, "ACTION#1"))).isFalse();
        assertThat(ROLE.allows(on("dynamodb:Query", TABLE, "customer#1"))).isFalse();
    }

    @Test
    void aDenialStrikesWhatAnotherStatementAllows() {
        assertThat(ROLE.allows(new Permission("sns:Publish", "", Map.of()))).isTrue();
        assertThat(ROLE.allows(new Permission("sns:Publish", "arn:aws:sns:eu-central-1:000000000000:topic", Map.of())))
                .isFalse();
    }

    @Test
    void aConditionOnWhatTheRequestLacksIsNotMet() {
        assertThat(ROLE.allows(secret(Map.of("kms:EncryptionContext:purpose", List.of("pin")))))
                .isTrue();
        assertThat(ROLE.allows(secret(Map.of("kms:EncryptionContext:purpose", List.of("mobile")))))
                .isFalse();
        assertThat(ROLE.allows(secret(Map.of()))).isFalse();
    }

    @Test
    void whatNoCallNeedsShows() {
        var used = ROLE.used(on("dynamodb:Query", TABLE, "AGENT#1"));

        assertThat(used)
                .containsExactlyInAnyOrder(
                        new Grant("Ledger", "dynamodb:Query"),
                        new Grant("Ledger", TABLE),
                        new Grant("Ledger", "AGENT#*"));
        assertThat(ROLE.grants())
                .containsAll(used)
                .contains(new Grant("Ledger", "CUSTOMER#*"), new Grant("Sms", "*"), new Grant("Secrets", "pin"))
                .hasSize(10);
    }

    private static Permission secret(Map<String, List<String>> context) {
        return new Permission("kms:Decrypt", "key", context);
    }

    private static Permission on(String action, String table, String leading) {
        return new Permission(action, table, Map.of("dynamodb:LeadingKeys", List.of(leading)));
    }
}
