package org.supportpin.backoffice.delegation;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.supportpin.domain.deadline.Deadline;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/**
 * Questions to servers, until a moment: by UDP with EDNS, again if a datagram is lost, and by TCP if the answer is truncated. dnsjava
 * makes the query with a random id, and refuses an answer to another question.
 *
 * @param io the sockets
 */
record Questions(Deadline end, BlockingIo io) {

    /** For one datagram, before another is sent. */
    private static final Duration ATTEMPT = Duration.ofMillis(600);

    private static final int MOST_ATTEMPTS = 3;

    /** Fits into one packet on any path (dnsflagday.net/2020). */
    private static final int PAYLOAD = 1232;

    Questions(Deadline end) {
        this(end, new BlockingIo(end));
    }

    /** Asks a nameserver about what it serves itself, with signatures. */
    Message authority(InetSocketAddress server, Name name, int type) throws IOException {
        var query = query(name, type);
        query.getHeader().unsetFlag(Flags.RD);
        return ask(server, query, ExtendedFlags.DO);
    }

    /** Asks a resolver about anything. */
    Message recursive(InetSocketAddress resolver, Name name, int type) throws IOException {
        return ask(resolver, query(name, type), 0);
    }

    private static Message query(Name name, int type) {
        return Message.newQuery(Record.newRecord(name, type, DClass.IN));
    }

    private Message ask(InetSocketAddress server, Message query, int flags) throws IOException {
        var resolver = new SimpleResolver(server);
        resolver.setIoClientFactory(io);
        resolver.setEDNS(0, PAYLOAD, flags, List.of());
        resolver.setTimeout(ATTEMPT);
        var failure = new IOException(
                "no time to ask for " + Type.string(query.getQuestion().getType()));
        for (int attempt = 0; attempt < MOST_ATTEMPTS && !end.isOver(); attempt++) {
            try {
                return resolver.sendAsync(query, Runnable::run)
                        .toCompletableFuture()
                        .join();
            } catch (CompletionException e) {
                failure = new IOException("no answer that can be read", e.getCause());
            }
        }
        throw failure;
    }
}
