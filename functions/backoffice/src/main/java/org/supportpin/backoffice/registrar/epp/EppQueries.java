package org.supportpin.backoffice.registrar.epp;

import java.util.Optional;
import java.util.function.Consumer;
import org.supportpin.backoffice.http.Reply.Answered;
import org.supportpin.backoffice.xml.XmlBuilder;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.w3c.dom.Element;

/** The info commands for domains, hosts and contacts. */
record EppQueries(EppSession session) {

    Optional<EppAnswer> domain(String name) {
        return info("registrar.domain", "domain", Eppns.DOMAIN, info -> info.text("domain:name", name));
    }

    Optional<Element> host(String name) {
        return info("registrar.domain", "host", Eppns.HOST, info -> info.text("host:name", name))
                .map(answer -> data(answer, Eppns.HOST));
    }

    Optional<Element> contact(String id) {
        return info("registrar.contact", "contact", Eppns.CONTACT, info -> info.text("contact:id", id))
                .map(answer -> data(answer, Eppns.CONTACT));
    }

    static Element data(EppAnswer answer, String namespace) {
        return answer.data(namespace, "infData").orElseThrow(() -> new BackOfficeUnavailable("registrar"));
    }

    /** Empty if there is none, or another registrar has it. */
    private Optional<EppAnswer> info(String operation, String prefix, String namespace, Consumer<XmlBuilder> what) {
        var reply =
                session.send(command -> command.element("info", info -> info.root(prefix + ":info", namespace, what)));
        if (reply instanceof Answered<EppAnswer>(var answer)) {
            if (answer.code() == EppAnswer.DONE) {
                return Optional.of(answer);
            }
            if (answer.code() == EppAnswer.NO_SUCH_OBJECT || answer.code() == EppAnswer.AUTHORIZATION) {
                return Optional.empty();
            }
        }
        throw new BackOfficeUnavailable(operation);
    }
}
