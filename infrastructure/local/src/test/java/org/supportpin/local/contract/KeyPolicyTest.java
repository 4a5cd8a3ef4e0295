package org.supportpin.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The key's own policy and the roles say the same: neither is wider than the other. */
class KeyPolicyTest {

    private static final Pattern PATH = Pattern.compile(
            "arn:\\$\\{AWS::Partition}:iam::\\$\\{AWS::AccountId}:role(/\\$\\{AWS::StackName}/[a-z-]+/)\\*");

    private final Template template = new Template();

    /** What a role may do with secrets: path, call and purpose. */
    private record Use(String path, String action, String purpose) {}

    @Test
    void whatARoleMayDoWithSecretsTheKeyAllowsThatRoleAlone() {
        assertThat(byKey()).isNotEmpty().isEqualTo(byRoles());
    }

    @Test
    void aRolesPathIsItsOwn() {
        assertThat(template.functions().keySet().stream().map(this::path))
                .doesNotHaveDuplicates()
                .allMatch(path -> path.matches("/\\$\\{AWS::StackName}/[a-z-]+/"));
    }

    /** KMS's audit trail has the customer's id with each use; without one, the key cannot be used. */
    @Test
    void everyUseNamesTenantAndCustomer() {
        assertThat(uses()).hasSize(4).allSatisfy(statement -> {
            assertThat(statement
                            .at("/Condition/StringEquals/kms:EncryptionContext:tenant/Ref")
                            .asText())
                    .isEqualTo("Tenant");
            assertThat(statement
                            .at("/Condition/Null/kms:EncryptionContext:customer")
                            .asText())
                    .isEqualTo("false");
            assertThat(statement.at("/Condition/ArnLike/aws:PrincipalArn").size())
                    .isPositive();
        });
    }

    /** All other use of the key goes through DynamoDB, within the account. */
    @Test
    void nobodyElseUsesTheKeyDirectly() {
        assertThat(statements())
                .filteredOn(Predicate.not(Template::isOfSecrets))
                .filteredOn(statement ->
                        Template.texts(statement.path("Action")).anyMatch(action -> action.contains("crypt")))
                .isNotEmpty()
                .allSatisfy(statement -> assertThat(statement
                                .at("/Condition/StringEquals/kms:ViaService/Fn::Sub")
                                .asText())
                        .startsWith("dynamodb."));
    }

    /** Whoever may hash numbers could try them all: these are the two functions that send SMS to count, and nobody else. */
    @Test
    void theKeyThatHashesNumbersDoesNothingElseForNobodyElse() {
        var hashing = template.functions().keySet().stream()
                .filter(function -> template.statements(function).stream()
                        .anyMatch(statement ->
                                statement.at("/Resource/Fn::GetAtt").asText().equals("DestinationKey.Arn")))
                .map(this::path)
                .collect(Collectors.toSet());
        var allowed = template.properties("DestinationKey")
                .at("/KeyPolicy/Statement")
                .valueStream()
                .filter(statement -> !statement.path("Sid").asText().equals("Administration"))
                .toList();

        assertThat(allowed).singleElement().satisfies(statement -> {
            assertThat(Template.texts(statement.path("Action"))).containsExactly("kms:GenerateMac");
            assertThat(statement
                            .at("/Condition/ArnLike/aws:PrincipalArn")
                            .valueStream()
                            .map(arn -> pathIn(arn.path("Fn::Sub").asText())))
                    .containsExactlyInAnyOrderElementsOf(hashing);
        });
        assertThat(hashing).hasSize(4);
        assertThat(template.functions().keySet().stream()
                        .flatMap(function -> template.statements(function).stream())
                        .filter(statement ->
                                statement.at("/Resource/Fn::GetAtt").asText().equals("DestinationKey.Arn"))
                        .flatMap(statement -> Template.texts(statement.path("Action"))))
                .containsOnly("kms:GenerateMac");
    }

