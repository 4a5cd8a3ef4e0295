package org.supportpin.backoffice.hosting.plesk;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.supportpin.backoffice.http.Content;
import org.supportpin.backoffice.http.Reply;
import org.supportpin.backoffice.http.Reply.Answered;
import org.supportpin.backoffice.xml.Elements;
import org.supportpin.backoffice.xml.XmlBuilder;
import org.supportpin.backoffice.xml.XmlText;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.w3c.dom.Element;

/** The XML API ({@code agent.php}): a packet with one operator, and in it one operation or more of a kind. */
final class PleskXml {

    private static final String PATH = "/enterprise/control/agent.php";
    /** Of Plesk Obsidian. */
    private static final String VERSION = "1.6.9.1";

    /** What became of a packet. */
    sealed interface Outcome {

        /** For each operation its results, in the order of the operations. */
        record Answer(List<List<PleskResult>> operations) implements Outcome {}

        /** It certainly was not carried out: it did not get there, or did not pass Plesk's checks before that. */
        record NotTaken() implements Outcome {}

        /** Nobody knows. */
        record Lost() implements Outcome {}
    }

    private final PleskCaller caller;
    private final String reading;

    /**
     * Makes a speaker of the API.
     *
     * @param reading the back office's operation that reads by it
     */
    PleskXml(PleskCaller caller, String reading) {
        this.caller = caller;
        this.reading = reading;
    }

    /**
     * The results of one operation that reads.
     *
     * @throws BackOfficeUnavailable if Plesk does not answer
     */
    List<PleskResult> read(String operator, String operation, Consumer<XmlBuilder> inside) {
        return read(operator, operation, List.of(inside)).getFirst();
    }

    /** The results of several operations of a kind. */
    List<List<PleskResult>> read(String operator, String operation, List<Consumer<XmlBuilder>> each) {
        if (send(operator, operation, each) instanceof Outcome.Answer(var operations)) {
            return operations;
        }
        throw unavailable();
    }

    /** For an answer that nothing can be made of. */
    BackOfficeUnavailable unavailable() {
        return new BackOfficeUnavailable(reading);
    }

    /** Whether there is no such object (1013); any other error is none that could be told by. */
    boolean isNone(PleskResult result) {
        if (result.isOk()) {
            return false;
        }
        if (result.text("errcode").equals(Optional.of("1013"))) {
            return true;
        }
        throw unavailable();
    }

    /** A value that XML cannot hold is not sent. */
    Outcome send(String operator, String operation, List<Consumer<XmlBuilder>> each) {
        Content packet;
        try {
            packet = packet(operator, operation, each);
        } catch (IllegalArgumentException e) {
            return new Outcome.NotTaken();
        }
        return switch (caller.post(PATH, "KEY", "text/xml", packet)) {
            case Reply.NotSent _ -> new Outcome.NotTaken();
            case Reply.Lost _ -> new Outcome.Lost();
            case Answered answered ->
                XmlText.read(answered.content())
                        .map(answer -> outcome(answer, operator, operation, each.size()))
                        .orElseGet(Outcome.Lost::new);
        };
    }

    private static Content packet(String operator, String operation, List<Consumer<XmlBuilder>> each) {
        return XmlBuilder.document(xml -> xml.element(
                "packet",
                "version",
                VERSION,
                inside -> inside.element(
                        operator, operations -> each.forEach(content -> operations.element(operation, content)))));
    }

    /** A fault in {@code system} is one of the checks before anything is carried out: the key, the version, the packet's form. */
    private static Outcome outcome(Element packet, String operator, String operation, int count) {
        var answer = new PleskResult(packet);
        if (!Elements.is(packet, "", "packet")) {
            return new Outcome.Lost();
        }
        if (answer.at("system")
                .map(PleskResult::new)
                .filter(PleskResult::isError)
                .isPresent()) {
            return new Outcome.NotTaken();
        }
        var operations = answer.at(operator).map(each -> PleskResult.in(each, operation)).orElse(List.of()).stream()
                .map(each -> PleskResult.in(each.element(), "result"))
                .toList();
        var areAnswered = operations.size() == count
                && operations.stream()
                        .allMatch(results ->
                                !results.isEmpty() && results.stream().allMatch(each -> each.isOk() || each.isError()));
        return areAnswered ? new Outcome.Answer(operations) : new Outcome.Lost();
    }
}
