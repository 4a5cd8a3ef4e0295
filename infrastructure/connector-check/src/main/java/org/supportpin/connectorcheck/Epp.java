package org.supportpin.connectorcheck;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.supportpin.backoffice.registrar.epp.EppSettings;
import org.supportpin.backoffice.xml.Elements;
import org.supportpin.backoffice.xml.XmlText;
import org.supportpin.command.Report;
import org.supportpin.connectorcheck.ReadOnly.Exchange;
import org.supportpin.domain.identity.CustomerId;
import org.w3c.dom.Element;

/** EPP: the greeting, the login, and the result codes (RFC 5730 §2.4, §3). */
record Epp(EppSettings settings) implements Vendor {

    private static final String EPP = "urn:ietf:params:xml:ns:epp-1.0";
    private static final String DOMAIN = "urn:ietf:params:xml:ns:domain-1.0";
    private static final String SEC_DNS = "urn:ietf:params:xml:ns:secDNS-1.1";

    /** What the connector's commands are made of. */
    private static final Set<String> OBJECTS =
            Set.of(DOMAIN, "urn:ietf:params:xml:ns:contact-1.0", "urn:ietf:params:xml:ns:host-1.0");

    @Override
    public void tell(List<Exchange> exchanges, Report report) {
        for (var exchange : exchanges) {
            if (exchange.status() != 200) {
                report.problem(
                        "It answered with HTTP status " + exchange.status() + ".",
                        switch (exchange.status()) {
                            case 401, 403 ->
                                "The registry must allow this machine's address, and later that of the functions.";
                            case 404 -> "url must be the whole address of the EPP proxy.";
                            case 415 -> "The registry wants another media type: contentType.";
                            default -> "Is url the address of the registry's EPP proxy?";
                        });
                continue;
            }
            Answers.xml(exchange)
                    .filter(root -> Elements.is(root, EPP, "epp"))
                    .ifPresentOrElse(
                            root -> answer(exchange, root, report),
                            () -> report.problem(
                                    "The answer is not EPP.", "Is url the address of the registry's EPP proxy?"));
        }
    }

    private void answer(Exchange exchange, Element root, Report report) {
        var greeting = Elements.child(root, EPP, "greeting");
        if (greeting.isPresent()) {
            greeting(greeting.get(), report);
            return;
        }
        var command = XmlText.read(exchange.request().content()).orElseThrow();
        var code = Answers.all(root, EPP, "result").stream()
                .map(result -> result.getAttribute("code"))
                .findFirst()
                .orElse("none");
        var message = Mask.message(Answers.text(root, EPP, "msg").orElse(""));
        if (!Answers.all(command, EPP, "login").isEmpty()) {
            login(code, message, report);
        } else {
            info(command, code, message, root, report);
        }
    }

    private static void greeting(Element greeting, Report report) {
        report.ok("Its greeting says: "
                + Answers.text(greeting, EPP, "svID").map(Mask::message).orElse("no svID") + ".");
        var objects = uris(greeting, "objURI");
        if (objects.isEmpty()) {
            report.note(
                    "The greeting names no objURI.",
                    "RFC 5730 demands them; the login will show whether the registry knows domains, contacts and hosts.");
        } else if (objects.containsAll(OBJECTS)) {
            report.ok("It serves domains, contacts and hosts (objURI).");
        } else {
            var missing = new TreeSet<>(OBJECTS);
            missing.removeAll(objects);
            report.problem(
                    "It does not serve " + String.join(", ", missing) + ".",
                    "The connector needs all of them, in these versions.");
        }
        var extensions = uris(greeting, "extURI");
        report.note(
                extensions.isEmpty()
                        ? "It offers no extensions (extURI)."
                        : "It offers the extensions " + String.join(", ", extensions) + ".",
                extensions.stream().anyMatch(each -> each.contains("extdomain-1.3"))
                        ? "Nothing to do: the connector knows extdomain-1.3, which it recalls applications with."
                        : "The connector was written for extdomain-1.3. The registry's guide shows no extensions in the greeting either, so a look-up of a domain decides.");
    }

    private static List<String> uris(Element greeting, String name) {
        return Answers.all(greeting, EPP, name).stream()
                .map(Elements::text)
                .sorted()
                .toList();
    }

    private static void login(String code, String message, Report report) {
        if (code.equals("1000")) {
            report.ok("The login succeeded (1000).");
            return;
        }
        report.problem(
                "The login failed with " + code + ", " + message + ".",
                switch (code) {
                    case "2200", "2501" -> "Check client (the clID) and the password.";
                    case "2502" -> "The registrar has too many sessions open; wait until the registry ends some.";
                    case "2103", "2307" -> "The registry does not take the services that the login names.";
                    default -> "Ask the registry what its message means.";
                });
    }

    private void info(Element command, String code, String message, Element root, Report report) {
        var object = Answers.all(command, DOMAIN, "info").isEmpty() ? "contact or host" : "domain";
        switch (code) {
            case "1000" -> {
                if (object.equals("domain")) {
                    domain(root, report);
                }
            }
            case "2303" -> report.ok("It answers 2303 for a " + object + " that is not there.");
            case "2201" -> report.note("Another registrar has the " + object + " (2201).", "Look up one of yours.");
            default ->
                report.problem(
                        "The info of a " + object + " was answered with " + code + ", " + message + ".",
                        code.equals("2002")
                                ? "The session was not kept: does a proxy in between drop cookies?"
                                : "Ask the registry what its message means.");
        }
    }

    private void domain(Element root, Report report) {
        var statuses = Answers.all(root, DOMAIN, "status").stream()
                .map(each -> each.getAttribute("s"))
                .collect(Collectors.joining(", "));
        report.ok("The domain's info is there (1000); its statuses are " + (statuses.isEmpty() ? "none" : statuses)
                + ".");
        var registrant = Answers.text(root, DOMAIN, "registrant").orElse("");
        var match = settings.customerContacts().matcher(registrant);
        if (!match.matches() || CustomerId.parse(match.group(1)).asOptional().isEmpty()) {
            report.problem(
                    "The owner's contact " + Mask.id(registrant)
                            + " does not match customerContacts, so the domain belongs to nobody and callers are told that it does not exist.",
                    "Contact ids must tell the customer: see “What it needs” in docs/connectors/epp.md.");
        }
        report.note(
                Answers.all(root, SEC_DNS, "infData").isEmpty()
                        ? "The info has no secDNS:infData."
                        : "The info has secDNS:infData.",
                "The connector takes a domain without it for unsigned: try one that is signed, too.");
    }
}