    /** Whoever may sign could make up receipts. */
    @Test
    void theKeyThatSignsDoesSoForReceiptsAndRootsAlone() {
        var allowed = template.properties("SigningKey")
                .at("/KeyPolicy/Statement")
                .valueStream()
                .filter(statement -> !statement.path("Sid").asText().equals("Administration"))
                .collect(Collectors.toMap(statement -> statement.path("Action").asText(), KeyPolicyTest::paths));

        assertThat(allowed)
                .isEqualTo(Map.of(
                        "kms:Sign",
                        users("kms:Sign", "SigningKey"),
                        "kms:GetPublicKey",
                        users("kms:GetPublicKey", "SigningKey")));
        assertThat(users("kms:Sign", "SigningKey"))
                .containsExactlyInAnyOrder("/${AWS::StackName}/record/", "/${AWS::StackName}/rotation-audit/");
        assertThat(template.properties("SigningKey")
                        .at("/KeyPolicy/Statement/0/Action")
                        .toString())
                .doesNotContain("Sign", "*");
    }

    /** Whoever may sign tokens could be any customer or agent. */
    @ParameterizedTest
    @ValueSource(strings = {"TokenKeyOne", "TokenKeyTwo"})
    void theKeysThatSignTokensDoSoForTheTokenServiceAlone(String key) {
        var policy = template.properties(key).at("/KeyPolicy/Statement");
        var allowed = policy.valueStream()
                .filter(statement -> !statement.path("Sid").asText().equals("Administration"))
                .collect(Collectors.toMap(statement -> statement.path("Action").asText(), KeyPolicyTest::paths));
        var own = Set.of("/${AWS::StackName}/token/");

        assertThat(allowed).isEqualTo(Map.of("kms:Sign", own, "kms:GetPublicKey", own));
        assertThat(users("kms:Sign", key)).isEqualTo(own);
        assertThat(users("kms:GetPublicKey", key)).isEqualTo(own);
        assertThat(policy.at("/1/Condition/StringEquals").toString())
                .isEqualTo("{\"kms:SigningAlgorithm\":\"RSASSA_PKCS1_V1_5_SHA_256\",\"kms:MessageType\":\"DIGEST\"}");
        assertThat(policy.at("/0/Action").toString()).doesNotContain("Sign", "*");
    }

    private static Set<String> paths(JsonNode statement) {
        return statement
                .at("/Condition/ArnLike/aws:PrincipalArn")
                .valueStream()
                .map(arn -> pathIn(arn.path("Fn::Sub").asText()))
                .collect(Collectors.toSet());
    }

    /** The paths of the roles that have this action on a key. */
    private Set<String> users(String action, String key) {
        return template.functions().keySet().stream()
                .filter(function -> template.statements(function).stream()
                        .filter(statement ->
                                statement.path("Resource").toString().contains(key))
                        .flatMap(statement -> Template.texts(statement.path("Action")))
                        .anyMatch(action::equals))
                .map(this::path)
                .collect(Collectors.toSet());
    }

    private Set<Use> byKey() {
        return uses().flatMap(statement -> statement
                        .at("/Condition/ArnLike/aws:PrincipalArn")
                        .valueStream()
                        .flatMap(arn ->
                                each(statement, pathIn(arn.path("Fn::Sub").asText()))))
                .collect(Collectors.toSet());
    }

    private Set<Use> byRoles() {
        return template.functions().keySet().stream()
                .flatMap(function -> template.statements(function).stream()
                        .filter(Template::isOfSecrets)
                        .flatMap(statement -> each(statement, path(function))))
                .collect(Collectors.toSet());
    }

    private static Stream<Use> each(JsonNode statement, String path) {
        return Template.texts(statement.path("Action"))
                .flatMap(action -> Template.texts(statement.at("/Condition/StringEquals/kms:EncryptionContext:purpose"))
                        .map(purpose -> new Use(path, action, purpose)));
    }

    private static String pathIn(String arn) {
        var match = PATH.matcher(arn);
        assertThat(match.matches()).as(arn).isTrue();
        return match.group(1);
    }

    private String path(String function) {
        return template.properties(template.roleOf(function))
                .at("/Path/Fn::Sub")
                .asText();
    }

    private Stream<JsonNode> uses() {
        return statements().filter(Template::isOfSecrets);
    }

    private Stream<JsonNode> statements() {
        return template.properties("Key").at("/KeyPolicy/Statement").valueStream();
    }
}
