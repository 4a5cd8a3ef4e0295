package org.supportpin.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Row 24 of the threats: data outlives its stack. Row 9: the disk discloses nothing. */
class StorageTest {

    private final Template template = new Template();

    @Test
    void theTableAndItsKeySurviveTheStack() {
        for (var id : List.of("Table", "Key", "DestinationKey", "SigningKey")) {
            assertThat(template.resource(id).path("DeletionPolicy").asText()).isEqualTo("Retain");
            assertThat(template.resource(id).path("UpdateReplacePolicy").asText())
                    .isEqualTo("Retain");
        }
        assertThat(template.properties("Table")
                        .path("DeletionProtectionEnabled")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void theTableCanGoBackToAnySecond() {
        assertThat(template.properties("Table")
                        .at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void everyTableIsEncryptedWithTheKeyOfTheDeployment() {
        assertThat(template.ofType("AWS::DynamoDB::Table"))
                .containsOnlyKeys("Table", "BackOfficeTable", "TokenTable")
                .allSatisfy(
                        (id, table) -> assertThat(table.path("SSESpecification").toString())
                                .isEqualTo("{\"SSEEnabled\":true,\"SSEType\":\"KMS\","
                                        + "\"KMSMasterKeyId\":{\"Fn::GetAtt\":\"Key.Arn\"}}"));
        assertThat(template.properties("Key").path("EnableKeyRotation").asBoolean())
                .isTrue();
    }

    /** A statement of the key's policy without a condition may administer the key, but never use it. */
    @Test
    void nobodyUsesTheKeyUnconditionally() {
        assertThat(template.properties("Key").at("/KeyPolicy/Statement").valueStream())
                .filteredOn(statement -> !statement.has("Condition"))
                .singleElement()
                .satisfies(statement -> assertThat(Template.texts(statement.path("Action")))
                        .noneMatch(action ->
                                action.contains("*") || action.matches("kms:(.*crypt.*|Generate.*|CreateGrant)")));
    }

    @Test
    void itemsHaveTheKeysOfTheDesignAndEndByThemselves() {
        var table = template.properties("Table");

        assertThat(table.path("BillingMode").asText()).isEqualTo("PAY_PER_REQUEST");
        assertThat(table.path("KeySchema").findValuesAsText("AttributeName")).containsExactly("pk", "sk");
        assertThat(table.path("TimeToLiveSpecification").toString())
                .isEqualTo("{\"AttributeName\":\"expiresAt\",\"Enabled\":true}");
    }

    @Test
    void whatIsPendingIsFoundByTimeAndAloneInItsIndex() {
        var indexes = template.properties("Table").path("GlobalSecondaryIndexes");

        assertThat(indexes).hasSize(1);
        assertThat(indexes.at("/0/IndexName").asText()).isEqualTo("pending");
        assertThat(indexes.path(0).path("KeySchema").findValuesAsText("AttributeName"))
                .containsExactly("pendingShard", "pendingSince");
        assertThat(indexes.at("/0/Projection").toString())
                .isEqualTo("{\"ProjectionType\":\"INCLUDE\",\"NonKeyAttributes\":[\"action\"]}");
    }

    @Test
    void theSimulatedBackOfficeExistsOnlyIfChosen() {
        assertThat(template.resource("BackOfficeTable").path("Condition").asText())
                .isEqualTo("SimulatedBackOffice");
    }
}
