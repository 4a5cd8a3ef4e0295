package org.supportpin.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.local.fault.CannotStart;
import org.supportpin.local.sample.SampleProject;

class TemplateTest {

    private static final Place PLACE =
            new Place("eu-south-1", Map.of("Local", "here", "Empty", ""), Map.of("Key", "1234"));

    @Nested
    class Values {

        /** The value of an expression, as a function's environment would have it. */
        private static String value(String expression) {
            return Template.parse("""
                Parameters:
                  Local: {Type: String, Default: away}
                  Empty: {Type: CommaDelimitedList}
                  List: {Type: CommaDelimitedList, Default: "a, b"}
                  Missing: {Type: String}
                  Many: {Type: Number, Default: 5}
                Conditions:
                  Is: !Equals [!Ref Local, here]
                  IsNot: !Not [!Condition Is]
                Mappings:
                  Sizes: {eu-south-1: {small: "1"}}
                Resources:
                  Key: {Type: AWS::KMS::Key}
                  Table: {Type: AWS::DynamoDB::Table, Properties: {TableName: !Sub "${Local}-table"}}
                  Api: {Type: AWS::Serverless::HttpApi}
                  F:
                    Type: AWS::Serverless::Function
                    Properties:
                      Handler: a.B
                      Environment:
                        Variables:
                          V: %s
                """.formatted(expression))
                    .deploy(PLACE)
                    .functions()
                    .getFirst()
                    .environment()
                    .getOrDefault("V", "absent");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "literal | literal",
                    "5 | 5",
                    "true | true",
                    "2026-11-22 | 2026-11-22",
                    "'\"012\"' | 012",
                    "012 | 012",
                    "!Ref Local | here",
                    "'{Ref: Local}' | here",
                    "!Ref List | a,b",
                    "!Ref Many | 5",
                    "!Ref Empty | ''",
                    "!Ref Key | 1234",
                    "!Ref Table | here-table",
                    "!Ref Api | support-pin-local-Api",
                    "!Ref F | support-pin-local-F",
                    "!Ref AWS::Region | eu-south-1",
                    "!Ref AWS::NoValue | absent",
                    "!GetAtt Key.Arn | arn:aws:kms:eu-south-1:000000000000:key/1234",
                    "'!GetAtt [Table, Arn]' | arn:aws:dynamodb:eu-south-1:000000000000:table/here-table",
                    "!GetAtt F.Arn | arn:aws:lambda:eu-south-1:000000000000:function:support-pin-local-F",
                    "!Sub \"${Local}/${Table}/${Key.Arn}/${!Literal}\" | here/here-table/arn:aws:kms:eu-south-1:000000000000:key/1234/${Literal}",
                    "'!Sub [\"${A}-${Local}\", {A: !Ref Many}]' | 5-here",
                    "'!Join [\"-\", [a, !Ref Local, !Ref List]]' | a-here-a-b",
                    "'!Select [1, !Split [\":\", \"a:b:c\"]]' | b",
                    "'!Select [1, !Ref List]' | b",
                    "'!If [Is, one, two]' | one",
                    "'!If [IsNot, one, !Ref AWS::NoValue]' | absent",
                    "'!If [IsNot, one, !If [Is, !Ref Local, three]]' | here",
                    "'!FindInMap [Sizes, !Ref AWS::Region, small]' | 1",
                    "'!Or [!Condition IsNot, !Equals [a, a]]' | true",
                    "'!And [!Condition Is, !Equals [a, b]]' | false",
                })
        void intrinsicFunctionsAreResolved(String expression, String expected) {
            assertThat(value(expression)).isEqualTo(expected);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "!Ref Missing",
                    "!Ref Nothing",
                    "!GetAtt Nothing.Arn",
                    "!GetAtt Table.StreamArn",
                    "!If [Maybe, a, b]",
                    "!ImportValue a",
                    "!Sub \"${Nothing}\"",
                    "!FindInMap [Sizes, eu-south-1, large]",
                    "{a: b}"
                })
        void anUnsupportedTemplateStopsTheStart(String expression) {
            assertThatThrownBy(() -> value(expression))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageStartingWith("The local stack does not support template.yaml: ");
        }
    }

    @Nested
    class Sample {

        @TempDir
        Path folder;

        private Deployment deployment() {
            SampleProject.in(folder);
            return Template.read(folder.resolve("template.yaml"))
                    .deploy(new Place(
                            "eu-south-1",
                            Map.of("PanelIssuer", "http://panel", "AgentIssuer", "http://agent"),
                            Map.of("Key", "1234")));
        }

        @Test
        void routesNameTheirAuthorizerScopesAndFunction() {
            assertThat(deployment().routes())
                    .extracting(Route::key)
                    .contains("GET /v1/panel/echo", "POST /v1/agent/customers/{customerId}/sms", "ANY /open");
            var route = deployment().routes().getFirst();
            assertThat(route.authorizer()).isEqualTo("PanelAuthorizer");
            assertThat(route.scopes()).containsExactly("pin:self");
            assertThat(route.function()).isEqualTo("Echo");
        }

        @Test
        void authorizersAndCorsAreThoseOfTheApi() {
            assertThat(deployment().authorizers())
                    .containsExactly(
                            new Authorizer("PanelAuthorizer", "http://panel", List.of("support-pin-panel")),
                            new Authorizer("AgentAuthorizer", "http://agent", List.of("support-pin-agent")));
            var cors = Objects.requireNonNull(deployment().cors());
            assertThat(cors.origins()).containsExactly("https://panel.example", "https://agent.example");
            assertThat(cors.exposed()).containsExactly("ETag", "Retry-After");
            assertThat(cors.maxAge()).isEqualTo(600);
        }

        @Test
        void aFunctionHasItsOwnEnvironmentBesideThatOfAll() {
            var echo = deployment().functions().getFirst();
            assertThat(echo.handler()).isEqualTo("org.supportpin.local.sample.EchoHandler");
            assertThat(echo.environment())
                    .containsEntry("TABLE", "support-pin-local-Table")
                    .containsEntry("STAGE", "development")
                    .containsEntry("GREETING", "hello from eu-south-1 as dev")
                    .doesNotContainKey("NOTHING");
            assertThat(echo.timeout()).isEqualTo(Duration.ofSeconds(10));
            assertThat(echo.memoryMegabytes()).isEqualTo(512);
        }

        @Test
        void schedulesHaveARateAndAnInput() {
            var schedule = deployment().functions().getLast().schedules().getFirst();
            assertThat(schedule.rate()).isEqualTo(Duration.ofMinutes(1));
            assertThat(schedule.input().path("work").asText()).isEqualTo("recovery");
        }

        @Test
        void onlyWhatTheConditionsAllowIsThere() {
            assertThat(deployment().tables()).extracting(Table::name).containsExactly("support-pin-local-Table");
            var table = deployment().tables().getFirst();
            assertThat(table.timeToLive()).isEqualTo("expiresAt");
            assertThat(table.definition().has("GlobalSecondaryIndexes")).isTrue();
            assertThat(table.definition().has("SSESpecification")).isFalse();
            assertThat(deployment().aliases()).containsExactly(Map.entry("alias/support-pin-local", "1234"));
        }
    }

    @Test
    void aMissingOrBrokenTemplateIsNamedInPlainWords(@TempDir Path folder) throws IOException {
        var file = folder.resolve("template.yaml");
        assertThatThrownBy(() -> Template.read(file))
                .isInstanceOf(CannotStart.class)
                .hasMessage(file + " does not exist; run this in the project's folder.");
        for (var text : new String[] {"", "a: [", "Resources: 5", "a: 1\na: 2"}) {
            Files.writeString(file, text);
            assertThatThrownBy(() -> Template.read(file))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("is not a CloudFormation template");
        }
    }
}
