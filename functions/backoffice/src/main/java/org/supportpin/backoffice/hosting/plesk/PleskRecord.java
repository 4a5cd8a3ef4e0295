package org.supportpin.backoffice.hosting.plesk;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.supportpin.backoffice.dns.DnsJson;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.xml.XmlBuilder;
import org.supportpin.domain.dns.RecordSet;
import org.supportpin.domain.dns.RecordType;
import org.supportpin.domain.dns.RecordType.Editable;
import org.supportpin.domain.name.DnsName;
import org.supportpin.domain.name.DomainName;

/**
 * One record of a zone, as in {@code get_rec} and {@code add_rec}: {@code host}, {@code type}, {@code value}, and {@code opt} for what
 * stands before the value, such as the preference of an MX.
 *
 * @param id Plesk's, used to remove it
 * @param rdata in presentation form; canonical for the types that an action may change
 */
record PleskRecord(String id, RecordSet.Key key, String rdata) {

    /** Plesk does not document how it treats quotation marks and backslashes in text. */
    private static final String PLAIN = "[^\"\\\\]*";

    /**
     * Whether a record of a zone is in its domain, where others can ask for it. Beside such records Plesk keeps PTR records, whose host is
     * an address, and settings without a host.
     */
    static boolean isInside(DomainName zone, PleskResult result) {
        var type = type(result);
        return result.text("data", "host").isPresent()
                ? host(result).filter(host -> host.isWithin(zone)).isPresent()
                : type.isPresent() && type.get() instanceof Editable;
    }

    private static Optional<RecordType> type(PleskResult result) {
        return result.text("data", "type")
                .flatMap(text -> DnsJson.TYPE.from(Json.of(text)).asOptional());
    }

    private static Optional<DnsName> host(PleskResult result) {
        return result.text("data", "host").flatMap(text -> DnsName.inZone(text).asOptional());
    }

    /** Empty if the answer is not a record. */
    static Optional<PleskRecord> read(PleskResult result) {
        var id = result.text("id");
        var type = type(result);
        var host = host(result);
        if (id.isEmpty() || type.isEmpty() || host.isEmpty()) {
            return Optional.empty();
        }
        var value = result.text("data", "value").orElse("");
        var rdata = result.text("data", "opt")
                .filter(_ -> type.get() != Editable.TXT)
                .map(opt -> opt + " " + value)
                .orElse(value);
        var set = new RecordSet(host.get(), type.get(), 0, List.of(rdata));
        return Optional.of(new PleskRecord(id.get(), set.key(), set.records().getFirst()));
    }

    /**
     * The {@code add_rec} operation for a record; empty if Plesk documents none, as for SRV, CAA, and text of several strings or with
     * quotation marks.
     *
     * @param site Plesk's id of the zone's site
     */
    static Optional<Consumer<XmlBuilder>> add(String site, DomainName zone, RecordSet.Key key, String rdata) {
        var space = rdata.indexOf(' ');
        return switch (key.type()) {
            case Editable.A, Editable.AAAA, Editable.CNAME -> Optional.of(add(site, zone, key, rdata, ""));
            case Editable.MX ->
                Optional.of(add(site, zone, key, rdata.substring(space + 1), rdata.substring(0, Math.max(0, space))));
            case Editable.TXT ->
                plain(rdata)
                        .filter(text -> new RecordSet(key.name(), key.type(), 0, List.of(text))
                                .records()
                                .equals(List.of(rdata)))
                        .map(text -> add(site, zone, key, text, ""));
            case Editable.SRV, Editable.CAA -> Optional.empty();
            case RecordType.Other _ -> Optional.empty();
        };
    }

    /** The elements are in the schema's order; the host is relative to the zone and empty at its apex. */
    private static Consumer<XmlBuilder> add(String site, DomainName zone, RecordSet.Key key, String value, String opt) {
        var name = key.name().ascii();
        var below = name.equals(zone.ascii())
                ? ""
                : name.substring(0, name.length() - zone.ascii().length() - 1);
        return add -> {
            add.text("site-id", site)
                    .text("type", key.type().text())
                    .text("host", below)
                    .text("value", value);
            if (!opt.isEmpty()) {
                add.text("opt", opt);
            }
        };
    }

    /** The joined strings of canonical TXT RDATA; empty if they are not plain text. */
    private static Optional<String> plain(String rdata) {
        var octets = new ByteArrayOutputStream();
        var inside = rdata.substring(1, rdata.length() - 1).replace("\" \"", "");
        for (int i = 0; i < inside.length(); i++) {
            if (inside.charAt(i) != '\\') {
                octets.write(inside.charAt(i));
            } else if (inside.startsWith("\\\\", i) || inside.startsWith("\\\"", i)) {
                return Optional.empty();
            } else {
                octets.write(Integer.parseInt(inside.substring(i + 1, i + 4)));
                i += 3;
            }
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(octets.toByteArray()))
                            .toString())
                    .filter(text -> text.matches(PLAIN));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
