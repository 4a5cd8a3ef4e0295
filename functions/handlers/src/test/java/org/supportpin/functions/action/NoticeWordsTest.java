package org.supportpin.functions.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.customer.GateSettings;
import org.supportpin.domain.customer.Verification.PinSource;
import org.supportpin.domain.mail.EmailAddress;

/** What a Greek customer is told of an action is Greek, its values too: only names and what is nobody's words stay. */
class NoticeWordsTest {

    private static final EmailAddress ADDRESS =
            EmailAddress.parse("nefeli@example.com").orThrow();
    private static final Set<String> NAMES =
            Set.of("NS", "A", "TTL", "PHP", "DNS", "nameservers", "UTC", "cache", "email", "Support", "PIN");

    /** Names of domains and products, IDs, and what is masked. */
    private static final Pattern NAME = Pattern.compile("\\S*(?:[@•0-9_]|\\.\\w)\\S*|hosting-\\w+");

    private static final Pattern LATIN = Pattern.compile("[A-Za-z][A-Za-z-]+");

    static Stream<ActionCrashTest.Case> actions() {
        return ActionCrashTest.all().stream();
    }

    private static ActionHouse house(GateSettings gates) {
        var house = new ActionHouse();
        house.gates = gates;
        house.registerAddress(ADDRESS);
        return house;
    }

    private static List<String> latin(String text) {
        return LATIN.matcher(NAME.matcher(text).replaceAll(" "))
                .results()
                .map(each -> each.group())
                .filter(each -> !NAMES.contains(each))
                .toList();
    }

    private static Stream<String> told(ActionHouse house) {
        return Stream.concat(
                house.sms.sent().stream().map(each -> each.text()),
                house.mails.sent.stream()
                        .filter(mail -> mail.to().equals(ADDRESS))
                        .map(mail -> mail.subject() + "\n" + mail.text()));
    }

    @ParameterizedTest
    @MethodSource("actions")
    void whatAsksForConsentHasNoEnglish(ActionCrashTest.Case one) {
        var house = house(GateSettings.DEFAULTS);
        house.askedBeforeAll(PinSource.SMS);

        new GateHouse(house).waiting(one.name(), one.parameters(), "one");
        house.deliver();

        assertThat(told(house))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(latin(text)).as(text).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("actions")
    void whatIsDoneHasNoEnglish(ActionCrashTest.Case one) {
        var house = house(GateSettings.NONE);

        house.execute(GateHouse.WHOLE, one.name(), one.parameters());
        house.deliver();

        assertThat(told(house))
                .allSatisfy(text -> assertThat(latin(text)).as(text).isEmpty());
    }

    @Test
    void aRecallIsSaidAsOne() {
        var house = house(GateSettings.DEFAULTS);
        var parameters = "{\"domain\":\"papadopoulou.gr\"}";

        new GateHouse(house).waiting(ActionName.RECALL_GR_DOMAIN, parameters, "one");
        house.deliver();

        assertThat(told(house))
                .anyMatch(text -> text.startsWith("Ζητήσατε ΑΝΑΚΛΗΣΗ ονόματος: papadopoulou.gr: θα ανακληθεί. "))
                .anyMatch(text -> text.contains("papadopoulou.gr: ενεργή → θα ανακληθεί")
                        || text.contains("papadopoulou.gr: σε εξέλιξη → θα ανακληθεί"));
    }
}
