package org.supportpin.backoffice.hosting.plesk;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.supportpin.backoffice.xml.XmlBuilder;
import org.supportpin.domain.check.Checked.Valid;
import org.supportpin.domain.dns.RecordSet;
import org.supportpin.domain.dns.RecordType;
import org.supportpin.domain.dns.RecordType.Editable;
import org.supportpin.domain.name.DnsName;
import org.supportpin.domain.name.DomainName;

/**
 * One record of a zone, as {@code get_rec} tells it and {@code add_rec} takes it: {@code host}, {@code type}, {@code value}, and
 * {@code opt} for the priority of an MX.
 *
 * @param id Plesk's, by which it is removed
 * @param rdata in presentation form; canonical for the types that an action may change
 */
record PleskRecord(String id, RecordSet.Key key, String rdata) {

    /** Text that is one string for Plesk as it is for us; how it takes quotation marks and backslashes is not documented. */
    private static final String PLAIN = "[^\"\\\\]*";

    /** Empty where the answer is none. */
    static Optional<PleskRecord> read(PleskResult result) {
        var id = result.text("id");
        var type = result.text("data", "type").flatMap(PleskRecord::type);
        var host = result.text("data", "host").map(text -> text.replaceFirst("\\.$", ""));
        if (id.isEmpty() || type.isEmpty() || host.isEmpty()) {
            return Optional.empty();
        }
        if (!(DnsName.parse(host.get()) instanceof Valid<DnsName>(var name))) {
            return Optional.empty();
        }
        var value = result.text("data", "value").orElse("");
        var rdata = result.text("data", "opt")
                .filter(_ -> type.get() != Editable.TXT)
                .map(opt -> opt + " " + value)
                .orElse(value);
        var set = new RecordSet(name, type.get(), 0, List.of(rdata));
        return Optional.of(new PleskRecord(id.get(), set.key(), set.records().getFirst()));
    }

    private static Optional<RecordType> type(String text) {
        try {
            return Optional.of(RecordType.inZone(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * What {@code add_rec} takes for a record, or nothing where Plesk documents no way to say it: SRV and CAA, and text of several
     * strings or with quotation marks.
     *
     * @param site Plesk's id of the site whose zone it is
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

    /** The elements in the order of the schema; the host is relative to the zone, and empty at its apex. */
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

    /** What canonical TXT RDATA says, its strings joined; empty where that is no text, or not plain. */
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
