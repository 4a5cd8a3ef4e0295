package org.supportpin.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.backoffice.connector.ConnectorRegistry;
import org.supportpin.backoffice.mail.smtp.SmtpTimeouts;
import org.supportpin.domain.notice.Channel;

/** Row 21 of the threats: a function can do no more than it needs. */
class RolesTest {

    private static final Template TEMPLATE = new Template();
    private static final String ROTATION_AUDIT = "RotationAuditFunction";
    private static final String TOKEN = "TokenFunction";
    private static final String REWRAPPING = "RewrappingFunction";

    /** State machines by their one function. */
    private static final Map<String, String> STATE_MACHINES = Map.of(ROTATION_AUDIT, "Sweep", REWRAPPING, "Rewrapping");

    private static final String WATCH = "WatchFunction";
    private static final String EVENT_FEED = "EventFeedFunction";
    private static final String STATE_MACHINE_ROLE = "StateMachineRole";

    private static final String DEPLOYMENT_ROLE = "DeploymentRole";
    private static final String CONNECTOR_SECRETS =
            "arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter${ConnectorSecretsPath}/*";
    private static final String CLIENT_SECRETS =
            "arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter${TokenSecretsPath}/*";

    private static final String EVENT_SECRETS =
            "arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter${ConnectorSecretsPath}/events/*";

    /** X-Ray's authorization has no resource for them. */
    private static final List<String> TRACES = List.of("xray:PutTelemetryRecords", "xray:PutTraceSegments");

    static Set<String> functions() {
        return TEMPLATE.functions().keySet();
    }

    @Test
    void noTwoFunctionsShareARole() {
        assertThat(functions()).isNotEmpty();
        assertThat(functions().stream().map(TEMPLATE::roleOf))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(TEMPLATE.ofType("AWS::IAM::Role").keySet().stream()
                        .filter(role -> !role.endsWith(STATE_MACHINE_ROLE) && !role.equals(DEPLOYMENT_ROLE))
                        .toList());
    }

    @Test
    void aStateMachineMayCallItsOneFunctionAndNothingElse() {
        assertThat(TEMPLATE.ofType("AWS::Serverless::StateMachine")).containsOnlyKeys(STATE_MACHINES.values());
        STATE_MACHINES.forEach(RolesTest::callsNothingElse);
    }

    private static void callsNothingElse(String function, String machine) {
        var role = TEMPLATE.properties(machine + STATE_MACHINE_ROLE);

        assertThat(TEMPLATE.properties(machine).at("/Role/Fn::GetAtt").asText())
                .isEqualTo(machine + STATE_MACHINE_ROLE + ".Arn");
        assertThat(role.at("/AssumeRolePolicyDocument/Statement").toString())
                .isEqualTo("[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"states.amazonaws.com\"},"
                        + "\"Action\":\"sts:AssumeRole\",\"Condition\":" + onlyFor("states", "stateMachine") + "}]");
        assertThat(role.path("Policies")).hasSize(1);
        assertThat(role.at("/Policies/0/PolicyDocument/Statement").toString())
                .isEqualTo("[{\"Sid\":\"Parts\",\"Effect\":\"Allow\",\"Action\":\"lambda:InvokeFunction\","
                        + "\"Resource\":{\"Ref\":\"" + function + ".Alias\"}}]");
    }

    /** A service that acts for many accounts takes the role only for this one. */
    private static String onlyFor(String service, String resource) {
        return "{\"StringEquals\":{\"aws:SourceAccount\":{\"Ref\":\"AWS::AccountId\"}},"
                + "\"ArnLike\":{\"aws:SourceArn\":{\"Fn::Sub\":\"arn:${AWS::Partition}:" + service
                + ":${AWS::Region}:${AWS::AccountId}:" + resource + ":*\"}}}";
    }

