package org.supportpin.backoffice.delegation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DNSSEC;
import org.xbill.DNS.DNSSEC.DNSSECException;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Master;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** A zone that a {@link StubServer} serves as it should: with authority, along aliases, signed if it has keys. */
final class StubZone implements StubServer.Behaviour {

    static final String SOA = "@ 3600 IN SOA ns1.example.com. hostmaster.example.com. 1 10800 3600 604800 3600\n";

    private final Name origin;
    private final List<Record> records = new ArrayList<>();

    /** In the form of a zone file (RFC 1035 §5), without the SOA record. */
    StubZone(String origin, String text) {
        try {
            this.origin = Name.fromString(origin + ".");
            try (var master =
                    new Master(new ByteArrayInputStream((SOA + text).getBytes(StandardCharsets.UTF_8)), this.origin)) {
                for (var record = master.nextRecord(); record != null; record = master.nextRecord()) {
                    records.add(record);
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    Name origin() {
        return origin;
    }

    void add(Record record) {
        records.add(record);
    }

    List<Record> records() {
        return List.copyOf(records);
    }

    /** A key of algorithm 13. */
    static KeyPair key() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    DNSKEYRecord record(KeyPair key) {
        try {
            return new DNSKEYRecord(origin, DClass.IN, 3600, 257, 3, DNSSEC.Algorithm.ECDSAP256SHA256, key.getPublic());
        } catch (DNSSECException e) {
            throw new AssertionError(e);
        }
    }

    /** Publishes the key. */
    StubZone with(KeyPair key) {
        records.add(record(key));
        return this;
    }

    /** Signs the records of a type at the origin, from a day ago until then. */
    StubZone signing(KeyPair key, int type, Instant until) {
        var set = new RRset();
        records.stream()
                .filter(record -> record.getType() == type && record.getName().equals(origin))
                .forEach(set::addRR);
        try {
            records.add(DNSSEC.sign(set, record(key), key.getPrivate(), until.minus(Duration.ofDays(8)), until));
            return this;
        } catch (DNSSECException e) {
            throw new AssertionError(e);
        }
    }

    /** Publishes the key, and signs with it what the service looks at. */
    StubZone signedWith(KeyPair key, Instant now) {
        var until = now.plus(Duration.ofDays(7));
        return with(key).signing(key, Type.DNSKEY, until).signing(key, Type.SOA, until);
    }

    Message answer(Message query) {
        var question = query.getQuestion();
        var answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.AA);
        answer.addRecord(question, Section.QUESTION);
        var at = question.getName();
        for (int aliases = 0; aliases < 20; aliases++) {
            var here = at;
            records.stream()
                    .filter(record -> record.getName().equals(here))
                    .filter(record -> record.getType() == question.getType()
                            || record.getType() == Type.CNAME
                            || (record.getType() == Type.RRSIG && record.getRRsetType() == question.getType()))
                    .forEach(record -> answer.addRecord(record, Section.ANSWER));
            var alias = records.stream()
                    .filter(record ->
                            record instanceof CNAMERecord && record.getName().equals(here))
                    .map(record -> ((CNAMERecord) record).getTarget())
                    .findFirst();
            if (alias.isEmpty()) {
                break;
            }
            at = alias.get();
        }
        var exists = records.stream().anyMatch(record -> record.getName().equals(question.getName()));
        answer.getHeader().setRcode(exists ? Rcode.NOERROR : Rcode.NXDOMAIN);
        return answer;
    }

    /** Truncated at the size that the query allows. */
    @Override
    public List<byte[]> datagrams(Message query) {
        var size = query.getOPT() == null ? 512 : query.getOPT().getPayloadSize();
        return List.of(answer(query).toWire(size));
    }

    @Override
    public void connection(Message query, Socket socket) throws IOException {
        StubServer.send(socket, answer(query).toWire(Message.MAXLENGTH));
    }
}
