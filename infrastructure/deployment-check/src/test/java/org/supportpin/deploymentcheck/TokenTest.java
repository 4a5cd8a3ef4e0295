package org.supportpin.deploymentcheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.command.Report;
import org.supportpin.domain.identity.AgentName;

/** A token is in order if API Gateway and the functions take what is in it, and not otherwise. */
class TokenTest {

    private final Stage stage = new Stage();

    @AfterEach
    void stop() {
        stage.close();
    }

    private List<String> look(Realm realm, UnaryOperator<JWTClaimsSet.Builder> change) {
        var report = new Report("fits", "does not fit");
        var deployed = new Deployed(Arguments.parse(stage.options()).orThrow(), Optional.empty());
        new Token(realm, deployed, Clock.systemUTC(), report).check(stage.token(realm, change), Set.of("one"));
        return report.lines();
    }

    /** What is wrong, with the change that makes it so. */
    record Case(String expected, UnaryOperator<JWTClaimsSet.Builder> change) {

        @Override
        public String toString() {
            return expected;
        }
    }

    private static Case wrong(String expected, UnaryOperator<JWTClaimsSet.Builder> change) {
        return new Case(expected, change);
    }

    private static long seconds(Duration fromNow) {
        return Instant.now().plus(fromNow).getEpochSecond();
    }

    static Stream<Case> problemsOfCustomers() {
        return Stream.of(
                wrong("comes from another issuer (iss)", claims -> claims.issuer("https://other.example")),
                wrong("is for somebody else (aud)", claims -> claims.audience("other")),
                wrong("lacks the scope pin:self (scope)", claims -> claims.claim("scope", "openid")),
                wrong("names nobody (sub)", claims -> claims.subject(null)),
                wrong("names somebody in a form that the functions refuse (sub)", claims -> claims.subject("Ελένη")),
                wrong(
                        "names somebody in a form that the functions refuse (sub)",
                        claims -> claims.subject("1".repeat(65))),
                wrong("has expired, or never does (exp)", claims -> claims.expirationTime(Date.from(Instant.EPOCH))),
                wrong("has expired, or never does (exp)", claims -> claims.claim("exp", null)),
                wrong("expires in more than a hundred years (exp)", claims -> claims.claim("exp", 1_795_348_800_000L)),
                wrong(
                        "expires in more than a hundred years (exp)",
                        claims -> claims.claim("exp", 1_795_348_800_000_000_000L)),
                wrong("has something else than a number (exp)", claims -> claims.claim("exp", "1795348800")),
                wrong("is not valid yet (nbf)", claims -> claims.claim("nbf", seconds(Duration.ofMinutes(2)))),
                wrong("was issued in the future (iat)", claims -> claims.claim("iat", 1_795_348_800_000L)),
                wrong("does not say when its owner signed in (auth_time)", claims -> claims.claim("auth_time", null)),
                wrong(
                        "says that its owner signed in in the future (auth_time)",
                        claims -> claims.claim("auth_time", Instant.now().toEpochMilli())),
                wrong(
                        "says that its owner signed in in the future (auth_time)",
                        claims -> claims.claim("auth_time", 1_795_348_800_000_000_000L)),
                wrong(
                        "says that its owner signed in in the future (auth_time)",
                        claims -> claims.claim("auth_time", seconds(Duration.ofMinutes(5)))),
                wrong(
                        "says in another form when its owner signed in (auth_time)",
                        claims -> claims.claim("auth_time", Instant.now().toString())),
                wrong(
                        "says that its owner signed in more than 10 minutes ago (auth_time)",
                        claims -> claims.claim("auth_time", seconds(Duration.ofMinutes(-11)))));
    }

    @ParameterizedTest
    @MethodSource("problemsOfCustomers")
    void whatIsRefusedIsAProblem(Case wrong) {
        assertThat(look(Realm.PANEL, wrong.change()))
                .contains("  PROBLEM  The token of a customer " + wrong.expected() + ".")
                .endsWith("does not fit: 1 problem.");
    }

    @Test
    void millisecondsAreSuspectedInWords() {
        assertThat(look(
                        Realm.PANEL,
                        claims -> claims.claim("auth_time", Instant.now().toEpochMilli())))
                .anyMatch(line -> line.contains("Seconds since 1970 are expected; perhaps it has milliseconds."));
    }

    static Stream<Case> notesOfCustomers() {
        UnaryOperator<JWTClaimsSet.Builder> verified = claims -> claims.claim("phone_number_verified", true);
        return Stream.of(
                wrong(
                        "lives longer than an hour",
                        claims -> claims.expirationTime(Date.from(Instant.now().plus(Duration.ofDays(1))))),
                wrong(
                        "has a number that counts as none (phone_number)",
                        claims -> claims.claim("phone_number", "+306912345678")),
                wrong(
                        "has a number that counts as none (phone_number)",
                        claims -> verified.apply(claims).claim("phone_number", "+302101234567")),
                wrong(
                        "has a number that counts as none (phone_number)",
                        claims -> verified.apply(claims).claim("phone_number", 6912345678L)),
                wrong("has a language that there are no texts in (locale)", claims -> claims.claim("locale", "tlh")));
    }

    /** The functions do without, so it is no problem. */
    @ParameterizedTest
    @MethodSource("notesOfCustomers")
    void whatIsPassedOverIsANote(Case wrong) {
        assertThat(look(Realm.PANEL, wrong.change()))
                .contains("  note     The token of a customer " + wrong.expected() + ".")
                .endsWith("fits")
                .noneMatch(line -> line.contains("2101234567"));
    }

    @Test
    void whatIsTakenIsNotTold() {
        assertThat(look(
                        Realm.PANEL,
                        claims -> claims.subject("a.b_c:d@e|f+g~h-1")
                                .claim("auth_time", Long.toString(seconds(Duration.ofSeconds(30))))
                                .claim("iat", seconds(Duration.ZERO))
                                .claim("nbf", seconds(Duration.ZERO))
                                .claim("phone_number", "+30 691 234 5678")
                                .claim("phone_number_verified", "true")
                                .claim("locale", "en-GB")))
                .containsExactly("fits");
        assertThat(look(Realm.AGENTS, claims -> claims.claim("auth_time", null).claim("name", "Μαρία Παππά")))
                .containsExactly("fits");
    }

    @Test
    void anAgentsNameThatIsNotShownIsANote() {
        for (var name : List.of("two\nlines", "a".repeat(201), "\u202etloc")) {
            assertThat(look(Realm.AGENTS, claims -> claims.claim("name", name)))
                    .contains("  note     The token of an agent has a name that customers are not shown (name).");
        }
    }

    /** The advice names the number. */
    @Test
    void anAgentsNameMayHaveAsManyCharactersAsTheAdviceSays() {
        assertThat(AgentName.of("a".repeat(200))).isPresent();
        assertThat(AgentName.of("a".repeat(201))).isEmpty();
    }
}
