package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A language that is a file alone is spoken wherever Greek and English are, over HTTP. German is such a file. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FurtherLanguageTest {

    private Service service;

    @BeforeAll
    void start(@TempDir Path data) {
        service = Service.in(data);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    /** Billing knows nobody of this ID, and so no other language of theirs. */
    private CustomerSteps german(String id) {
        var customer = service.customer(id).with("{\"locale\":\"de-DE\"}");
        customer.declareMobile().is(202);
        customer.confirmMobile(customer.newestDigits()).is(200);
        customer.activate().is(201);
        return customer;
    }

    @Test
    void aCustomerIsWrittenToInTheLocalesLanguage() {
        var customer = german("g-1");
        customer.sendPin().is(202);

        assertThat(service.sms(customer.number()))
                .anyMatch(text -> text.startsWith("Der Code "))
                .anySatisfy(
                        text -> assertThat(text)
                                .matches(
                                        "Support PIN [0-9]{6}, gültig bis [0-9:]{5}\\. Nennen Sie sie nur, wenn SIE uns angerufen haben\\."));
        assertThat(customer.activity().is(200).body().path("events").findValuesAsText("summary"))
                .contains("Die Support PIN wurde aktiviert.");
    }

    @ParameterizedTest
    @MethodSource("org.supportpin.local.journey.ActionCase#all")
    void eachTextOfAPreviewHasIt(ActionCase action) {
        var agent = service.agent();
        var verification = agent.verified(service.customer("1001").activated());

        var preview = agent.preview(verification, action.action(), action.parameters())
                .is(200)
                .body();

        assertThat(preview.findParents("el")).isNotEmpty().allMatch(text -> text.has("de"));
    }

    @Test
    void anAgentReadsCatalogueAccountAndRefusalsInIt() {
        var agent = service.agent();
        var verification = agent.verified(german("g-2"));

        var actions = agent.call("GET", "/v1/agent/actions", "").is(200).body().path("actions");
        assertThat(actions.valueStream().map(each -> each.at("/title/de").asText()))
                .contains("DNS-Einträge ändern");
        assertThat(actions.findValues("x-title")).allMatch(title -> title.has("de"));
        assertThat(agent.account(verification).is(200).body().path("language").asText())
                .isEqualTo("de");
        var refused = agent.act(verification, "recall-gr-domain", "{\"domain\":\"example.com\"}")
                .isProblem(422, "action-refused");
        assertThat(refused.body().at("/text/de").asText())
                .isEqualTo("Nur Domains unter .gr und .ελ können zurückgenommen werden.");
        var faulty = agent.act(verification, "change-dns-records", "{\"domain\":\"papadopoulou.gr\",\"changes\":[]}")
                .isProblem(422, "invalid-parameters");
        assertThat(faulty.body().at("/errors/0/text/de").asText()).startsWith("Geben Sie 1 bis ");
    }
}