    /** AWS's policy for it: it may move aliases and read alarms, but call no function. */
    @Test
    void deploymentsMoveAliasesAndNothingElse() {
        var role = TEMPLATE.properties(DEPLOYMENT_ROLE);

        assertThat(role.propertyStream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("AssumeRolePolicyDocument", "ManagedPolicyArns");
        assertThat(role.at("/AssumeRolePolicyDocument/Statement").toString())
                .isEqualTo("[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"codedeploy.amazonaws.com\"},"
                        + "\"Action\":\"sts:AssumeRole\",\"Condition\":"
                        + onlyFor("codedeploy", "deploymentgroup") + "}]");
        assertThat(role.at("/ManagedPolicyArns/0/Fn::Sub").asText())
                .endsWith(":aws:policy/service-role/AWSCodeDeployRoleForLambdaLimited");
    }

    @ParameterizedTest
    @MethodSource("functions")
    void onlyLambdaTakesTheRoleAndNothingElseIsAttached(String function) {
        var role = TEMPLATE.properties(TEMPLATE.roleOf(function));

        assertThat(role.propertyStream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("Path", "AssumeRolePolicyDocument", "Policies");
        assertThat(role.at("/AssumeRolePolicyDocument/Statement").toString())
                .isEqualTo("[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"lambda.amazonaws.com\"},"
                        + "\"Action\":\"sts:AssumeRole\"}]");
        assertThat(TEMPLATE.properties(function).has("Policies")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void eachActionIsSpeltOut(String function) {
        assertThat(TEMPLATE.statements(function).stream().flatMap(RolesTest::actions))
                .isNotEmpty()
                .allMatch(action -> action.matches("[a-z]+:[A-Za-z]+"));
        assertThat(TEMPLATE.statements(function))
                .noneMatch(statement -> statement.has("NotAction") || statement.has("NotResource"));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void onlyATelephoneNumberIsReachedThroughAWildcardAndTopicsAreDenied(String function) {
        var wide = TEMPLATE.statements(function).stream()
                .filter(statement -> statement.path("Effect").asText().equals("Allow"))
                .filter(statement -> statement.path("Resource").toString().contains("*"))
                .filter(statement -> !Set.of(CONNECTOR_SECRETS, EVENT_SECRETS, CLIENT_SECRETS)
                        .contains(statement.at("/Resource/Fn::Sub").asText()))
                .filter(statement -> !actions(statement).toList().equals(TRACES))
                .toList();
        var denials = TEMPLATE.statements(function).stream()
                .filter(statement -> statement.path("Effect").asText().equals("Deny"))
                .toList();

        assertThat(wide)
                .allMatch(statement -> actions(statement).toList().equals(List.of("sns:Publish"))
                        && statement.path("Resource").asText().equals("*"));
        assertThat(denials)
                .hasSameSizeAs(wide)
                .allMatch(statement ->
                        statement.at("/Resource/Fn::Sub").asText().equals("arn:${AWS::Partition}:sns:*:*:*")
                                && actions(statement).toList().equals(List.of("sns:Publish")));
    }

    /** Row 12: history is only ever appended to. */
    @ParameterizedTest
    @MethodSource("functions")
    void theTableIsReachedByKindOfItemAndALedgerIsNeverUpdatedNorDeleted(String function) {
        var statements = on(function, "Table.Arn").stream()
                .filter(statement -> !STATE_MACHINES.containsKey(function)
                        || !actions(statement).toList().equals(List.of("dynamodb:Scan")))
                .toList();

        assertThat(statements.isEmpty())
                .isEqualTo(Set.of("KeysFunction", EVENT_FEED, TOKEN).contains(function));
        assertThat(statements).allSatisfy(statement -> {
            var keys = Template.texts(statement.at("/Condition/ForAllValues:StringLike/dynamodb:LeadingKeys"))
                    .collect(Collectors.toSet());
            assertThat(keys)
                    .isNotEmpty()
                    .isSubsetOf(Set.of(
                            "CUSTOMER#*",
                            "AGENT#*",
                            "DESTINATION#*",
                            "ACTION#*",
                            "ORDER#*",
                            "OUTBOX#*",
                            "HANDOVER#*",
                            "AUDIT#*",
                            "VIOLATION#*",
                            "LEAVES#*",
                            "PULSE#*",
                            "HEARD#*",
                            "ROTATION"));
            assertThat(actions(statement)).isSubsetOf(allowed(keys));
        });
    }

    private static Set<String> allowed(Set<String> keys) {
        if (keys.equals(Set.of("ACTION#*"))) {
            return Set.of("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem");
        }
        return keys.equals(Set.of("OUTBOX#*"))
                ? Set.of("dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem")
                : Set.of("dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query");
    }

    /** Row 12: a role that can write ledgers cannot write anchors, and vice versa. */
    @Test
    void onlyTheWatchAndTheRotationAuditWriteAnchorsAndTheyWriteNoLedger() {
        assertThat(functions().stream().filter(function -> may(function, "dynamodb:Scan")))
                .containsExactlyInAnyOrder(ROTATION_AUDIT, REWRAPPING);
        assertThat(writers("AUDIT#*")).containsExactlyInAnyOrder(WATCH, ROTATION_AUDIT);
        assertThat(writers("LEAVES#*", "ROTATION")).containsExactly(ROTATION_AUDIT);
        assertThat(written(ROTATION_AUDIT))
                .containsExactlyInAnyOrder("AUDIT#*", "VIOLATION#*", "LEAVES#*", "ROTATION", "PULSE#*");
        assertThat(written(WATCH)).containsExactlyInAnyOrder("AUDIT#*", "AGENT#*", "VIOLATION#*", "HEARD#*");
    }

    /** What is sealed cannot leave by it: it reads no table, opens no customer's key, and knows no connector's secret. */
    @Test
    void theEventFeedReachesTheStreamItsSecretsAndItsBusAlone() {
        assertThat(TEMPLATE.statements(EVENT_FEED))
                .extracting(statement -> actions(statement).toList() + " "
                        + statement.path("Resource").toString())
                .containsExactlyInAnyOrder(
                        "[dynamodb:DescribeStream, dynamodb:GetRecords, dynamodb:GetShardIterator, dynamodb:ListStreams]"
                                + " {\"Fn::GetAtt\":\"Table.StreamArn\"}",
                        "[events:PutEvents] {\"Fn::Sub\":\"arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}"
                                + ":event-bus/${EventBusName}\"}",
                        "[ssm:GetParameter] {\"Fn::Sub\":\"" + EVENT_SECRETS + "\"}",
                        "[kms:Decrypt] {\"Ref\":\"ConnectorSecretsKeyArn\"}",
                        "[sqs:SendMessage] {\"Fn::GetAtt\":\"EventDeadLetters.Arn\"}",
                        "[logs:CreateLogStream, logs:PutLogEvents] {\"Fn::GetAtt\":\"EventFeedLogs.Arn\"}",
                        "[xray:PutTelemetryRecords, xray:PutTraceSegments] \"*\"");
    }

    /** A watch that is away cannot be made to look as if it were there by whoever sends the beats. */
    @Test
    void whoSendsBeatsNotesNoneAndTheOtherWayRound() {
        assertThat(writers("PULSE#*")).containsExactly(ROTATION_AUDIT);
        assertThat(writers("HEARD#*")).containsExactly(WATCH);
    }

    /** Whoever writes violations cannot write a ledger, but for the auditors' function, whose readings are entries. */
    @Test
    void violationsAreWrittenByThoseWhoFindOrResolveThem() {
        assertThat(writers("VIOLATION#*")).containsExactlyInAnyOrder(WATCH, ROTATION_AUDIT, "AuditFunction");
    }

    /** Beside the ledger: an operator settles what needs a person, and opens nothing that an action will still do. */
    @Test
    void theAuditorsFunctionWritesNoSecretAndNoBudget() {
        assertThat(written("AuditFunction"))
                .containsExactlyInAnyOrder("VIOLATION#*", "ACTION#*", "OUTBOX#*", "CUSTOMER#*");
    }

    /** The watch is told what changes. It reads no ledger and no secret, and opens nothing. */
    @Test
    void theWatchReadsItsOwnItemsAlone() {
        var read = on(WATCH, "Table.Arn").stream()
                .filter(statement -> actions(statement)
                        .anyMatch(Set.of("dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query")::contains))
                .flatMap(statement ->
                        Template.texts(statement.at("/Condition/ForAllValues:StringLike/dynamodb:LeadingKeys")));

        assertThat(read).containsExactlyInAnyOrder("AUDIT#*", "AGENT#*", "VIOLATION#*");
        assertThat(TEMPLATE.statements(WATCH).stream().flatMap(RolesTest::actions))
                .noneMatch(action -> action.startsWith("kms:"));
    }

    private static Stream<String> writers(String... partitions) {
        return functions().stream().filter(function -> written(function).anyMatch(List.of(partitions)::contains));
    }

    /** The kinds of partition that a function writes. */
    private static Stream<String> written(String function) {
        return on(function, "Table.Arn").stream()
                .filter(statement -> actions(statement).anyMatch("dynamodb:PutItem"::equals))
                .flatMap(statement ->
                        Template.texts(statement.at("/Condition/ForAllValues:StringLike/dynamodb:LeadingKeys")));
    }

    /** Row 34: what each function may do with a customer's keys, by call and purpose. Nothing else is allowed. */
    private static final Map<String, Set<String>> KEYS = Map.ofEntries(
            Map.entry(
                    "ActivationFunction",
                    Set.of(
                            "kms:Decrypt pin",
                            "kms:Decrypt record",
                            "kms:GenerateDataKey pin",
                            "kms:GenerateDataKey record")),
            Map.entry("CurrentPinFunction", Set.of("kms:Decrypt pin", "kms:Decrypt record")),
            Map.entry("SmsFunction", Set.of("kms:Decrypt pin", "kms:Decrypt record")),
            Map.entry("VerificationFunction", Set.of("kms:Decrypt pin")),
            Map.entry("ActionFunction", Set.of("kms:Decrypt pin", "kms:Decrypt record")),
            Map.entry("RecoveryFunction", Set.of("kms:Decrypt record")),
            Map.entry("OutboxFunction", Set.of("kms:Decrypt record")),
            Map.entry("AuditFunction", Set.of("kms:Decrypt record")),
            Map.entry(ROTATION_AUDIT, Set.of("kms:Decrypt pin", "kms:Decrypt record")),
            Map.entry(
                    REWRAPPING,
                    Set.of(
                            "kms:ReEncryptFrom pin",
                            "kms:ReEncryptFrom record",
                            "kms:ReEncryptTo pin",
                            "kms:ReEncryptTo record")),
            Map.entry("RecordFunction", Set.of("kms:Decrypt record")),
            Map.entry("KeysFunction", Set.of()),
            Map.entry(TOKEN, Set.of()),
            Map.entry(WATCH, Set.of()),
            Map.entry(EVENT_FEED, Set.of()),
            Map.entry("ErasureFunction", Set.of()));

    @ParameterizedTest
    @MethodSource("functions")
    void aKeyIsUsedForThisTenantAndThePurposesOfTheFunctionAlone(String function) {
        var uses = TEMPLATE.statements(function).stream()
                .filter(Template::isOfSecrets)
                .flatMap(statement -> actions(statement)
                        .flatMap(action -> Template.texts(
                                        statement.at("/Condition/StringEquals/kms:EncryptionContext:purpose"))
                                .map(purpose -> action + " " + purpose)))
                .toList();

        assertThat(uses).containsExactlyInAnyOrderElementsOf(Objects.requireNonNull(KEYS.get(function), function));
        assertThat(TEMPLATE.statements(function))
                .filteredOn(statement -> actions(statement).anyMatch(action -> action.startsWith("kms:")))
                .filteredOn(
                        statement -> !statement.at("/Condition/StringEquals").has("kms:ViaService"))
                .filteredOn(
                        statement -> !isOfNumbers(statement) && !isOfSignatures(statement) && !isOfTokens(statement))
                .allMatch(Template::isOfSecrets)
                .allSatisfy(statement -> assertThat(statement
                                .at("/Condition/StringEquals/kms:EncryptionContext:tenant/Ref")
                                .asText())
                        .isEqualTo("Tenant"));
    }

    /** The key that hashes numbers opens nothing. */
    private static boolean isOfNumbers(JsonNode statement) {
        return actions(statement).toList().equals(List.of("kms:GenerateMac"))
                && statement.at("/Resource/Fn::GetAtt").asText().equals("DestinationKey.Arn");
    }

    /** A key that signs opens nothing. */
    private static boolean isOfSignatures(JsonNode statement) {
        return statement.path("Resource").toString().contains("SigningKey")
                && actions(statement).allMatch(Set.of("kms:GetPublicKey", "kms:Sign")::contains);
    }

    /** A key that signs tokens opens nothing either. */
    private static boolean isOfTokens(JsonNode statement) {
        return statement.path("Resource").toString().contains("TokenKey")
                && actions(statement).allMatch(Set.of("kms:GetPublicKey", "kms:Sign")::contains);
    }

    /** Whoever could sign a token could be anybody. The function that does reaches no customer's item, key or secret of a connector. */
    @Test
    void onlyTheTokenServiceSignsTokensAndItDoesNothingElse() {
        assertThat(functions().stream()
                        .filter(function ->
                                TEMPLATE.statements(function).stream().anyMatch(RolesTest::isOfTokens)))
                .containsExactly(TOKEN);
        assertThat(TEMPLATE.statements(TOKEN).stream()
                        .filter(statement -> !Set.of("Logs", "Traces")
                                .contains(statement.path("Sid").asText()))
                        .map(statement -> statement.path("Action") + " " + statement.path("Resource")))
                .containsExactly(
                        "[\"dynamodb:PutItem\",\"dynamodb:UpdateItem\"] {\"Fn::GetAtt\":\"TokenTable.Arn\"}",
                        "\"kms:Sign\" {\"Fn::If\":[\"TokenKeyTwoSigns\",{\"Fn::GetAtt\":\"TokenKeyTwo.Arn\"},"
                                + "{\"Fn::GetAtt\":\"TokenKeyOne.Arn\"}]}",
                        "\"kms:GetPublicKey\" [{\"Fn::If\":[\"TokenKeyOneExists\",{\"Fn::GetAtt\":\"TokenKeyOne.Arn\"},"
                                + "{\"Ref\":\"AWS::NoValue\"}]},{\"Fn::If\":[\"TokenKeyTwoExists\","
                                + "{\"Fn::GetAtt\":\"TokenKeyTwo.Arn\"},{\"Ref\":\"AWS::NoValue\"}]}]",
                        "\"ssm:GetParameter\" {\"Fn::Sub\":\"" + CLIENT_SECRETS + "\"}");
    }

    /** Only the current key signs; earlier ones are published. Whoever publishes keys signs nothing, and reads no table. */
    @Test
    void onlyReceiptsAndRootsAreSigned() {
        var uses = functions().stream()
                .flatMap(function -> TEMPLATE.statements(function).stream()
                        .filter(RolesTest::isOfSignatures)
                        .map(statement ->
                                function + " " + statement.path("Action") + " " + statement.path("Resource")));
        var current = " [\"kms:GetPublicKey\",\"kms:Sign\"] {\"Fn::GetAtt\":\"SigningKey.Arn\"}";

        assertThat(uses)
                .containsExactlyInAnyOrder(
                        "RecordFunction" + current,
                        ROTATION_AUDIT + current,
                        "KeysFunction \"kms:GetPublicKey\" {\"Fn::Split\":[\",\",{\"Fn::If\":[\"HasEarlierSigningKeys\","
                                + "{\"Fn::Sub\":\"${SigningKey.Arn},${EarlierSigningKeyArns}\"},"
                                + "{\"Fn::GetAtt\":\"SigningKey.Arn\"}]}]}");
        assertThat(on("KeysFunction", "Table.Arn")).isEmpty();
    }

    /** Earlier keys open; only the current one wraps. */
    @ParameterizedTest
    @MethodSource("functions")
    void whatMakesOrWrapsUsesTheCurrentKeyAlone(String function) {
        assertThat(TEMPLATE.statements(function).stream().filter(Template::isOfSecrets))
                .allSatisfy(statement -> assertThat(statement.path("Resource").has("Fn::Split"))
                        .isEqualTo(actions(statement)
                                .noneMatch(action ->
                                        action.equals("kms:GenerateDataKey") || action.equals("kms:ReEncryptTo"))));
    }

    /** The outbox reaches the simulated one for its mails. */
    @Test
    void onlyActionsAndTheOutboxReachTheBackOffice() {
        assertThat(functions().stream()
                        .filter(function -> !on(function, "BackOfficeTable.Arn").isEmpty()))
                .containsExactlyInAnyOrder("ActionFunction", "RecoveryFunction", "OutboxFunction");
    }

    /** The password of a mail server is of use to the outbox alone, so the others do not even know where it is kept. */
    @Test
    void theSettingsOfAMailServerAreTheOutboxesAlone() {
        var slow = ConnectorRegistry.MAIL.names().stream()
                .filter(name -> !ConnectorRegistry.MAIL.answersWithinARequest(name))
                .toList();
        assertThat(slow).containsExactly("smtp");
        assertThat(ProjectFiles.yaml("template.yaml")
                        .at("/Conditions/MailFromOutboxOnly")
                        .toString())
                .isEqualTo("{\"Fn::Equals\":[{\"Ref\":\"MailConnector\"},\"smtp\"]}");

        var always = "{\"Ref\":\"MailSettings\"}";
        var within = "{\"Fn::If\":[\"MailFromOutboxOnly\",{\"Ref\":\"AWS::NoValue\"}," + always + "]}";
        var given = Map.of("ActionFunction", within, "RecoveryFunction", within, "OutboxFunction", always);
        assertThat(functions())
                .allSatisfy(function -> assertThat(TEMPLATE.properties(function)
                                .at("/Environment/Variables/MAIL_SETTINGS")
                                .toString())
                        .isEqualTo(given.getOrDefault(function, "")));
    }

    /** Lambda ends no run that waits for a mail server, and no mail is claimed twice while one may still be at it. */
    @Test
    void theOutboxHasTimeForAMailServer() {
        var timeout = Duration.ofSeconds(
                TEMPLATE.properties("OutboxFunction").path("Timeout").asInt());
        var exchange = SmtpTimeouts.USUAL.ready().plus(SmtpTimeouts.USUAL.taken());

        assertThat(exchange).isGreaterThan(Duration.ofMinutes(10)).isLessThan(Channel.MAIL.longestAttempt());
        assertThat(timeout).isGreaterThan(Channel.MAIL.longestAttempt());
    }

    /** One parameter at a time, below one path, and its key through that service alone. */
    @Test
    void onlyActionsAndTheOutboxOpenConnectorsSecretsAndTheEventFeedItsOwn() {
        var openers = Set.of("ActionFunction", "RecoveryFunction", "OutboxFunction", EVENT_FEED);

        assertThat(functions()).filteredOn(function -> !function.equals(TOKEN)).allSatisfy(function -> {
            var opening = TEMPLATE.statements(function).stream()
                    .filter(statement -> actions(statement).anyMatch(action -> action.startsWith("ssm:")))
                    .toList();
            assertThat(opening).hasSize(openers.contains(function) ? 1 : 0).allSatisfy(statement -> {
                assertThat(actions(statement)).containsExactly("ssm:GetParameter");
                assertThat(statement.at("/Resource/Fn::Sub").asText())
                        .isEqualTo(function.equals(EVENT_FEED) ? EVENT_SECRETS : CONNECTOR_SECRETS);
            });
            var byOtherKeys = TEMPLATE.statements(function).stream()
                    .filter(statement -> statement.at("/Resource/Ref").asText().equals("ConnectorSecretsKeyArn"))
                    .toList();
            assertThat(byOtherKeys).hasSize(openers.contains(function) ? 1 : 0).allSatisfy(statement -> {
                assertThat(actions(statement)).containsExactly("kms:Decrypt");
                assertThat(statement
                                .at("/Condition/StringEquals/kms:ViaService/Fn::Sub")
                                .asText())
                        .startsWith("ssm.");
            });
        });
    }

    @ParameterizedTest
    @MethodSource("functions")
    void itWritesItsOwnLogAlone(String function) {
        var logs =
                TEMPLATE.properties(function).at("/LoggingConfig/LogGroup/Ref").asText();

        assertThat(TEMPLATE.ofType("AWS::Logs::LogGroup")).containsKey(logs);
        assertThat(TEMPLATE.statements(function))
                .filteredOn(statement -> actions(statement).anyMatch(action -> action.startsWith("logs:")))
                .singleElement()
                .extracting(statement -> statement.at("/Resource/Fn::GetAtt").asText())
                .isEqualTo(logs + ".Arn");
    }

    @ParameterizedTest
    @MethodSource("functions")
    void itCanWriteTracesButNotReadThem(String function) {
        assertThat(TEMPLATE.statements(function).stream()
                        .flatMap(RolesTest::actions)
                        .filter(action -> action.startsWith("xray:")))
                .containsExactlyElementsOf(TRACES);
    }

    private static boolean may(String function, String action) {
        return TEMPLATE.statements(function).stream()
                .flatMap(RolesTest::actions)
                .anyMatch(action::equals);
    }

    private static List<JsonNode> on(String function, String resource) {
        return TEMPLATE.statements(function).stream()
                .filter(statement ->
                        statement.at("/Resource/Fn::GetAtt").asText().equals(resource))
                .toList();
    }

    private static Stream<String> actions(JsonNode statement) {
        return Template.texts(statement.path("Action"));
    }
}
