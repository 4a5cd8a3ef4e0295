package org.supportpin.functions.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.ActionStatus;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.customer.Policy.AfterSms;
import org.supportpin.domain.customer.Policy.Rule;
import org.supportpin.domain.customer.Policy.Telephone;
import org.supportpin.domain.customer.Policy.Terms;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.identity.SealedText;
import org.supportpin.domain.testing.Samples;

/** Events as people read them. */
class HistoryTest {

    private static final Details DETAILS = new Details((_, text) -> Optional.ofNullable(text.known()));

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
    @MethodSource("org.supportpin.domain.identity.Language#all")
    void everyActionAndEveryEndHasItsOwnSentence(Language language) {
        assertThat(Arrays.stream(ActionName.values())
                        .map(name -> Summary.of(
                                new Event.ActionAccepted("k", Samples.ACTION_ID, name, Risk.HIGH, Samples.HASHES, null),
                                language)))
                .doesNotHaveDuplicates();
        assertThat(List.of(ActionStatus.SUCCEEDED, ActionStatus.REFUSED, ActionStatus.FAILED).stream()
                        .map(status -> Summary.of(
                                new Event.ActionFinished(
                                        Samples.ACTION_ID, ActionName.RENEW_SERVICE, status, null, false, null, null),
                                language)))
                .doesNotHaveDuplicates();
    }

    @Test
    void aChangeOfTheCustomersRulesSaysWhatMattersMost() {
        var usual = Terms.DEFAULT;
        var frozen = new Terms(Telephone.FROZEN, AfterSms.AS_USUAL, Map.of());
        var one = new Terms(Telephone.OPEN, AfterSms.STANDARD_ONLY, Map.of());
        var other = new Terms(Telephone.OPEN, AfterSms.AS_USUAL, Map.of(ActionName.RENEW_SERVICE, Rule.ASK));

        assertThat(changed(usual, frozen)).startsWith("You froze telephone support.");
        assertThat(changed(frozen, one)).isEqualTo("You opened telephone support again.");
        assertThat(changed(usual, one)).startsWith("You tightened").contains("still running ended");
        assertThat(changed(one, usual)).startsWith("You loosened").doesNotContain("still running");
        assertThat(changed(one, other)).contains("tightening some and loosening others", "still running ended");
    }

    private static String changed(Terms before, Terms after) {
        return Summary.of(new Event.PolicyChanged(before, after), Language.ENGLISH);
    }

    @Test
    void anUndoSaysSoAndNamesWhatItUndoes() {
        var accepted = new Event.UndoAccepted(
                Samples.UNDO_ID, Samples.ACTION_ID, 1, ActionName.CHANGE_NAMESERVERS, Risk.HIGH, Samples.HASHES);
        var finished = new Event.ActionFinished(
                accepted.actionId(), accepted.action(), ActionStatus.SUCCEEDED, null, false, null, accepted.undone());

        assertThat(Summary.of(accepted, Language.GREEK)).isEqualTo("Ζητήσατε να αναιρεθεί: αλλαγή nameservers.");
        assertThat(Summary.of(finished, Language.GREEK)).isEqualTo("Αναιρέθηκε: αλλαγή nameservers.");
        assertThat(Summary.of(finished, Language.ENGLISH)).isEqualTo("Undone: nameserver change.");
        assertThat(List.of(accepted, finished))
                .allSatisfy(event -> assertThat(JsonText.write(DETAILS.of(event)))
                        .contains("\"undoes\":\"" + Samples.ACTION_ID.value() + "\""));
    }

    /** A PIN's inputs must not be disclosed, and a verification's key would end it. */
    @ParameterizedTest
    @MethodSource("events")
    void noDetailContainsACounterOrAVerificationKey(Event event) {
        assertThat(JsonText.write(DETAILS.of(event))).doesNotContain("996970", "65535", Samples.KEY);
    }

    @Test
    void changesAreShownBeforeAndAfter() {
        var changes = List.of(
                new Difference("www.παράδειγμα.gr A", null, "192.0.2.1"),
                new Difference("example.gr TXT", "\"a\" \\ \n\u0000", null),
                new Difference("example.gr MX", "10 a.", "20 b."),
                new Difference("svc-1", "2026-11-22", "2027-11-22 (36.00 EUR)", "ord-6"));

        assertThat(shown(SealedText.of(1, new byte[60], ChangesJson.sealed(changes))))
                .isEqualTo(
                        "{\"actionId\":\"AAAAAAAAAAAAAAAAAAAAAAAA\",\"action\":\"change-dns-records\","
                                + "\"status\":\"succeeded\",\"changes\":["
                                + "{\"what\":\"www.παράδειγμα.gr A\",\"before\":null,\"after\":\"192.0.2.1\"},"
                                + "{\"what\":\"example.gr TXT\",\"before\":\"\\\"a\\\" \\\\ \\n\\u0000\",\"after\":null},"
                                + "{\"what\":\"example.gr MX\",\"before\":\"10 a.\",\"after\":\"20 b.\"},"
                                + "{\"what\":\"svc-1\",\"before\":\"2026-11-22\",\"after\":\"2027-11-22 (36.00 EUR)\",\"note\":\"ord-6\"}]}");
    }

    @Test
    void changesThatNoKeyOpensAnyMoreAreNull() {
        assertThat(shown(Samples.sealed("changes"))).endsWith("\"changes\":null}");
        assertThat(shown(null)).endsWith("\"changes\":[]}");
    }

    private static String shown(@Nullable SealedText changes) {
        return JsonText.write(DETAILS.of(new Event.ActionFinished(
                Samples.ACTION_ID, ActionName.CHANGE_DNS_RECORDS, ActionStatus.SUCCEEDED, null, false, changes, null)));
    }

    @Test
    void eachActorIsNamed() {
        assertThat(JsonText.write(DETAILS.of(new Actor.Panel()))).isEqualTo("{\"kind\":\"customer\"}");
        assertThat(JsonText.write(DETAILS.of(new Actor.Service()))).isEqualTo("{\"kind\":\"service\"}");
        assertThat(JsonText.write(DETAILS.of(new Actor.Auditor(Samples.AGENT.id()))))
                .isEqualTo("{\"kind\":\"auditor\",\"id\":\"maria@host.gr\"}");
        assertThat(JsonText.write(DETAILS.of(Samples.AGENT))).contains("\"id\":\"maria@host.gr\"");
    }
}
