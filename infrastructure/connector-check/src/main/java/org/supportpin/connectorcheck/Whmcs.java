package org.supportpin.connectorcheck;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.supportpin.backoffice.billing.whmcs.WhmcsSettings;
import org.supportpin.backoffice.json.Json;
import org.supportpin.command.Report;
import org.supportpin.connectorcheck.ReadOnly.Exchange;

/** WHMCS: whom it lets in, what the credential's role allows, and currencies. */
record Whmcs(WhmcsSettings settings) implements Vendor {

    private static final String PATH = "/includes/api.php";

    @Override
    public void tell(List<Exchange> exchanges, Report report) {
        told(exchanges, report);
        for (var exchange : exchanges) {
            Answers.json(exchange)
                    .filter(Whmcs::isSuccess)
                    .flatMap(answer -> answer.object("client"))
                    .flatMap(client -> client.text("currency_code"))
                    .filter(code -> !code.equals(settings.currency().getCurrencyCode()))
                    .ifPresent(code -> report.problem(
                            "The client's currency is " + code + ", but the settings say "
                                    + settings.currency().getCurrencyCode() + ": such clients are not served.",
                            "Set \"currency\", if most clients have that one."));
        }
        report.note(
                "Reading cannot show whether the role also allows AddOrder, GenInvoices, UpdateInvoice, UpdateClientProduct, SendEmail and UpgradeProduct, or whether paymentMethod is a gateway of WHMCS.",
                "Compare with Manage API Roles, and with the gateway's system name.");
    }

    /** What WHMCS says of the credential, also where only Plesk's connector asks it. */
    static void told(List<Exchange> exchanges, Report report) {
        for (var exchange : exchanges) {
            if (!exchange.request().path().equals(PATH)) {
                continue;
            }
            var answer = Answers.json(exchange);
            var message = answer.flatMap(body -> body.text("message")).orElse("");
            if (answer.filter(Whmcs::isSuccess).isPresent()) {
                report.ok("WHMCS accepts the credential, and lets it call " + action(exchange) + ".");
            } else if (message.endsWith("Not Found")) {
                report.ok("WHMCS lets the credential call " + action(exchange) + ".");
            } else if (answer.isPresent() && !message.isEmpty()) {
                report.problem(
                        "WHMCS answered " + action(exchange) + " with " + Mask.message(message) + ".",
                        advice(message, action(exchange)));
            } else {
                report.problem(
                        "WHMCS answered " + action(exchange) + " with status " + exchange.status()
                                + ", and not in its API's form.",
                        "url must be the folder that contains includes/api.php. See also Activity Log in WHMCS.");
            }
        }
    }

    private static String advice(String message, String action) {
        if (message.startsWith("Invalid IP") || message.startsWith("Forbidden IP")) {
            return "Allow this machine's address (General Settings, Security, API IP Access Restriction), and later that of the functions; or set accessKey.";
        }
        if (message.contains("Permission") || message.startsWith("Access Denied")) {
            return "Allow " + action + " in the role of the API credential (Manage API Roles).";
        }
        return message.startsWith("Authentication Failed") || message.startsWith("Invalid or missing credentials")
                ? "Check identifier and secret: the two halves of one API credential, which must be active."
                : "See Activity Log in WHMCS.";
    }

    private static boolean isSuccess(Json.Obj answer) {
        return answer.text("result").filter("success"::equals).isPresent();
    }

    private static String action(Exchange exchange) {
        return Arrays.stream(Answers.asked(exchange).split("&", -1))
                .filter(field -> field.startsWith("action="))
                .map(field -> URLDecoder.decode(field.substring("action=".length()), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("a call");
    }
}
