package org.supportpin.domain.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.supportpin.domain.dns.RecordSet;
import org.supportpin.domain.dns.RecordType;
import org.supportpin.domain.name.DnsName;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** Debian's {@code pdns_server}, with its own folder and ports, until it is closed. */
public final class PowerDnsServer implements AutoCloseable {

    public static final String API_KEY = "canary-Secret/1";

    private static final Path PROGRAM = Path.of("/usr/sbin/pdns_server");
    private static final Path SCHEMA = Path.of("/usr/share/pdns-backend-sqlite3/schema/schema.sqlite3.sql");

    private static final Pattern OF_THE_API = Pattern.compile("(?:\\*\\.)?[a-z0-9_/.-]+");
    private static final Pattern ESCAPE = Pattern.compile("\\\\([0-9]{3})");

    private final Path folder;
    private final Process process;
    private final int dns;
    private final int api;

    private PowerDnsServer(Path folder, Process process, int dns, int api) {
        this.folder = folder;
        this.process = process;
        this.dns = dns;
        this.api = api;
    }

    /**
     * Starts one in an empty folder. If it is not installed, the test is aborted with a message.
     *
     * @param settings more lines of its configuration
     */
    public static PowerDnsServer start(Path folder, String... settings) {
        var isThere = Stream.of(PROGRAM, SCHEMA).allMatch(Files::exists)
                && Stream.of("/usr/bin/sqlite3").map(Path::of).allMatch(Files::isExecutable);
        Assumptions.assumeTrue(
                isThere, "PowerDNS is not installed here (Debian: pdns-server pdns-backend-sqlite3 sqlite3).");
        try {
            var dns = freePort();
            var api = freePort();
            var server = new PowerDnsServer(folder, launch(folder, dns, api, List.of(settings)), dns, api);
            server.await(folder.resolve("log"));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process launch(Path folder, int dns, int api, List<String> settings) throws IOException {
        var database = database(folder);
        run(new ProcessBuilder("/usr/bin/sqlite3", database.toString(), ".read " + SCHEMA));
        Files.writeString(folder.resolve("pdns.conf"), """
                launch=gsqlite3
                gsqlite3-database=%s
                gsqlite3-dnssec=yes
                socket-dir=%s
                daemon=no
                guardian=no
                local-address=127.0.0.1
                local-port=%d
                api=yes
                api-key=%s
                webserver=yes
                webserver-address=127.0.0.1
                webserver-port=%d
                webserver-loglevel=none
                cache-ttl=0
                query-cache-ttl=0
                negquery-cache-ttl=0
                zone-cache-refresh-interval=0
                %s
                """.formatted(
                        database, folder, dns, API_KEY, api, String.join("\n", settings)));
        return new ProcessBuilder(PROGRAM.toString(), "--config-dir=" + folder)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private static Path database(Path folder) {
        return folder.resolve("zones.db");
    }

    private void await(Path log) throws IOException {
        for (int i = 0; i < 200; i++) {
            if (!process.isAlive()) {
                throw new IOException("pdns_server ended: " + Files.readString(log));
            }
            if (listens()) {
                return;
            }
            pause();
        }
        process.destroy();
        throw new IOException("pdns_server does not listen: " + Files.readString(log));
    }

    private boolean listens() throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), api));
            return true;
        } catch (ConnectException notYet) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(25);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (var tcp = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
                var udp = new DatagramSocket(tcp.getLocalSocketAddress())) {
            return udp.getLocalPort();
        }
    }

    private static void run(ProcessBuilder command) throws IOException {
        try {
            if (command.inheritIO().start().waitFor() != 0) {
                throw new IOException(command.command() + " failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Where its API listens. */
    public URI api() {
        return URI.create("http://127.0.0.1:" + api);
    }

    /** Serves exactly this zone. Names that the API does not take come in as other programs would store them. */
    public void serve(String name, String account, List<RecordSet> sets) {
        var rrsets = sets.stream()
                .filter(set -> OF_THE_API.matcher(set.name().ascii()).matches())
                .map(set -> "{\"name\":\"%s.\",\"type\":\"%s\",\"ttl\":%d,\"records\":[%s]}"
                        .formatted(
                                set.name().ascii(),
                                set.type().text(),
                                set.ttl(),
                                String.join(
                                        ",",
                                        set.records().stream()
                                                .map(value -> "{\"content\":\"%s\",\"disabled\":false}"
                                                        .formatted(value.replace("\\", "\\\\")
                                                                .replace("\"", "\\\"")))
                                                .toList())))
                .toList();
        ask(
                "POST",
                "/api/v1/servers/localhost/zones",
                "{\"name\":\"%s.\",\"kind\":\"Native\",\"account\":\"%s\",\"nameservers\":[],\"rrsets\":[%s]}"
                        .formatted(name, account, String.join(",", rrsets)));
        sets.stream()
                .filter(set -> !OF_THE_API.matcher(set.name().ascii()).matches())
                .forEach(set -> set.records()
                        .forEach(value ->
                                store(name, spelled(set.name()), set.type().text(), set.ttl(), "'" + value + "'")));
    }

    /** As PowerDNS spells names in its database: it escapes only what is not visible ASCII, the full stop and the backslash. */
    private static String spelled(DnsName name) {
        return ESCAPE.matcher(name.ascii()).replaceAll(escape -> {
            var octet = Integer.parseInt(escape.group(1));
            var isVisible = octet > ' ' && octet < 0x7f;
            var isMeant = octet == '.' || octet == '\\';
            return Matcher.quoteReplacement(isVisible ? (isMeant ? "\\" : "") + (char) octet : escape.group());
        });
    }

    /**
     * Stores a record in a zone as other programs do, past the API and its checks.
     *
     * @param owner without the trailing dot
     * @param content as SQL: a literal or an expression
     */
    public void store(String zone, String owner, String type, long ttl, String content) {
        sql("INSERT INTO records(domain_id,name,type,content,ttl,disabled,auth)"
                + " SELECT id,'%s','%s',%s,%d,0,1 FROM domains WHERE name='%s'"
                        .formatted(owner, type, content, ttl, zone));
    }

    /** Runs SQL on its database. */
    public void sql(String statement) {
        try {
            run(new ProcessBuilder(
                    "/usr/bin/sqlite3",
                    "-cmd",
                    ".timeout 5000",
                    database(folder).toString(),
                    statement));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks the API directly. */
    public String ask(String method, String path, String body) {
        var answer = exchange(method, path, body);
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    /** The same, for any answer. */
    public HttpResponse<String> exchange(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(api() + path))
                .header("X-API-Key", API_KEY)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What it answers on its DNS port, in canonical form. */
    public List<String> answers(DnsName name, RecordType type) {
        try {
            var resolver = new SimpleResolver(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
            resolver.setPort(dns);
            resolver.setTCP(true);
            var question = Record.newRecord(
                    Name.fromString(name.ascii() + "."), Type.value(type.text().toUpperCase(Locale.ROOT)), DClass.IN);
            var values = new ArrayList<String>();
            for (var record : resolver.send(Message.newQuery(question)).getSection(Section.ANSWER)) {
                values.add(record instanceof TXTRecord text ? quoted(text) : record.rdataToString());
            }
            return values.isEmpty() ? List.of() : new RecordSet(name, type, 0, values).records();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** dnsjava quotes a string only if it must, and then its boundaries look like spaces. */
    private static String quoted(TXTRecord record) {
        var strings = new ArrayList<String>();
        for (var octets : record.getStringsAsByteArrays()) {
            var string = new StringBuilder();
            for (var octet : octets) {
                string.append("\\%03d".formatted(octet & 0xff));
            }
            strings.add("\"" + string + "\"");
        }
        return String.join(" ", strings);
    }

    /** Where it answers DNS. */
    public int port() {
        return dns;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
