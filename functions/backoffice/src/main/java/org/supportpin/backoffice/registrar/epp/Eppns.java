package org.supportpin.backoffice.registrar.epp;

import java.util.Set;

/** The namespaces of EPP and of the registry's extensions. */
final class Eppns {

    static final String EPP = "urn:ietf:params:xml:ns:epp-1.0";
    static final String DOMAIN = "urn:ietf:params:xml:ns:domain-1.0";
    static final String HOST = "urn:ietf:params:xml:ns:host-1.0";
    static final String CONTACT = "urn:ietf:params:xml:ns:contact-1.0";
    static final String EXT_DOMAIN = "urn:ics-forth:params:xml:ns:extdomain-1.3";
    static final String EXT_HOST = "urn:ics-forth:params:xml:ns:exthost-1.0";
    static final String EXT_CONTACT = "urn:ics-forth:params:xml:ns:extcontact-1.0";
    static final String EXT_SEC_DNS = "urn:ics-forth:params:xml:ns:extSecDNS-1.0";
    static final String SEC_DNS = "urn:ietf:params:xml:ns:secDNS-1.1";
    static final String EXT_COMMON = "urn:ics-forth:params:xml:ns:extcommon-1.0";

    /** The extensions that are read or written. */
    static final Set<String> EXTENSIONS = Set.of(EXT_DOMAIN, EXT_HOST, EXT_CONTACT, EXT_COMMON, EXT_SEC_DNS, SEC_DNS);

    private Eppns() {}
}
