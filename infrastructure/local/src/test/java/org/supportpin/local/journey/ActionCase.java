package org.supportpin.local.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One of the ten, as customer 1001 can have it done on the back office's starting data.
 *
 * @param operation of the back office, which has the effect
 * @param parameters what is asked for
 * @param elsewhere the same, of a thing of customer 1002
 * @param nowhere the same, of a thing that does not exist
 * @param effects how often its effect shows in {@code GET /local/back-office}
 */
record ActionCase(
        String action,
        String operation,
        String parameters,
        String elsewhere,
        String nowhere,
        ToLongFunction<JsonNode> effects) {

    private static ActionCase of(
            String action,
            String operation,
            String template,
            String own,
            String others,
            String nobodys,
            ToLongFunction<JsonNode> effects) {
        return new ActionCase(
                action,
                operation,
                template.formatted(own),
                template.formatted(others),
                template.formatted(nobodys),
                effects);
    }

    static Stream<ActionCase> all() {
        return Stream.of(
                new ActionCase(
                        "order-service",
                        "billing.placeOrder",
                        "{\"productId\":\"hosting-pro\",\"billingCycle\":\"annually\"}",
                        "{\"productId\":\"no-product\",\"billingCycle\":\"annually\"}",
                        "{\"productId\":\"no-product\",\"billingCycle\":\"annually\"}",
                        office -> office.path("orders").size()),
                of(
                        "renew-service",
                        "billing.renew",
                        "{\"serviceId\":\"%s\"}",
                        "svc-1",
                        "svc-2",
                        "svc-99",
                        office -> office.path("invoices").size()),
                of(
                        "upgrade-service",
                        "billing.upgrade",
                        "{\"serviceId\":\"%s\",\"productId\":\"hosting-pro\"}",
                        "svc-1",
                        "svc-2",
                        "svc-99",
                        office -> office.path("invoices").size()),
                of(
                        "send-order-details",
                        "mail.send",
                        "{\"orderId\":\"%s\"}",
                        "ord-2",
                        "ord-5",
                        "ord-99",
                        office -> office.path("mail").size()),
                of(
                        "change-domain-administrator",
                        "registrar.setAdministrator",
                        """
                        {"domain":"%s","administrator":
                          {"name":"Νίκος Δημητρίου","email":"nikos.d@example.gr","phone":"+302101234567"}}""",
                        "nea.gr",
                        "allo.gr",
                        "niemand.gr",
                        office -> Math.min(
                                actionsOn(office, "nea.gr"), office.path("mail").size() / 2)),
                of(
                        "change-dns-records",
                        "dns.applyChanges",
                        """
                        {"domain":"%s","changes":[
                          {"op":"upsert","name":"crash","type":"A","records":["195.251.255.21"]},
                          {"op":"upsert","name":"@","type":"CAA","records":["0 issue \\"ca.example.net\\""]}]}""",
                        "papadopoulou.gr",
                        "allo.gr",
                        "niemand.gr",
                        office -> Math.min(
                                count(office.path("zones").findValues("name"), "crash.papadopoulou.gr"),
                                count(office.path("zones").findValues("type"), "CAA"))),
                of(
                        "change-nameservers",
                        "registrar.setNameservers",
                        """
                        {"domain":"%s","nameservers":[{"host":"ns8.example.com"},{"host":"ns9.example.com"}]}""",
                        "nea.gr",
                        "allo.gr",
                        "niemand.gr",
                        office -> actionsOn(office, "nea.gr")),
                of(
                        "recall-gr-domain",
                        "registrar.recall",
                        "{\"domain\":\"%s\"}",
                        "nea.gr",
                        "allo.gr",
                        "niemand.gr",
                        office -> actionsOn(office, "nea.gr")),
                of(
                        "change-hosting-settings",
                        "hosting.applySettings",
                        """
                        {"packageId":"%s","php":{"version":"8.4","settings":{"memory_limit":"256M"}},
                         "dns":[{"op":"upsert","name":"crash","type":"A","records":["195.251.255.21"]}]}""",
                        "pkg-1",
                        "pkg-2",
                        "pkg-99",
                        office -> Math.min(
                                count(office.path("zones").findValues("name"), "crash.papadopoulou.gr"),
                                count(office.path("packages").path(0).findValues("version"), "8.4"))),
                of(
                        "apply-micro-fix",
                        "hosting.applyFix",
                        "{\"packageId\":\"%s\",\"fix\":\"clear-cache\",\"note\":\"Η σελίδα δεν ανανεώνεται\"}",
                        "pkg-1",
                        "pkg-2",
                        "pkg-99",
                        office -> office.path("fixes").size()));
    }

    private static long actionsOn(JsonNode office, String domain) {
        return StreamSupport.stream(office.path("domains").spliterator(), false)
                .filter(each -> each.path("name").asText().equals(domain))
                .mapToLong(each -> each.path("actions").size())
                .sum();
    }

    private static long count(Iterable<JsonNode> nodes, String text) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .filter(each -> each.asText().equals(text))
                .count();
    }

    @Override
    public String toString() {
        return action;
    }
}
