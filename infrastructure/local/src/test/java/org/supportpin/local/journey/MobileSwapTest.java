package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Security row 16: an attacker with a stolen panel session enters another mobile. */
class MobileSwapTest {

    private static final String STANDARD =
            "{\"domain\":\"papadopoulou.gr\",\"changes\":[{\"op\":\"upsert\",\"name\":\"held\",\"type\":\"A\",\"records\":[\"195.251.255.30\"]}]}";
    private static final String HIGH =
            "{\"domain\":\"papadopoulou.gr\",\"nameservers\":[{\"host\":\"ns8.example.com\"},{\"host\":\"ns9.example.com\"}]}";

    private static final AtomicInteger NEXT = new AtomicInteger(10);

    /** The mobile on file: it outlives a deactivation, and so a test. */
    private static String onFile = "";

    private final Service service = Service.farAhead();
    private final CustomerSteps customer = service.customer("1001").activated();
    private final String stolen = "+306987654" + NEXT.incrementAndGet() + "0";
    private String notice = "";

    @BeforeEach
    void swapTheMobile() {
        service.backDoor().resetBackOffice();
        // All limits and holds of other tests have expired.
        service.advance(Duration.ofDays(4));
        var old = onFile.isEmpty() ? customer.number() : onFile;
        var before = service.sms(old).size();
        customer.declareMobile(stolen).is(202);
        assertThat(service.sms(old)).hasSize(before);
        customer.confirmMobile(customer.newestDigits(stolen)).is(200);
        assertThat(service.sms(old)).as("the notice to the old number").hasSize(before + 1);
        onFile = stolen;
        notice = service.sms(old).getLast();
    }

    @Test
    void forThreeDaysAPinBySmsVerifiesStandardRiskOnly() {
        var agent = service.agent();
        var verification = bySms(agent);

        agent.act(verification, "change-dns-records", STANDARD).is(201);
        // A new address of the other family takes web or mail over as well.
        for (var name : new String[] {"@", "mail"}) {
            agent.act(verification, "change-dns-records", takeOver(name)).isProblem(422, "action-refused");
        }
        agent.preview(verification, "change-dns-records", STANDARD).is(200);
        var previewed = agent.preview(verification, "change-nameservers", HIGH).isProblem(422, "action-refused");
        var refused = agent.act(verification, "change-nameservers", HIGH).isProblem(422, "action-refused");

        assertThat(previewed.text("rule")).isEqualTo("mobile-recently-changed");
        assertThat(refused.text("rule")).isEqualTo("mobile-recently-changed");
        service.advance(Duration.ofHours(71));
        var still = bySms(agent);
        agent.act(still, "change-nameservers", HIGH).isProblem(422, "action-refused");
        service.advance(Duration.ofHours(1));
        agent.act(bySms(agent), "change-nameservers", HIGH).is(201);
    }

    @Test
    void aPinFromThePanelVerifiesHighRiskTooAndTheActivitySaysWhichItWas() {
        var agent = service.agent();
        var verification = agent.verified(customer);
        agent.act(verification, "change-nameservers", HIGH).is(201);

        var sources = customer.activity().body().findValuesAsText("source");

        assertThat(sources).contains("panel");
        bySms(agent);
        assertThat(customer.activity().body().findValuesAsText("source")).contains("sms");
    }

    @Test
    void theNoticeContainsNeitherNumberNorCode() {
        assertThat(notice).doesNotContain(stolen.substring(8)).doesNotMatch("(?s).*[0-9]{6}.*");
    }

    private String bySms(AgentSteps agent) {
        customer.sendPin().is(202);
        return agent.verify(customer, customer.newestDigits(stolen)).is(201).text("verificationId");
    }

    /** Gives a name an IPv6 address, where it has none. */
    private static String takeOver(String name) {
        return "{\"domain\":\"papadopoulou.gr\",\"changes\":[{\"op\":\"upsert\",\"name\":\"%s\",\"type\":\"AAAA\",\"records\":[\"2a02:587::1\"]}]}"
                .formatted(name);
    }
}
