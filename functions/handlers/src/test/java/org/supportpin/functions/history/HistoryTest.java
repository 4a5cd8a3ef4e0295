package org.supportpin.functions.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.ActionStatus;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.testing.Samples;

/** Events as people read them. */
class HistoryTest {

    static List<Event> events() {
        return Samples.everyEvent();
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventIsOneSentenceInEachLanguage(Event event) {
        assertThat(Summary.of(event, Language.GREEK))
                .matches("\\p{IsGreek}.*\\.")
                .containsPattern("\\p{IsGreek}{4}");
        assertThat(Summary.of(event, Language.ENGLISH)).matches("[A-Z].*\\.").doesNotContainPattern("\\p{IsGreek}");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyActionAndEveryEndHasItsOwnSentence(Language language) {
        assertThat(Arrays.stream(ActionName.values())
                        .map(name -> Summary.of(
                                new Event.ActionAccepted("k", Samples.ACTION_ID, name, Risk.HIGH, Samples.HASHES),
                                language)))
                .doesNotHaveDuplicates();
        assertThat(List.of(ActionStatus.SUCCEEDED, ActionStatus.REFUSED, ActionStatus.FAILED).stream()
                        .map(status -> Summary.of(
                                new Event.ActionFinished(
                                        Samples.ACTION_ID, ActionName.RENEW_SERVICE, status, null, false, List.of()),
                                language)))
                .doesNotHaveDuplicates();
    }

    /** A PIN's inputs must not be disclosed, and a verification's key would end it. */
    @ParameterizedTest
    @MethodSource("events")
    void noDetailContainsACounterOrAVerificationKey(Event event) {
        assertThat(JsonText.write(Details.of(event))).doesNotContain("996970", "65535", Samples.KEY);
    }

    @Test
    void differencesAreShownBeforeAndAfter() {
        var finished = Samples.everyEvent().stream()
                .filter(Event.ActionFinished.class::isInstance)
                .findFirst()
                .orElseThrow();

        assertThat(JsonText.write(Details.of(finished)))
                .isEqualTo("{\"actionId\":\"AAAAAAAAAAAAAAAAAAAAAAAA\",\"action\":\"change-dns-records\","
                        + "\"status\":\"succeeded\",\"changes\":["
                        + "{\"what\":\"www.παράδειγμα.gr A\",\"before\":null,\"after\":\"192.0.2.1\"},"
                        + "{\"what\":\"example.gr TXT\",\"before\":\"\\\"a\\\" \\\\ \\n\\u0000\",\"after\":null},"
                        + "{\"what\":\"example.gr MX\",\"before\":\"10 a.\",\"after\":\"20 b.\"}]}");
    }

    @Test
    void eachActorIsNamed() {
        assertThat(JsonText.write(Details.of(new Actor.Panel()))).isEqualTo("{\"kind\":\"customer\"}");
        assertThat(JsonText.write(Details.of(new Actor.Service()))).isEqualTo("{\"kind\":\"service\"}");
        assertThat(JsonText.write(Details.of(new Actor.Auditor(Samples.AGENT.id()))))
                .isEqualTo("{\"kind\":\"auditor\",\"id\":\"maria@host.gr\"}");
        assertThat(JsonText.write(Details.of(Samples.AGENT))).contains("\"id\":\"maria@host.gr\"");
    }
}
