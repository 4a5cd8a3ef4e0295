package org.supportpin.backoffice.delegation;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.deadline.Deadline;
import org.supportpin.domain.name.DnsName;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.registrar.DelegationProbe;
import org.supportpin.domain.registrar.Nameserver;
import org.supportpin.domain.registrar.ProbedNameserver;
import org.supportpin.domain.registrar.ProbedNameserver.Reply;
import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;

/** {@link DelegationProbe} over the DNS: all servers at the same time, each at every address. */
public final class DnsDelegationProbe implements DelegationProbe {

    private static final Duration WHOLE = Duration.ofSeconds(2);

    /** In less, a server far away cannot answer, and would be blamed for it. */
    private static final Duration LEAST = Duration.ofMillis(500);

    /** For the addresses of the servers' names, so that a resolver without an answer leaves time to ask. */
    private static final Duration TO_RESOLVE = Duration.ofSeconds(1);

    /** For what is to be put together when the last question is over. */
    private static final Duration RESERVE = Duration.ofMillis(100);

    private final Network network;
    private final Clock clock;

    /**
     * Asks on the Internet.
     *
     * @param clock real time, by which signatures are valid or not
     */
    public DnsDelegationProbe(Clock clock) {
        this(Network.INTERNET, clock);
    }

    DnsDelegationProbe(Network network, Clock clock) {
        this.network = network;
        this.clock = clock;
    }

    @Override
    public List<ProbedNameserver> ask(DomainName zone, List<Nameserver> servers) {
        var end = Deadline.current().within(WHOLE);
        if (end.left().compareTo(LEAST) < 0) {
            throw new BackOfficeUnavailable("nameservers.ask");
        }
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            var run = new Run(name(zone), end.before(RESERVE), threads);
            var asked = servers.stream()
                    .map(server -> threads.submit(() -> run.ask(server)))
                    .toList();
            var answers = new ArrayList<ProbedNameserver>();
            for (int i = 0; i < servers.size(); i++) {
                var host = servers.get(i).host();
                answers.add(run.wait(asked.get(i), end, new ProbedNameserver(host, List.of(new Reply.Silent()))));
            }
            return answers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackOfficeUnavailable("nameservers.ask", e);
        } finally {
            threads.shutdownNow();
        }
    }

    @Override
    public Optional<Set<DnsName>> mailHosts(DomainName domain) {
        try {
            return new MailExchangers(resolvers(Deadline.current().within(WHOLE))).of(name(domain));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Resolvers resolvers(Deadline end) {
        return new Resolvers(new Questions(end), network.resolvers().get());
    }

    private static Name name(DomainName zone) {
        try {
            return Name.fromString(zone.ascii(), Name.root);
        } catch (TextParseException e) {
            throw new IllegalStateException("a domain name that is none", e);
        }
    }

    private final class Run {

        private final Name zone;
        private final Questions questions;
        private final HostAddresses addresses;
        private final ExecutorService threads;
        private final Tasks tasks;

        Run(Name zone, Deadline end, ExecutorService threads) {
            this.zone = zone;
            this.threads = threads;
            tasks = new Tasks(threads);
            questions = new Questions(end);
            addresses = new HostAddresses(resolvers(end.within(TO_RESOLVE)), tasks);
        }

        ProbedNameserver ask(Nameserver server) throws InterruptedException {
            try {
                var asked = addresses.of(server).stream()
                        .map(network.servers())
                        .map(place -> new Interview(questions, place, zone, clock, tasks))
                        .map(interview -> threads.submit(interview::reply))
                        .toList();
                var replies = new ArrayList<Reply>();
                for (var reply : asked) {
                    replies.add(wait(reply, questions.end(), new Reply.Silent()));
                }
                return new ProbedNameserver(server.host(), replies);
            } catch (IOException e) {
                return new ProbedNameserver(server.host(), List.of(new Reply.Silent()));
            }
        }

        <T> T wait(Future<T> task, Deadline until, T otherwise) throws InterruptedException {
            try {
                return task.get(until.left().toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                return otherwise;
            } catch (ExecutionException e) {
                throw new IllegalStateException("a question failed unexpectedly", e.getCause());
            }
        }
    }
}
