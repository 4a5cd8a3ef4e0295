package org.supportpin.functions.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.customer.GateSettings;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.mail.Mail;
import org.supportpin.domain.message.SmsText;
import org.supportpin.domain.testing.CrashPoints;

/** A high-risk action is told when it begins to wait, and when it is done: on both channels, each time. */
class WaitingNoticeTest {

    private static final EmailAddress ADDRESS =
            EmailAddress.parse("nefeli@example.com").orThrow();
    private static final String NAMESERVERS = """
            {"domain":"papadopoulou.gr","nameservers":[{"host":"ns1.other.gr"},{"host":"ns2.other.gr"}]}""";
    private static final String STANDARD = """
            {"orderId":"ord-1"}""";

    private static ActionHouse house(GateSettings gates) {
        var house = new ActionHouse();
        house.gates = gates;
        house.registerAddress(ADDRESS);
        return house;
    }

    private static List<String> sms(ActionHouse house) {
        return house.sms.sent().stream()
                .map(each -> each.text())
                .filter(text -> text.startsWith("Ζητήσατε "))
                .toList();
    }

    private static List<Mail> mails(ActionHouse house, String purpose) {
        return house.mails.sent.stream()
                .filter(mail -> mail.to().equals(ADDRESS) && mail.purpose().equals(purpose))
                .toList();
    }

    @Test
    void whatWaitsIsToldWithItsValuesItsEndAndHowToStopIt() {
        var house = house(GateSettings.DEFAULTS);
        var at = new GateHouse(house);

        at.waiting(ActionName.CHANGE_NAMESERVERS, NAMESERVERS, "one");
        house.deliver();

        assertThat(sms(house))
                .singleElement()
                .asString()
                .contains("αλλαγή nameservers: papadopoulou.gr", "Περιμένει έως 22 Νοε 12:10 UTC")
                .endsWith("Αν όχι, πείτε ΣΤΟΠ στο +30 210 1234567.")
                .hasSizeLessThanOrEqualTo(SmsText.TWO_SEGMENTS);
        assertThat(mails(house, "action-waiting"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text())
                        .contains(
                                "papadopoulou.gr",
                                "ns1.other.gr",
                                "ns2.other.gr",
                                "→",
                                "22 Νοεμβρίου 2026 12:10",
                                "ΣΤΟΠ")
                        .doesNotContain("http"));
    }

    @Test
    void eachIsToldHoweverManyThereAre() {
        var house = house(GateSettings.DEFAULTS);
        var at = new GateHouse(house);

        at.waiting(ActionName.CHANGE_NAMESERVERS, NAMESERVERS, "one");
        at.waiting(ActionName.CHANGE_NAMESERVERS, NAMESERVERS, "two");
        house.deliver();

        assertThat(sms(house)).hasSize(2);
        assertThat(mails(house, "action-waiting")).hasSize(2);
    }

    @Test
    void whatIsDoneIsToldOnBothChannels() {
        var house = house(GateSettings.NONE);

        house.execute(GateHouse.WHOLE, ActionName.CHANGE_NAMESERVERS, NAMESERVERS);
        house.deliver();

        assertThat(house.sms.sent())
                .filteredOn(each -> each.text().startsWith("Άλλαξαν οι nameservers: "))
                .singleElement()
                .satisfies(each -> assertThat(each.text()).contains("+30 210 1234567"));
        assertThat(mails(house, "action-done"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("Άλλαξαν οι nameservers", "ΣΤΟΠ"));
        assertThat(sms(house)).isEmpty();
    }

    /** It may wait for a supervisor, and is no high risk. */
    @Test
    void standardRiskIsNotToldAndCostsNothing() {
        var house = house(new GateSettings(true, Duration.ofHours(24), Set.of(ActionName.values())));

        new GateHouse(house).waiting(ActionName.SEND_ORDER_DETAILS, STANDARD, "one");

        assertThat(house.store.waiting(10)).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> whereverTheRequestDiesWhatWaitsIsTold() {
        return CrashPoints.each(points -> {
            var house = house(GateSettings.DEFAULTS);
            points.run(() -> house.execute(points, ActionName.CHANGE_NAMESERVERS, NAMESERVERS));
            var waits = house.store.find(house.id()).isPresent() ? 1 : 0;
            house.deliver();

            assertThat(sms(house)).hasSize(waits);
            assertThat(mails(house, "action-waiting")).hasSize(waits);
        });
    }
}
