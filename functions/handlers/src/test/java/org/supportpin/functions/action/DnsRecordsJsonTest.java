package org.supportpin.functions.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.check.Checked.Faulty;
import org.supportpin.domain.check.Checked.Valid;
import org.supportpin.domain.check.Fault;
import org.supportpin.domain.dns.ChangeDnsRecords;

class DnsRecordsJsonTest {

    @Test
    void aRequestIsRead() {
        var read = DnsRecordsJson.JSON.parameters().from(JsonText.readOwn("""
                {"domain": "papadopoulou.gr", "changes": [
                  {"op": "upsert", "name": "shop", "type": "A", "records": ["195.251.255.7"]},
                  {"op": "delete", "name": "old", "type": "TXT"}]}"""));

        assertThat(read)
                .isInstanceOfSatisfying(
                        Valid.class,
                        valid -> assertThat(((ChangeDnsRecords) valid.value())
                                        .changes()
                                        .changes())
                                .hasSize(2));
    }

    @Nested
    class AllFaultsAtOnce {

        @Test
        void anUnknownMemberHidesNothingInTheOtherChanges() {
            assertThat(pointers("""
                    {"domain": "papadopoulou.gr", "changes": [
                      {"op": "upsert", "name": "a", "type": "A", "records": ["195.251.255.7"], "tll": 60},
                      {"op": "upsert", "name": "b", "type": "A", "records": ["10.0.0.1"]}]}""")).containsExactlyInAnyOrder("/changes/0/tll", "/changes/1/records/0");
        }

        @Test
        void norInItsOwn() {
            assertThat(pointers("""
                    {"domain": "papadopoulou.gr", "changes": [
                      {"op": "replace", "name": "a.allo.gr", "type": "A", "ttl": "60", "records": [7, "10.0.0.1"], "x": 1}]}"""))
                    .containsExactlyInAnyOrder(
                            "/changes/0/x",
                            "/changes/0/ttl",
                            "/changes/0/records/0",
                            "/changes/0/op",
                            "/changes/0/name");
        }

        @Test
        void oneOfTheValuesHidesNothingInTheOthers() {
            assertThat(pointers("""
                    {"domain": "papadopoulou.gr", "changes": [
                      {"op": "upsert", "name": "a", "type": "A", "records": [7, "10.0.0.1", null, "195.251.255.7"]}]}"""))
                    .containsExactlyInAnyOrder("/changes/0/records/0", "/changes/0/records/1", "/changes/0/records/2");
        }

        @Test
        void noFaultIsReportedTwice() {
            assertThat(pointers("""
                    {"domain": "papadopoulou.gr", "changes": [
                      {"op": 1, "name": 2, "type": 3, "ttl": "4", "records": 5},
                      {"op": "upsert", "name": "a", "type": "A", "records": 5},
                      {"op": "delete", "name": "a", "type": "A", "records": [5]},
                      "change"]}"""))
                    .containsExactlyInAnyOrder(
                            "/changes/0/op",
                            "/changes/0/name",
                            "/changes/0/type",
                            "/changes/0/ttl",
                            "/changes/0/records",
                            "/changes/1/records",
                            "/changes/2/records/0",
                            "/changes/3");
        }

        @Test
        void twoChangesOfOneNameAreFoundThoughAMemberIsUnknown() {
            assertThat(pointers("""
                    {"domain": "papadopoulou.gr", "changes": [
                      {"op": "delete", "name": "a", "type": "A", "x": 1},
                      {"op": "delete", "name": "a.papadopoulou.gr", "type": "A"}]}""")).containsExactlyInAnyOrder("/changes/0/x", "/changes/1");
        }

        @Test
        void aFaultyDomainHidesNoFaultThatShowsWithoutIt() {
            assertThat(pointers("""
                    {"domain": "papadopoulou", "changes": [
                      {"op": "upsert", "name": "www.allo.gr", "type": "A", "records": ["10.0.0.1"]}], "more": 1}""")).containsExactlyInAnyOrder("/domain", "/changes/0/records/0", "/more");
        }

        @Test
        void noChangesAndNoDomain() {
            assertThat(pointers("{}")).containsExactlyInAnyOrder("/domain", "/changes");
            assertThat(pointers("{\"domain\": \"papadopoulou.gr\", \"changes\": []}"))
                    .containsExactly("/changes");
        }
    }

    private static List<String> pointers(String text) {
        return switch (DnsRecordsJson.JSON.parameters().from(JsonText.readOwn(text))) {
            case Valid<ChangeDnsRecords> _ -> List.of();
            case Faulty<ChangeDnsRecords>(var faults) ->
                faults.stream().map(Fault::pointer).toList();
        };
    }
}
