package org.supportpin.functions.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpin.functions.action.ActionJsonChecks.assertFaults;
import static org.supportpin.functions.action.ActionJsonChecks.assertReadBack;
import static org.supportpin.functions.action.RecallGrDomainJson.JSON;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.check.Checked.Valid;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.registrar.DomainRecall;
import org.supportpin.domain.registrar.RecallGrDomain;
import org.supportpin.domain.registrar.RegisteredDomain.Status;
import org.supportpin.domain.registrar.RegisteredDomain.Submission;

class RecallGrDomainJsonTest {

    private static final DomainRecall RECALL = new DomainRecall(
            new DomainName("nea.gr"),
            Status.PENDING,
            new Submission(Submission.Kind.FIRST_REGISTRATION, Instant.parse("2026-11-20T10:00:00.001Z")));

    @Test
    void aRequestIsRead() {
        assertThat(JSON.parameters().from(JsonText.readOwn("{\"domain\": \"NEA.gr\"}")))
                .isEqualTo(new Valid<>(new RecallGrDomain(new DomainName("nea.gr"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [] | ''
            {} | /domain
            {"domain": null} | /domain
            {"domain": "nea", "days": 6} | /domain /days
            """)
    void everyFaultIsReportedInItsPlace(String request, String pointers) {
        assertFaults(JSON, request, pointers);
    }

    @Test
    void aPlanIsReadBack() {
        assertReadBack(JSON, RECALL);
    }

    @Test
    void theResultHasBeforeAndAfter() {
        assertThat(JSON.result().apply(RECALL)).isEqualTo(JsonText.readOwn("""
                        {"domain": "nea.gr", "submittedAt": "2026-11-20T10:00:00.001Z",
                         "before": "pending", "after": "recalled"}"""));
        assertThat(RECALL.changes()).containsExactly(new Difference("nea.gr", "pending", "recalled"));
    }
}
