package org.supportpin.backoffice.mail.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpin.backoffice.http.Content;
import org.supportpin.backoffice.testing.StubServer;
import org.supportpin.backoffice.testing.StubServer.Asked;
import org.supportpin.backoffice.testing.StubServer.Behaviour;
import org.supportpin.connectorcheck.Command;

/** The connector check against an SES that knows the two reading calls and no other. */
class SesCheckTest {

    private static final String SETTINGS = "{\"from\": \"support@hoster.gr\"}";

    private String account = """
            {"ProductionAccessEnabled": true, "SendingEnabled": true, "EnforcementStatus": "HEALTHY",
             "SendQuota": {"Max24HourSend": 50000, "MaxSendRate": 14, "SentLast24Hours": 7}}
            """;

    private String identity = """
            {"IdentityType": "DOMAIN", "VerifiedForSendingStatus": true,
             "DkimAttributes": {"SigningEnabled": true, "Status": "SUCCESS"}}
            """;

    private final StubServer server = StubServer.start().does(this::answer);

    @TempDir
    private Path folder;

    private Command command;

    @BeforeEach
    void prepare() {
        command = new Command(folder).withSes(server.endpoint().base());
    }

    @AfterEach
    void stop() {
        assertThat(server.asked()).allMatch(each -> each.method().equals("GET"));
        server.close();
    }

    private Behaviour answer(Asked request) {
        return switch (request.method() + " " + request.path()) {
            case "GET /v2/email/account" -> Behaviour.says(200, account);
            case "GET /v2/email/identities/hoster.gr" -> Behaviour.says(200, identity);
            default -> fault(404, "NotFoundException");
        };
    }

    private static Behaviour fault(int status, String code) {
        return new Behaviour.Says(
                status,
                Map.of("x-amzn-ErrorType", code, "Content-Type", "application/json"),
                Content.of("{\"message\":\"no\"}"));
    }

    @Test
    void allIsWell() {
        command.run("ses", SETTINGS)
                .fits()
                .says(
                        "The account is outside the sandbox.",
                        "It may send 50000 mails a day, 14 a second; 7 in the last day.",
                        "The sender's identity, of type DOMAIN, is verified.");
    }

    @Test
    void theAccountIsInTheSandbox() {
        account = "{\"ProductionAccessEnabled\": false, \"SendingEnabled\": false}";

        command.run("ses", SETTINGS).doesNotFit("The account is in the sandbox", "Sending is switched off");
    }

    @Test
    void theIdentityIsNotVerified() {
        identity = "{\"IdentityType\": \"DOMAIN\", \"VerifiedForSendingStatus\": false}";

        command.run("ses", SETTINGS)
                .doesNotFit("The sender's identity is not verified")
                .says("not signed with DKIM");
    }

    @Test
    void thereIsNoIdentity() {
        command.run("ses", SETTINGS.replace("hoster.gr", "other.gr")).doesNotFit("Neither the sender's address");
    }

    @Test
    void theCredentialsMayNotAsk() {
        server.does(_ -> fault(403, "AccessDeniedException"));

        command.run("ses", SETTINGS).doesNotFit("SES refused with status 403", "ses:GetAccount");
    }

    @Test
    void nothingListens() {
        command.withSes(URI.create("http://127.0.0.1:1"))
                .run("ses", SETTINGS)
                .doesNotFit("SES was not asked: no connection, no credentials, or no region.");
    }

    @Test
    void theSettingsAreWrong() {
        command.run("ses", "{\"from\": \"support\"}").doesNotFit("MAIL_SETTINGS/from is wrong: ");
    }

    @Test
    void itCannotSend() {
        try (var ses = Command.readingSes(server.endpoint().base())) {
            assertThatThrownBy(() -> ses.sendEmail(request -> request.fromEmailAddress("support@hoster.gr")))
                    .hasMessageContaining("the connector check only reads");
            assertThatThrownBy(() -> ses.deleteEmailIdentity(request -> request.emailIdentity("hoster.gr")))
                    .hasMessageContaining("the connector check only reads");
        }
        assertThat(server.asked()).isEmpty();
    }
}
