package org.supportpin.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpin.client.api.AgentApi;
import org.supportpin.client.api.OperationsApi;
import org.supportpin.client.api.PanelApi;
import org.supportpin.client.model.ActionName;
import org.supportpin.client.model.ActionRequest;
import org.supportpin.client.model.ChangeDnsRecordsAction;
import org.supportpin.client.model.VerificationRequest;
import org.supportpin.local.LocalStack;
import org.supportpin.local.contract.ProjectFiles;
import org.supportpin.local.sample.Caller;
import org.supportpin.local.sample.IssuerKeys;

/** A day with the client that is generated for Java: the panel's half, the agent's and the auditor's. */
class GeneratedClientTest {

    private static final String VERIFIED = "{\"phone_number\":\"+306912345678\",\"phone_number_verified\":true}";

    private static ApiClient client(LocalStack stack, String role, String subject, String claims) {
        var token = new Caller(stack.uri()).token(role, subject, claims);
        var client = new ApiClient();
        client.updateBaseUri(stack.uri().toString().replaceAll("/$", ""));
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        return client;
    }

    @Test
    void aDayGoesThroughTheGeneratedClient(@TempDir Path data) throws ApiException {
        IssuerKeys.putInto(data);
        var settings =
                Map.of("SUPPORT_PIN_PORT", "0", "SUPPORT_PIN_DATA", data.toString(), "SUPPORT_PIN_TABLES", "memory");
        try (var stack = LocalStack.start(settings, ProjectFiles.root())) {
            var panel = new PanelApi(client(stack, "customer", "1001", VERIFIED));
            var agent = new AgentApi(client(stack, "agent", "agent-7", "{}"));
            var auditor = new OperationsApi(client(stack, "auditor", "auditor-1", "{}"));

            assertThat(panel.getSupportPin(null).getInactivePin().getStatus()).isNotNull();
            panel.activate();
            var pin = panel.getSupportPin(null).getActivePin().getPin();

            assertThatExceptionOfType(ApiException.class)
                    .isThrownBy(() -> agent.verifyCaller(asked(pin.equals("000000") ? "000001" : "000000")))
                    .satisfies(e -> assertThat(e.getCode()).isEqualTo(403))
                    .satisfies(e -> assertThat(e.getResponseBody()).contains("\"attemptsLeft\":4"));
            var verification = agent.verifyCaller(asked(pin));
            assertThat(verification.getActions()).hasSize(10);
            assertThat(agent.listActions().getActions()).hasSize(10);

            var change = new ActionRequest()
                    .action(ActionName.CHANGE_DNS_RECORDS)
                    .parameters(Map.of(
                            "domain",
                            "papadopoulou.gr",
                            "changes",
                            List.of(Map.of(
                                    "op",
                                    "upsert",
                                    "name",
                                    "shop",
                                    "type",
                                    "A",
                                    "records",
                                    List.of("195.251.255.20")))));
            var preview = agent.previewAction(verification.getVerificationId(), change);
            assertThat(preview.getChanges()).hasSize(1);
            assertThat(preview.getAmountDue()).isNull();
            var action = agent.requestAction(verification.getVerificationId(), "first", change);

            var done = action.getChangeDnsRecordsAction();
            assertThat(done.getStatus()).isEqualTo(ChangeDnsRecordsAction.StatusEnum.SUCCEEDED);
            assertThat(done.getResult().getRecordSets()).singleElement().satisfies(set -> {
                assertThat(set.getName()).isEqualTo("shop.papadopoulou.gr");
                assertThat(set.getBefore()).isNull();
                assertThat(set.getAfter().getRecords()).containsExactly("195.251.255.20");
            });
            assertThat(agent.getAction(verification.getVerificationId(), done.getActionId()))
                    .isEqualTo(action);
            agent.endVerification(verification.getVerificationId());
            assertThat(panel.getActivity(null).getEvents()).hasSizeGreaterThan(4);
            assertThat(auditor.getAuditEvents("1001", null, null, null, null).getEvents())
                    .hasSizeGreaterThan(4);
        }
    }

    private static VerificationRequest asked(String pin) {
        return new VerificationRequest().customerId("1001").pin(pin).callReference("call-1");
    }
}
