package org.supportpin.deploymentcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.deploymentcheck.Arguments.Option;

/** docs/identity.md: the check has nothing to say against the tokens that open the routes, whoever issues them. */
class ProvidersTest {

    /** TokenShapesTest sends the same tokens to the service. */
    private static final Path SHAPES =
            Path.of("../local/src/test/resources/org/supportpin/local/journey/token-shapes.json");

    @TempDir
    Path folder;

    private final Stage stage = new Stage();
    private final AwsStage aws = new AwsStage(stage.address());

    @AfterEach
    void stop() {
        stage.close();
        aws.close();
    }

    record Shape(String provider, Json members) {

        Map<String, String> parameters() {
            return object("parameters").entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, each -> each.getValue().asText()));
        }

        Map<String, Json> object(String name) {
            return members.path(name).members();
        }

        @Override
        public String toString() {
            return provider;
        }
    }

    static Stream<Shape> shapes() throws IOException {
        return JsonText.readObject(Files.readAllBytes(SHAPES)).orElseThrow().members().entrySet().stream()
                .map(each -> new Shape(each.getKey(), each.getValue()));
    }

    private static @Nullable Object plain(Json value) {
        return switch (value) {
            case Json.Str(var text) when text.equals("now") -> Instant.now().getEpochSecond();
            case Json.Str(var text) -> text;
            case Json.Num(var number) -> number;
            case Json.Arr(var all) -> all.stream().map(ProvidersTest::plain).toList();
            case Json.Null _ -> null;
            default -> value.toString();
        };
    }

    private String file(Realm realm, Map<String, Json> claims) {
        var token = stage.token(realm, builder -> {
            claims.forEach((name, value) -> builder.claim(name, plain(value)));
            return builder;
        });
        try {
            return Files.writeString(folder.resolve(realm.tokenServiceName()), token)
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String run(Stream<String> more) {
        var bytes = new ByteArrayOutputStream();
        var all = new ArrayList<>(stage.options());
        more.forEach(all::add);
        try (var account = aws.account()) {
            new DeploymentCheck(account, Clock.systemUTC(), new PrintStream(bytes, true, StandardCharsets.UTF_8))
                    .run(all);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private Stream<String> tokens(Shape shape) {
        return Stream.of(
                "--panelToken=" + file(Realm.PANEL, shape.object("customer")),
                "--agentToken=" + file(Realm.AGENTS, shape.object("agent")));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void itsTokensAreInOrderByTheStacksParameters(Shape shape) {
        aws.parameters.putAll(shape.parameters());

        assertThat(run(Stream.concat(Stream.of("--stack=support-pin"), tokens(shape))))
                .contains("Nothing is missing", "The API accepts the token of an agent.")
                .doesNotContain("PROBLEM");
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void itsTokensAreInOrderByTheOptions(Shape shape) {
        var options = Arrays.stream(Option.values())
                .filter(option -> shape.parameters().containsKey(option.parameter()))
                .map(option -> "--" + option.text() + "=" + shape.parameters().get(option.parameter()));

        assertThat(run(Stream.concat(options, tokens(shape))))
                .contains("Nothing is missing")
                .doesNotContain("PROBLEM");
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aTokenThatTheServiceRefusesIsAProblem(Shape shape) {
        aws.parameters.putAll(shape.parameters());

        assertThat(run(Stream.of("--stack=support-pin", "--panelToken=" + file(Realm.PANEL, shape.object("wrong")))))
                .contains("PROBLEM");
    }

    @Test
    void withTheUsualSettingsItNamesTheParameterThatMayBeMissing() throws IOException {
        var all = shapes().collect(Collectors.toMap(Shape::provider, shape -> shape));

        assertThat(run(tokens(Objects.requireNonNull(all.get("Amazon Cognito")))))
                .contains("is for somebody else (aud)", "PanelTokens", "AgentTokens")
                .contains("lacks the scope pin:self (scope)", "PanelScopePrefix", "AgentScopePrefix");
        assertThat(run(tokens(Objects.requireNonNull(all.get("Okta"))))).contains("lacks the scope pin:verify (scope)");
        assertThat(run(tokens(Objects.requireNonNull(all.get("Auth0")))))
                .contains("does not say when its owner signed in (auth_time)", "PanelSignInClaim");
    }

    /** What of the template decides whether a token is taken, the check knows too. */
    @Test
    void everyParameterThatSaysWhoCallsIsAnOption() throws IOException {
        var group = Files.readAllLines(Path.of("../../template.yaml")).stream()
                .dropWhile(line -> !line.endsWith("{ default: Who calls }"))
                .skip(1)
                .findFirst()
                .orElseThrow();

        assertThat(Arrays.stream(Option.values()).map(Option::parameter))
                .containsAll(List.of(group.replaceAll(".*\\[|\\].*", "").split(", ", -1)));
    }
}
