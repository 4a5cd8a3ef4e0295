package org.supportpin.connectorcheck;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.supportpin.backoffice.http.Content;
import org.supportpin.backoffice.http.Reply.Answered;
import org.supportpin.backoffice.http.Reply.HttpAnswer;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.xml.Elements;
import org.supportpin.backoffice.xml.XmlText;
import org.supportpin.connectorcheck.ReadOnly.Exchange;
import org.w3c.dom.Element;

/** What is in an exchange. */
final class Answers {

    private Answers() {}

    static Content content(Exchange exchange) {
        return exchange.reply() instanceof Answered<HttpAnswer>(var answer) ? answer.content() : Content.EMPTY;
    }

    static Optional<Json.Obj> json(Exchange exchange) {
        return JsonText.readObject(content(exchange).bytes());
    }

    static Optional<Element> xml(Exchange exchange) {
        return XmlText.read(content(exchange));
    }

    static String asked(Exchange exchange) {
        return new String(exchange.request().content().bytes(), StandardCharsets.UTF_8);
    }

    /** All elements below, in any depth. */
    static List<Element> all(Element of, String namespace, String name) {
        var found = of.getElementsByTagNameNS(namespace, name);
        var all = new ArrayList<Element>();
        for (int i = 0; i < found.getLength(); i++) {
            if (found.item(i) instanceof Element element) {
                all.add(element);
            }
        }
        return all;
    }

    /** The text of the first such element below. */
    static Optional<String> text(Element of, String namespace, String name) {
        return all(of, namespace, name).stream().map(Elements::text).findFirst();
    }
}
