package org.supportpin.backoffice.registrar.epp;

import java.util.List;
import java.util.function.Consumer;
import org.supportpin.backoffice.xml.XmlBuilder;
import org.supportpin.domain.dns.IpAddress;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.registrar.ContactDetails;
import org.supportpin.domain.registrar.ContactId;
import org.supportpin.domain.registrar.Nameserver;

/**
 * The commands that change something, on a domain in the form of its name that the registry gave, with their elements in the order of the RFC. None of them names a registrant, and the only delete is
 * the recall of an application.
 */
final class EppCommands {

    private EppCommands() {}

    /** RFC 5731 §3.2.5: adds and removes hosts by name. */
    static Consumer<XmlBuilder> nameservers(String domain, List<DomainName> added, List<DomainName> removed) {
        return update(domain, xml -> {
            part(xml, "domain:add", added.isEmpty() ? List.of() : List.of(ns -> hosts(ns, added)));
            part(xml, "domain:rem", removed.isEmpty() ? List.of() : List.of(ns -> hosts(ns, removed)));
        });
    }

    /** RFC 5731 §3.2.5: replaces the contact of type {@code admin}. */
    static Consumer<XmlBuilder> administrator(String domain, ContactId added, ContactId removed) {
        return update(domain, xml -> {
            xml.element("domain:add", add -> add.text("domain:contact", "type", "admin", added.value()));
            xml.element("domain:rem", rem -> rem.text("domain:contact", "type", "admin", removed.value()));
        });
    }

    /** RFC 5731 §3.2.2 with the registry's extension: recalls the application with that number. */
    static Consumer<XmlBuilder> recall(String domain, String protocol) {
        return command -> command.element(
                        "delete",
                        delete -> delete.root("domain:delete", Eppns.DOMAIN, name -> name.text("domain:name", domain)))
                .element(
                        "extension",
                        extension -> extension.root(
                                "extdomain:delete",
                                Eppns.EXT_DOMAIN,
                                inside -> inside.text("extdomain:protocol", protocol)
                                        .text("extdomain:op", "recallApplication")));
    }

    /** RFC 5732 §3.2.1. */
    static Consumer<XmlBuilder> newHost(Nameserver server) {
        return command -> command.element(
                "create",
                create -> create.root("host:create", Eppns.HOST, host -> {
                    host.text("host:name", EppNames.spelled(server.host()));
                    addresses(host, server.addresses());
                }));
    }

    /** RFC 5732 §3.2.5. */
    static Consumer<XmlBuilder> glue(DomainName hostname, List<IpAddress> added, List<IpAddress> removed) {
        return command -> command.element(
                "update",
                update -> update.root("host:update", Eppns.HOST, host -> {
                    host.text("host:name", EppNames.spelled(hostname));
                    part(host, "host:add", added.isEmpty() ? List.of() : List.of(add -> addresses(add, added)));
                    part(host, "host:rem", removed.isEmpty() ? List.of() : List.of(rem -> addresses(rem, removed)));
                }));
    }

    /**
     * RFC 5733 §3.2.1. The local form alone, because the international one takes ASCII only. The registry wants the authorization code
     * empty, and the region.
     */
    static Consumer<XmlBuilder> newContact(ContactId id, ContactDetails details, EppSettings.Address address) {
        var phone = details.phone();
        var prefix = "+" + phone.countryCode();
        return command -> command.element(
                "create",
                create -> create.root("contact:create", Eppns.CONTACT, contact -> {
                    contact.text("contact:id", id.value());
                    contact.element(
                            "contact:postalInfo",
                            "type",
                            "loc",
                            postal -> postal.text("contact:name", details.name().value())
                                    .element(
                                            "contact:addr",
                                            addr -> addr.text("contact:street", address.street())
                                                    .text("contact:city", address.city())
                                                    .text("contact:sp", address.region())
                                                    .text("contact:pc", address.postalCode())
                                                    .text("contact:cc", address.country())));
                    contact.text("contact:voice", prefix + "." + phone.e164().substring(prefix.length()))
                            .text("contact:email", details.email().address())
                            .element("contact:authInfo", auth -> auth.element("contact:pw"));
                }));
    }

    private static Consumer<XmlBuilder> update(String domain, Consumer<XmlBuilder> parts) {
        return command -> command.element(
                "update",
                update -> update.root("domain:update", Eppns.DOMAIN, inside -> {
                    inside.text("domain:name", domain);
                    parts.accept(inside);
                }));
    }

    private static void part(XmlBuilder xml, String name, List<Consumer<XmlBuilder>> inside) {
        inside.forEach(each -> xml.element(name, each));
    }

    private static void hosts(XmlBuilder xml, List<DomainName> hosts) {
        xml.element("domain:ns", ns -> hosts.forEach(host -> ns.text("domain:hostObj", EppNames.spelled(host))));
    }

    private static void addresses(XmlBuilder xml, List<IpAddress> addresses) {
        addresses.forEach(each -> xml.text("host:addr", "ip", each.isIpv6() ? "v6" : "v4", each.text()));
    }
}
