package org.supportpin.connectorcheck;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.supportpin.backoffice.billing.BillingJson;
import org.supportpin.backoffice.billing.OrderJson;
import org.supportpin.backoffice.dns.DnsJson;
import org.supportpin.backoffice.hosting.HostingJson;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.json.Read;
import org.supportpin.backoffice.registrar.RegistrarJson;
import org.supportpin.command.Report;
import org.supportpin.connectorcheck.ReadOnly.Exchange;
import org.supportpin.domain.check.Checked.Faulty;

/** The hosting company's own receiver: whether it takes the signature, and whether its answers have the description's form. */
record Webhook() implements Vendor {

    private static final int MOST_FAULTS = 10;

    private static final Map<String, Read<?>> FORMS = Map.of(
            "billing.product", BillingJson.PRODUCT,
            "billing.service", BillingJson.SERVICE,
            "billing.order", OrderJson.ORDER,
            "dns.zone", DnsJson.ZONE,
            "registrar.domain", RegistrarJson.DOMAIN,
            "registrar.contact", RegistrarJson.CONTACT,
            "hosting.package", HostingJson.PACKAGE);

    @Override
    public void tell(List<Exchange> exchanges, Report report) {
        for (var exchange : exchanges) {
            var type = JsonText.readObject(exchange.request().content().bytes())
                    .flatMap(call -> call.text("type"))
                    .orElse("");
            switch (exchange.status()) {
                case 200 -> answer(type, exchange, report);
                case 401, 403 ->
                    report.problem(
                            "The receiver rejected the signature of " + type + ".",
                            "Both sides need the same secret (whsec_ and base64), and clocks within five minutes of each other.");
                case 429 -> report.problem("The receiver has too many calls (429).", "Let it take those of an action.");
                default ->
                    report.problem(
                            "The receiver answered " + type + " with status " + exchange.status() + ".",
                            "It must answer 200 to every call that it understands, at exactly this url, without a redirect.");
            }
        }
    }

    private static void answer(String type, Exchange exchange, Report report) {
        var body = Answers.json(exchange);
        var found = body.flatMap(each -> each.get("found"));
        var form = FORMS.get(type);
        if (form == null) {
            if (body.flatMap(each -> each.text("outcome")).isEmpty()) {
                report.problem("The answer to " + type + " has no outcome.", "See webhook-openapi.yaml.");
            } else {
                report.ok("It accepts the signature, and answers " + type + ".");
            }
        } else if (found.isEmpty()) {
            report.problem(
                    "The answer to " + type + " has no member found.",
                    "Answer {\"found\": …}, or {\"found\": null} if there is none: see webhook-openapi.yaml.");
        } else if (!(found.get() instanceof Json.Null) && form.from(found.get()) instanceof Faulty<?>(var faults)) {
            report.problem(
                    "The answer to " + type + " is not in its form: "
                            + faults.stream()
                                    .limit(MOST_FAULTS)
                                    .map(fault -> "/found" + fault.pointer() + ": " + fault.message())
                                    .collect(Collectors.joining(" ")),
                    "See webhook-openapi.yaml.");
        } else {
            report.ok("It accepts the signature, and answers " + type + ".");
        }
    }
}
