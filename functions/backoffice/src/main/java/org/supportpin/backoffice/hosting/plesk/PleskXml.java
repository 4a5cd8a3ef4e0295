package org.supportpin.backoffice.hosting.plesk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.supportpin.backoffice.http.Content;
import org.supportpin.backoffice.http.Reply;
import org.supportpin.backoffice.xml.Elements;
import org.supportpin.backoffice.xml.XmlBuilder;
import org.supportpin.backoffice.xml.XmlText;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.w3c.dom.Element;

/**
 * The XML API ({@code agent.php}). A packet has one operator with one or more operations of one kind.
 *
 * @param reading the port's operation that reads through this API
 */
record PleskXml(PleskCaller caller, String reading) {

    private static final String PATH = "/enterprise/control/agent.php";

    /** Of Plesk Obsidian. */
    private static final String VERSION = "1.6.9.1";

    /** Errors for an object that does not exist, and for a domain without a zone. */
    private static final Set<String> NONE = Set.of("1013", "1015");

    /**
     * The results of one reading operation; none if nothing is found, as Plesk then answers {@code <site><get/></site>}.
     *
     * @throws BackOfficeUnavailable if Plesk does not answer
     */
    List<PleskResult> read(String operator, String operation, Consumer<XmlBuilder> inside) {
        return read(operator, operation, List.of(inside)).getFirst();
    }

    /** The results of each of several reading operations. */
    List<List<PleskResult>> read(String operator, String operation, List<Consumer<XmlBuilder>> each) {
        if (exchange(operator, operation, each, 0) instanceof Reply.Answered<List<List<PleskResult>>>(var operations)) {
            return operations;
        }
        throw unavailable();
    }

    /** For an unusable answer. */
    BackOfficeUnavailable unavailable() {
        return new BackOfficeUnavailable(reading);
    }

    /** The first object that a filter finds, with its general information; empty if there is none. */
    Optional<PleskResult> find(String operator, String filter, String value) {
        return first(read(
                        operator,
                        "get",
                        get -> get.element("filter", by -> by.text(filter, value))
                                .element("dataset", dataset -> dataset.element("gen_info"))))
                .filter(result -> !result.isNothing());
    }

    /**
     * The first of the results; empty if there is none, or no such object.
     *
     * @throws BackOfficeUnavailable if it is another error
     */
    Optional<PleskResult> first(List<PleskResult> results) {
        return results.stream().findFirst().filter(result -> !isNone(result));
    }

    /**
     * Whether there is no such object.
     *
     * @throws BackOfficeUnavailable for any other error
     */
    boolean isNone(PleskResult result) {
        if (result.isOk()) {
            return false;
        }
        if (result.text("errcode").filter(NONE::contains).isPresent()) {
            return true;
        }
        throw unavailable();
    }

    /**
     * For each changing operation its results, at least one, in the order of the operations. {@link Reply.NotSent} also if Plesk rejects
     * the packet before it carries out anything, or if a value cannot be written as XML.
     */
    Reply<List<List<PleskResult>>> send(String operator, String operation, List<Consumer<XmlBuilder>> each) {
        return exchange(operator, operation, each, 1);
    }

    private Reply<List<List<PleskResult>>> exchange(
            String operator, String operation, List<Consumer<XmlBuilder>> each, int leastResults) {
        Content packet;
        try {
            packet = packet(operator, operation, each);
        } catch (IllegalArgumentException e) {
            return new Reply.NotSent<>("a value that XML cannot represent");
        }
        return caller.post(PATH, "KEY", "text/xml", packet)
                .then(content -> XmlText.read(content)
                        .map(answer -> results(answer, operator, operation, each.size(), leastResults))
                        .orElseGet(() -> new Reply.Lost<>("not XML")));
    }

    private static Content packet(String operator, String operation, List<Consumer<XmlBuilder>> each) {
        return XmlBuilder.document(xml -> xml.element(
                "packet",
                "version",
                VERSION,
                inside -> inside.element(
                        operator, operations -> each.forEach(content -> operations.element(operation, content)))));
    }

    /** An error in {@code system} comes from the checks of key, version and form, before anything is carried out. */
    private static Reply<List<List<PleskResult>>> results(
            Element packet, String operator, String operation, int count, int leastResults) {
        var answer = new PleskResult(packet);
        if (!Elements.is(packet, "", "packet")) {
            return new Reply.Lost<>("an unexpected answer");
        }
        if (answer.at("system")
                .map(PleskResult::new)
                .filter(PleskResult::isError)
                .isPresent()) {
            return new Reply.NotSent<>("Plesk rejected the packet");
        }
        var operations = answer.at(operator).map(each -> PleskResult.in(each, operation)).orElse(List.of()).stream()
                .map(each -> PleskResult.in(each.element(), "result"))
                .toList();
        var areAnswered = operations.size() == count
                && operations.stream()
                        .allMatch(results -> results.size() >= leastResults
                                && results.stream().allMatch(each -> each.isOk() || each.isError()));
        return areAnswered ? new Reply.Answered<>(operations) : new Reply.Lost<>("an unexpected answer");
    }
}
