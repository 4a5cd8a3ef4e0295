package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the caller's PIN to the mail at the local stack's SES, with the role's one identity. */
class SesJourneyTest {

    @TempDir
    private Path folder;

    private Service service(String identity) throws IOException {
        var connectors = Files.writeString(folder.resolve("connectors.json"), """
                {"parameters": {"MailConnector": "ses",
                                "MailSettings": {"from": "support@hoster.gr", "fromName": "Εταιρεία"},
                                "SesIdentityArn": "arn:aws:ses:eu-central-1:000000000000:identity/%s"}}
                """.formatted(identity));
        return Service.in(Files.createDirectory(folder.resolve("data-" + identity)), connectors);
    }

    private static JsonNode mails(Service service) {
        return service.call("GET", "/local/mail", "", null).body().path("messages");
    }

    @Test
    void whatTheCallerIsToPayArrivesByMail() throws IOException {
        try (var service = service("support@hoster.gr")) {
            var agent = service.agent();
            var verification = agent.verified(service.customer("1001").activated());
            var action = agent.act(verification, "send-order-details", "{\"orderId\":\"ord-1\"}");

            assertThat(action.text("status")).isEqualTo("succeeded");
            assertThat(mails(service)).hasSize(1);
            var mail = mails(service).path(0);
            assertThat(mail.path("to").asText()).isEqualTo("maria@example.gr");
            assertThat(mail.path("text").asText()).contains("IBAN: GR");
            assertThat(mail.at("/tags/action").asText()).isEqualTo(action.text("actionId"));
            assertThat(service.unusedGrants().getOrDefault("ActionFunction", java.util.Set.of()))
                    .noneMatch(grant -> grant.sid().equals("Mail"));
            assertThat(service.log()).doesNotContain("maria@example.gr");
        }
    }

    @Test
    void anotherIdentityThanTheRolesSendsNothing() throws IOException {
        try (var service = service("other.gr")) {
            var agent = service.agent();
            var verification = agent.verified(service.customer("1001").activated());

            agent.act(verification, "send-order-details", "{\"orderId\":\"ord-1\"}")
                    .isProblem(502, "back-office-unavailable");
            assertThat(mails(service)).isEmpty();
        }
    }
}
