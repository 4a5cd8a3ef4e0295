package org.supportpin.deploymentcheck;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.supportpin.command.Report;
import org.supportpin.deploymentcheck.Arguments.Option;
import org.supportpin.domain.check.Checked.Faulty;
import org.supportpin.domain.check.Checked.Valid;

/** The command: options in, a report and an exit code out. */
final class DeploymentCheck {

    static final int COMPLETE = 0;
    static final int INCOMPLETE = 1;
    static final int USAGE = 2;

    private final Account account;
    private final Clock clock;
    private final PrintStream out;
    private final Web web;

    DeploymentCheck(Account account, Clock clock, PrintStream out) {
        this(account, clock, out, Web.PATIENCE);
    }

    /** @param patience for each call over HTTP */
    DeploymentCheck(Account account, Clock clock, PrintStream out, Duration patience) {
        this.account = account;
        this.clock = clock;
        this.out = out;
        this.web = new Web(clock, patience);
    }

    /** Checks, and returns the exit code. */
    int run(List<String> options) {
        return switch (Arguments.parse(options)) {
            case Faulty<Arguments>(var faults) -> usage(faults.getFirst().message());
            case Valid<Arguments>(var arguments) -> run(arguments);
        };
    }

    private int run(Arguments arguments) {
        for (var option : List.of(Option.PANEL_TOKEN, Option.AGENT_TOKEN)) {
            if (arguments.get(option).isPresent() && token(arguments, option).isEmpty()) {
                return usage("-D" + option.text() + " is not a file with a token.");
            }
        }
        var report = new Report("Nothing is missing, as far as can be seen from outside.", "Not complete yet");
        try {
            check(arguments, report);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            report.problem("The check was interrupted.", "Run it again.");
        }
        out.println();
        out.println("The stack behind " + arguments.api() + ". Nothing was changed.");
        report.lines().forEach(out::println);
        return report.fits() ? COMPLETE : INCOMPLETE;
    }

    private void check(Arguments arguments, Report report) throws InterruptedException {
        var stack =
                arguments.get(Option.STACK).flatMap(name -> new Stacks(account, report).read(name, arguments.api()));
        if (arguments.get(Option.STACK).isEmpty()) {
            report.note(
                    "SMS, alarms and connectors were not looked at.",
                    "Give -Dstack, and the credentials that the AWS CLI uses.");
        }
        var deployed = new Deployed(arguments, stack);
        var service = new Service(web, deployed, report);
        var routes = new Routes(web, deployed, report);
        var answers = service.answers();
        if (answers) {
            routes.closed();
            service.origins();
        }
        for (var realm : Realm.values()) {
            var keys = keys(realm, deployed, service, answers, report);
            var token = token(arguments, realm.token());
            if (token.isEmpty()) {
                report.note(
                        "No token of " + realm.whose() + " was looked at.",
                        "Give -D" + realm.token().text() + ", a file with one.");
                continue;
            }
            new Token(realm, deployed, service.clock(clock), report).check(token.get(), keys);
            if (answers) {
                routes.tryOut(realm, token.get());
            }
        }
        if (deployed.issuer(Realm.PANEL).isPresent()
                && deployed.issuer(Realm.PANEL).equals(deployed.issuer(Realm.AGENTS))) {
            report.problem(
                    "Panel and agents have the same issuer.",
                    "Use two issuers, so that neither kind of token works on the other's routes.");
        }
    }

    private Set<String> keys(Realm realm, Deployed deployed, Service service, boolean answers, Report report)
            throws InterruptedException {
        if (!answers && deployed.issues(realm)) {
            report.note(
                    "The issuer of " + realm.whose() + " was not looked at.",
                    "It is the token service, behind the same API.");
            return Set.of();
        }
        return new Issuer(web, realm, deployed, report).check(service.ahead());
    }

    private static Optional<String> token(Arguments arguments, Option option) {
        try {
            var file = arguments.get(option).map(Path::of).filter(Files::isRegularFile);
            return file.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Files.readString(file.get()).strip()).filter(text -> text.matches("[\\w.-]+"));
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    private int usage(String fault) {
        out.println(fault);
        out.println();
        Arguments.USAGE.lines().forEach(out::println);
        return USAGE;
    }
}
